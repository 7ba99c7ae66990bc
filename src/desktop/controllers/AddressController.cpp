// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/AddressController.h"

#include "allowlist/Review.h"
#include "allowlist/Text.h"
#include "desktop/theme/Icons.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/ListPage.h"
#include "desktop/widgets/QuickAddBar.h"

#include <QMenu>

namespace gatehouse {

AddressController::AddressController(ListSession &session, ListPage &page, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
{
    connect(page.quickAdd(), &QuickAddBar::currentAddressRequested, this, [this] { find(Purpose::FillIn); });
    connect(page.quickAdd(), &QuickAddBar::currentAddressCancelled, this, &AddressController::cancel);
}

void AddressController::find(Purpose purpose)
{
    m_purpose = purpose;
    if (m_search.isRunning())
        return;
    m_page.quickAdd()->setFindingAddress(true);
    m_search = m_session.findCurrentAddresses();
    whenDone(m_search, this, [this](const Result<CurrentAddresses> &addresses) { found(addresses); });
}

void AddressController::cancel()
{
    m_search.cancel();
}

void AddressController::found(const Result<CurrentAddresses> &addresses)
{
    m_page.quickAdd()->setFindingAddress(false);
    if (!addresses) {
        if (addresses.error().kind != ErrorKind::Cancelled)
            m_page.banners()->post(BannerArea::Topic::Address, BannerMessage::of(addresses.error()));
        return;
    }
    m_page.banners()->clear(BannerArea::Topic::Address);
    const std::vector<IpAddress> all = addresses->all();
    if (all.size() == 1 && !steadyNetworkOf(all.front()))
        use({IpRange::of(all.front())});
    else
        offer(*addresses);
}

void AddressController::offer(const CurrentAddresses &addresses)
{
    auto *menu = new QMenu(m_page.quickAdd());
    menu->setObjectName(QStringLiteral("addressMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto choice = [&](const QString &text, const std::vector<IpRange> &chosen) {
        connect(menu->addAction(icon(u"current-ip"), text), &QAction::triggered, this, [this, chosen] { use(chosen); });
    };
    for (const IpAddress &address : addresses.all()) {
        const bool isV4 = address.family() == Family::V4;
        choice((isV4 ? tr("IPv4: %1") : tr("IPv6: %1")).arg(toQString(address)), {IpRange::of(address)});
        if (const auto network = steadyNetworkOf(address))
            choice(tr("IPv6, the whole network: %1 (the address may change)").arg(toShortQString(*network)),
                   {*network});
    }
    if (addresses.v4 && addresses.v6) {
        menu->addSeparator();
        choice(tr("Add both"), {IpRange::of(*addresses.v4), IpRange::of(*addresses.v6)});
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_page.quickAdd()->addressMenuPosition());
}

void AddressController::use(const std::vector<IpRange> &ranges)
{
    QuickAddBar *bar = m_page.quickAdd();
    if (ranges.size() == 1 && m_purpose == Purpose::FillIn) {
        bar->fillIn(ranges.front());
        return;
    }
    std::vector<EntryContent> contents;
    contents.reserve(ranges.size());
    for (const IpRange &range : ranges)
        contents.push_back(bar->contentFor(range));
    Q_EMIT addRequested(contents);
}

} // namespace gatehouse
