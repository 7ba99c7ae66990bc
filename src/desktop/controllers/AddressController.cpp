// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/AddressController.h"

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
    if (addresses->v4 && addresses->v6)
        offer(*addresses);
    else
        use({addresses->v4 ? *addresses->v4 : *addresses->v6});
}

void AddressController::offer(const CurrentAddresses &addresses)
{
    const IpAddress v4 = *addresses.v4;
    const IpAddress v6 = *addresses.v6;
    auto *menu = new QMenu(m_page.quickAdd());
    menu->setObjectName(QStringLiteral("addressMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto choice = [&](const QString &text, const std::vector<IpAddress> &chosen) {
        connect(menu->addAction(icon(u"current-ip"), text), &QAction::triggered, this, [this, chosen] { use(chosen); });
    };
    choice(tr("IPv4: %1").arg(toQString(v4)), {v4});
    choice(tr("IPv6: %1").arg(toQString(v6)), {v6});
    menu->addSeparator();
    choice(tr("Add both"), {v4, v6});
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_page.quickAdd()->addressMenuPosition());
}

void AddressController::use(const std::vector<IpAddress> &addresses)
{
    QuickAddBar *bar = m_page.quickAdd();
    if (addresses.size() == 1 && m_purpose == Purpose::FillIn) {
        bar->fillIn(IpRange::of(addresses.front()));
        return;
    }
    std::vector<EntryContent> contents;
    for (const IpAddress &address : addresses)
        contents.push_back(bar->contentFor(IpRange::of(address)));
    Q_EMIT addRequested(contents);
}

} // namespace gatehouse
