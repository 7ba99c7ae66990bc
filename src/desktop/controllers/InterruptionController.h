// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/ListSession.h"

#include <QObject>

namespace gatehouse {

class ListPage;

/// Says of one open list that an apply was interrupted, what of it took effect, and offers to finish or to drop the
/// rest.
class InterruptionController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InterruptionController)

public:
    /// All must outlive this.
    InterruptionController(ListSession &session, ListPage &page, const Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    /// What was left is in the draft, to be applied.
    void finishRequested();

private:
    void show();
    [[nodiscard]] QString sentences(const InterruptedApply &interrupted) const;

    ListSession &m_session;
    ListPage &m_page;
    const Clock &m_clock;
};

} // namespace gatehouse
