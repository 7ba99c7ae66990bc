// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/BaseUrlController.h"

#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/ListPage.h"
#include "sync/BaseUrlMove.h"

namespace gatehouse {

namespace {

constexpr auto topic = BannerArea::Topic::Deprecated;

} // namespace

BaseUrlController::BaseUrlController(ListSession &session, ListPage &page, const Workbench &bench, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_connector(bench.connector)
    , m_book(bench.book)
{
    update();
}

void BaseUrlController::update()
{
    const auto definition = m_session.definition();
    const auto now = definition ? definition->currentUrlFor(m_session.connection().baseUrl) : std::nullopt;
    const MessageBanner *shown = m_page.banners()->banner(topic);
    if (now)
        offer(*now);
    else if (shown && shown->message().kind == BannerKind::Warning) // a success stays to be read
        m_page.banners()->clear(topic);
}

void BaseUrlController::offer(const QUrl &now)
{
    BannerMessage message;
    message.kind = BannerKind::Warning;
    message.text = tr("Deprecated: the service gives up the base URL of this connection. Its place was taken by %1. "
                      "Moving compares the two lists first, and changes nothing when they differ.")
                       .arg(now.toDisplayString());
    message.remedyText = tr("Move to %1").arg(now.path());
    message.remedy = [this] { move(); };
    m_page.banners()->post(topic, message);
}

void BaseUrlController::move()
{
    const auto work = moveToCurrentUrl(m_session.connection(), m_connector, m_book);
    m_page.follow(QFuture<void>(work), tr("Comparing the two lists…"));
    whenDone(work, this, [this](const Result<ConnectionRecord> &result) { moved(result); });
}

void BaseUrlController::moved(const Result<ConnectionRecord> &result)
{
    if (!result && result.error().kind == ErrorKind::Cancelled)
        return;
    BannerMessage message;
    if (result) {
        message.kind = BannerKind::Success;
        message.text = tr("Moved: both base URLs gave the same list, and this connection uses %1 from now on.")
                           .arg(result->baseUrl.toDisplayString());
    } else {
        message = BannerMessage::of(result.error());
        message.text = tr("Not moved: %1")
                           .arg(result.error().message.isEmpty() ? explain(result.error()) : result.error().message);
        message.remedyText = tr("Try again");
        message.remedy = [this] { move(); };
    }
    m_page.banners()->post(topic, message);
}

} // namespace gatehouse
