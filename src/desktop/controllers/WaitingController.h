// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <QObject>

namespace gatehouse {

class ApplyController;
class ListPage;
class ListSession;
class PollController;

/// Sends what is pending as soon as the service can be reached again, once the user has agreed to that. The list is
/// read and merged first, as before every apply, and what the review has to say is asked then.
class WaitingController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitingController)

public:
    /// All must outlive this.
    WaitingController(ListSession &session, ListPage &page, ApplyController &apply, PollController &poll,
                      QObject *parent = nullptr);

    /// The user agrees. Until it was sent, cannot be sent for another reason, or the user thinks better of it.
    void wait();
    [[nodiscard]] bool isWaiting() const { return m_waiting; }

private:
    void reached();
    void failed(const Error &error);
    void stop();
    void giveUp();

    ListSession &m_session;
    ListPage &m_page;
    ApplyController &m_apply;
    PollController &m_poll;
    bool m_waiting = false;
    bool m_agreed = false; ///< still, while it is being sent
};

} // namespace gatehouse
