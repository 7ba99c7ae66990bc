// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/WatchController.h"

#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/ListPage.h"

namespace gatehouse {

namespace {

constexpr auto topic = BannerArea::Topic::Watching;
constexpr std::chrono::seconds pauseAfterFailure{15};

} // namespace

WatchController::WatchController(ListSession &session, ListPage &page, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_clock(clock)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &WatchController::look);
    // The service answers: what it did not take before is worth another try now.
    connect(&session, &ListSession::synchronised, this, [this] { m_notBefore = {}; });
    connect(&session, &ListSession::watchedChanged, this, [this] {
        m_notBefore = {};
        look();
        Q_EMIT changed();
    });
}

void WatchController::look()
{
    if (!m_session.watched()) {
        m_timer.stop();
        if (const MessageBanner *shown = m_page.banners()->banner(topic); shown && shown->message().mustStay)
            m_page.banners()->clear(topic);
        return;
    }
    if (!m_timer.isActive())
        m_timer.start();
    const QDateTime now = m_clock.now();
    if (m_isBusy || (m_notBefore.isValid() && now < m_notBefore))
        return;
    constexpr qint64 second = 1000;
    const qint64 left = now.msecsTo(*m_session.watched()->deadline);
    if (left > 0)
        count((left + second - 1) / second);
    else
        revert();
}

void WatchController::count(qint64 secondsLeft)
{
    constexpr qint64 minute = 60;
    const auto number = static_cast<int>(secondsLeft);
    const MessageBanner *shown = m_page.banners()->banner(topic);
    BannerMessage message =
        question(secondsLeft > 2 * minute
                     ? tr("The change is live. In %n minute(s) it is reverted, unless you keep it.", nullptr,
                          static_cast<int>((secondsLeft + minute - 1) / minute))
                     : tr("The change is live. In %n second(s) it is reverted, unless you keep it.", nullptr, number));
    message.isNews = !shown || !shown->message().mustStay;
    m_page.banners()->post(topic, message);
}

BannerMessage WatchController::question(const QString &text)
{
    BannerMessage message;
    message.kind = BannerKind::Warning;
    message.text = text;
    message.remedyText = tr("Keep");
    message.remedy = [this] { keep(); };
    message.otherText = tr("Revert now");
    message.other = [this] { revert(); };
    message.mustStay = true;
    return message;
}

void WatchController::keep()
{
    m_isBusy = true;
    whenDone(m_session.keepWatched(), this, [this](const Result<void> &result) { ended(result, false); });
}

void WatchController::revert()
{
    m_isBusy = true;
    BannerMessage message;
    message.text = tr("The change is being reverted…");
    message.mustStay = true;
    m_page.banners()->post(topic, message);
    whenDone(m_session.revertWatched(), this, [this](const Result<void> &result) { ended(result, true); });
}

void WatchController::ended(const Result<void> &result, bool byReverting)
{
    m_isBusy = false;
    if (result && byReverting) {
        BannerMessage message;
        message.text =
            tr("The change was reverted: the list is as it was before, but for what others have changed since.");
        m_page.banners()->post(topic, message);
        Q_EMIT reverted();
    } else if (!result) {
        m_notBefore = m_clock.now().addSecs(pauseAfterFailure.count());
        BannerMessage message = question(
            byReverting ? tr("The change is still live: it could not be reverted. It is tried again. %1")
                              .arg(explain(result.error()))
                        : tr("It could not be noted that the change is to stay. %1").arg(explain(result.error())));
        message.kind = BannerKind::Error;
        message.error = result.error();
        m_page.banners()->post(topic, message);
    }
}

} // namespace gatehouse
