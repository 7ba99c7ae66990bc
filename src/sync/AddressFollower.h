// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/ConnectionBook.h"
#include "sync/Following.h"
#include "sync/ListSession.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gatehouse {

/// What the address of this computer means to one list.
struct ListMoves
{
    QUuid connection;
    CurrentAddresses current;       ///< as this list's service sees it, or the echo services
    std::vector<AddressMove> moves; ///< to do, or done
};

/// Keeps the entries that are marked as this computer's own where this computer is: when its address has changed, the
/// new one is added, and only once that is live the old one is removed. Asks nobody: whoever calls follow() has asked.
///
/// It goes the way of every change with a list of its own, so that what the window has pending is neither sent nor
/// lost. A crash between the two steps leaves the old entry there and marked, so that the next call ends the work.
class AddressFollower final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressFollower)

public:
    /// All must outlive this.
    AddressFollower(const ConnectionBook &book, ServiceConnector &connector, Store &store, AddressFinder &addresses,
                    const Clock &clock, QObject *parent = nullptr);
    ~AddressFollower() override;

    /// What would be done in this list. Changes nothing, and reads the list only when the address has changed.
    [[nodiscard]] Future<ListMoves> look(const QUuid &connection);
    /// The same for every connection that has marked entries, one after the other; the echo services are asked once for
    /// all. Lists without moves are left out, and so are those that could not be looked at: a computer that is offline
    /// has nothing to tell.
    [[nodiscard]] Future<std::vector<ListMoves>> lookAll();
    /// Does it in this list, and tells what was done.
    [[nodiscard]] Future<ListMoves> follow(const QUuid &connection);

private:
    struct Round;
    class Job;
    void lookNext(const std::shared_ptr<Round> &round);
    /// `echoed`: what the echo services said already in this round; filled in by the first who asks them.
    [[nodiscard]] Future<ListMoves> begin(const QUuid &connection, bool act,
                                          const std::shared_ptr<std::optional<CurrentAddresses>> &echoed);

    const ConnectionBook &m_book;
    ServiceConnector &m_connector;
    Store &m_store;
    AddressFinder &m_addresses;
    const Clock &m_clock;
};

} // namespace gatehouse
