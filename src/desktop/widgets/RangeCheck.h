// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "ip/IpRange.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace gatehouse {

class RangeEdit;
class RangeHint;

/// What is to be said against a range, in one sentence.
struct RangeObjection
{
    QString sentence;
    bool isError = false; ///< the service would not take it
};

/// Who says whether a range can be had.
struct RangeJudge
{
    QString name; ///< of the service, for people: "Cortex"
    /// By what is known here; at once.
    std::function<std::optional<RangeObjection>(const IpRange &)> byRules;
    /// By the service itself: success, or an error with the reason. Empty: it cannot be asked.
    std::function<Future<void>(const IpRange &)> byService;
};

/// Shows beside a field what the judge says of the range in it: by the rules at once, by the service after a pause in
/// typing. Never stands in the way: the field can be used whatever the answer, and without one.
class RangeCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeCheck)

public:
    /// Both must outlive this.
    RangeCheck(RangeEdit &edit, RangeHint &hint, RangeJudge judge, QObject *parent = nullptr);
    /// Nobody waits for the answer any more.
    ~RangeCheck() override;

private:
    void changed();
    void ask();
    void answered(const Result<void> &answer);

    RangeEdit &m_edit;
    RangeHint &m_hint;
    RangeJudge m_judge;
    QTimer m_pause;
    Future<void> m_question;
    std::optional<IpRange> m_asked;
};

} // namespace gatehouse
