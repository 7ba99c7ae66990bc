// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "sync/ListSession.h"

#include <QObject>

class QMenu;

namespace gatehouse {

class ListPage;

/// "Current IP": finds out this computer's addresses as the open list's service sees them. One address goes
/// where it was asked for at once; of several, or where an IPv6 address may change and its network stays, a menu asks
/// which.
class AddressController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressController)

public:
    enum class Purpose {
        FillIn, ///< into the range field, to be labelled and added
        Add,    ///< as an entry, with label and expiry as they stand in the quick-add line
    };

    /// Both must outlive this.
    AddressController(ListSession &session, ListPage &page, QObject *parent = nullptr);

    /// A second call while one is under way only changes what for.
    void find(Purpose purpose);
    void cancel();

Q_SIGNALS:
    void addRequested(const std::vector<gatehouse::EntryContent> &contents);

private:
    void found(const Result<CurrentAddresses> &addresses);
    void offer(const CurrentAddresses &addresses);
    void use(const std::vector<IpRange> &ranges);

    ListSession &m_session;
    ListPage &m_page;
    Purpose m_purpose = Purpose::FillIn;
    Future<CurrentAddresses> m_search;
};

} // namespace gatehouse
