// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/MessageBanner.h"
#include "sync/ListSession.h"

#include <QObject>
#include <QTimer>

namespace gatehouse {

class ListPage;

/// Counts down for a change that was applied to be watched, and reverts it at its deadline unless the user keeps it
/// before. A deadline that passed while the program did not run is met at once. What could not be reverted is tried
/// again.
///
/// Follows the clock, so that sleep and changed clocks cost it a second at most.
class WatchController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchController)

public:
    /// All must outlive this.
    WatchController(ListSession &session, ListPage &page, const Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    /// Something is to be watched, or is not any more.
    void changed();
    /// The list should be read.
    void reverted();

private:
    void look();
    void count(qint64 secondsLeft);
    void keep();
    void revert();
    void ended(const Result<void> &result, bool byReverting);
    [[nodiscard]] BannerMessage question(const QString &text);

    ListSession &m_session;
    ListPage &m_page;
    const Clock &m_clock;
    QTimer m_timer;
    bool m_isBusy = false;   ///< is being kept or reverted
    QDateTime m_notBefore{}; ///< when it is tried again
};

} // namespace gatehouse
