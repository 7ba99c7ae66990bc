// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/WaitingController.h"

#include "desktop/controllers/ApplyController.h"
#include "desktop/controllers/NextStep.h"
#include "desktop/controllers/PollController.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/ListPage.h"

namespace gatehouse {

WaitingController::WaitingController(ListSession &session, ListPage &page, ApplyController &apply, PollController &poll,
                                     QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_apply(apply)
    , m_poll(poll)
{
    connect(&session, &ListSession::synchronised, this, &WaitingController::reached);
    connect(&session, &ListSession::entriesChanged, this, [this] {
        if (m_waiting && m_session.draft().isClean())
            giveUp(); // there is nothing to send any more
    });
    connect(&apply, &ApplyController::failedWith, this, &WaitingController::failed);
    connect(&apply, &ApplyController::applied, this, [this] { m_agreed = false; });
    connect(&apply, &ApplyController::declined, this, [this] { m_agreed = false; });
    connect(page.banners(), &BannerArea::dismissed, this, [this](BannerArea::Topic topic) {
        if (topic == BannerArea::Topic::Applying && m_waiting)
            giveUp();
    });
}

void WaitingController::wait()
{
    m_waiting = true;
    m_agreed = true;
    BannerMessage message;
    message.text = tr("The changes wait here. They are sent as soon as the service can be reached.");
    message.remedyText = tr("Do not send");
    message.remedy = [this] { giveUp(); };
    m_page.banners()->post(BannerArea::Topic::Applying, message);
    m_poll.setWaitsToSend(true);
}

void WaitingController::reached()
{
    if (!m_waiting)
        return;
    stop();
    m_apply.applyAgain();
}

/// Of an apply. One that did not get through waits again; any other failure is for the user.
void WaitingController::failed(const Error &error)
{
    if (m_agreed && isOutOfReach(error))
        wait();
    else
        m_agreed = false;
}

void WaitingController::stop()
{
    m_waiting = false;
    m_poll.setWaitsToSend(false);
    m_page.banners()->clear(BannerArea::Topic::Applying);
}

void WaitingController::giveUp()
{
    m_agreed = false;
    stop();
}

} // namespace gatehouse
