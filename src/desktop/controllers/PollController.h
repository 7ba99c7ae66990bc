// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"
#include "sync/PollSchedule.h"

#include <QObject>
#include <QTimer>

namespace gatehouse {

class ApplyController;
class Clock;
class HostConditions;
class ListController;
class ListPage;
class ListSession;
class Settings;

/// Looks at an open list again now and then, so that what others change is seen: politely, see PollSchedule.h, and
/// never while somebody edits a cell or something is being sent or asked.
///
/// Follows the clock and not a timer's count, so that sleep costs it a minute at most.
class PollController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PollController)

public:
    /// What it works with; all of it must outlive this.
    struct Parts
    {
        ListSession &session;
        ListPage &page;
        ListController &list;
        ApplyController &apply;
        const Settings &settings;
        const HostConditions &conditions;
        const Clock &clock;
    };

    explicit PollController(const Parts &parts, QObject *parent = nullptr);

    /// The list is the one that the window shows.
    void setInFront(bool inFront);
    /// The user wants to know as soon as the service can be reached.
    void setWaitsToSend(bool waits);

public Q_SLOTS:
    /// Compares the clock with what is due. Called by the controller's own timer.
    void look();

private:
    void connectParts();
    void read();
    void failed(const Error &error);
    void conditionsChanged();
    void schedule();
    [[nodiscard]] PollSituation situation() const;
    [[nodiscard]] bool isEditing() const;

    Parts m_parts;
    PollSituation m_known; ///< what is told and not asked
    QTimer m_timer;
};

} // namespace gatehouse
