// SPDX-License-Identifier: Apache-2.0
#include "sync/AddressFollower.h"

#include "sync/Chain.h"

#include <deque>

namespace gatehouse {

/// One list. Lives by its chain's continuations.
class AddressFollower::Job final : public std::enable_shared_from_this<Job>
{
public:
    using Echoed = std::shared_ptr<std::optional<CurrentAddresses>>;

    Job(AddressFollower &follower, ConnectionRecord record, bool act, Echoed echoed)
        : m_follower(follower)
        , m_record(std::move(record))
        , m_act(act)
        , m_echoed(std::move(echoed))
        , m_chain(Chain<ListMoves>::begin(&follower, [this](const auto &) {
            if (m_session)
                m_session->deleteLater();
        }))
    {
        m_result.connection = m_record.id;
    }

    Future<ListMoves> start()
    {
        m_chain->then(m_follower.m_store.ownRanges(m_record.id),
                      [self = shared_from_this()](const std::vector<IpRange> &own) {
                          self->m_own = own;
                          if (own.empty())
                              self->m_chain->finish(self->m_result);
                          else
                              self->findAddress();
                      });
        return m_chain->future();
    }

private:
    void findAddress()
    {
        m_chain->then(m_follower.m_connector.connectTo(m_record),
                      [self = shared_from_this()](const std::shared_ptr<RestService> &service) {
                          const bool isTold = AddressFinder::isToldBy(*service);
                          if (!isTold && *self->m_echoed)
                              self->found(**self->m_echoed);
                          else
                              self->ask(service, isTold);
                      });
    }

    void ask(const std::shared_ptr<RestService> &service, bool isTold)
    {
        m_chain->then(m_follower.m_addresses.find(service.get()),
                      [self = shared_from_this(), service, isTold](const CurrentAddresses &current) {
                          if (!isTold)
                              *self->m_echoed = current;
                          self->found(current);
                      });
    }

    void found(const CurrentAddresses &current)
    {
        m_result.current = current;
        if (outdated(m_own, current).empty()) {
            m_chain->finish(m_result);
            return;
        }
        m_session = new ListSession(m_record, m_follower.m_connector, m_follower.m_store, m_follower.m_addresses,
                                    m_follower.m_clock, ListSession::Memory::Transient, &m_follower);
        m_chain->then(m_session->reload(), [self = shared_from_this()] { self->plan(); });
    }

    void plan()
    {
        m_result.moves =
            movesFor(m_session->draft().snapshot().entries(), m_own, m_result.current, m_follower.m_clock.now());
        if (m_act && !m_result.moves.empty())
            addNew();
        else
            m_chain->finish(m_result);
    }

    void addNew()
    {
        std::vector<IpRange> added;
        for (const AddressMove &move : m_result.moves) {
            const bool isAddedAlready = std::ranges::find(added, move.wanted.range) != added.end();
            if (move.known)
                m_session->edit(*move.known, move.wanted);
            else if (!isAddedAlready)
                m_session->add(move.wanted);
            added.push_back(move.wanted.range);
        }
        const Future<ApplyOutcome> live =
            m_session->draft().isClean() ? ready<ApplyOutcome>(ApplyOutcome{}) : m_session->apply({});
        m_chain->then(live, [self = shared_from_this(), added](const ApplyOutcome &) {
            self->m_chain->then(self->m_follower.m_store.changeOwnRanges(self->m_record.id, {}, added),
                                [self] { self->removeOld(); });
        });
    }

    /// Its key is another where the list was read again meanwhile: it is looked for by its range.
    void removeOld()
    {
        std::vector<IpRange> ranges;
        std::vector<EntryKey> keys;
        ranges.reserve(m_result.moves.size());
        for (const AddressMove &move : m_result.moves)
            ranges.push_back(move.from);
        for (const Entry &entry : m_session->draft().snapshot().entries()) {
            const bool hasMoved = std::ranges::find(ranges, entry.content.range) != ranges.end();
            if (hasMoved && entry.isInForce(m_follower.m_clock.now())) // what is switched off did not move
                keys.push_back(entry.key);
        }
        m_session->remove(keys);
        m_chain->then(m_session->apply({}), [self = shared_from_this(), ranges](const ApplyOutcome &) {
            self->m_chain->then(self->m_follower.m_store.changeOwnRanges(self->m_record.id, ranges, {}),
                                [self] { self->m_chain->finish(self->m_result); });
        });
    }

    AddressFollower &m_follower;
    const ConnectionRecord m_record;
    const bool m_act;
    const Echoed m_echoed;
    const std::shared_ptr<Chain<ListMoves>> m_chain;
    std::vector<IpRange> m_own;
    ListMoves m_result;
    ListSession *m_session = nullptr; ///< the follower's child
};

struct AddressFollower::Round
{
    std::deque<QUuid> left;
    std::shared_ptr<Chain<std::vector<ListMoves>>> chain;
    std::shared_ptr<std::optional<CurrentAddresses>> echoed = std::make_shared<std::optional<CurrentAddresses>>();
    std::vector<ListMoves> found;
};

AddressFollower::AddressFollower(const ConnectionBook &book, ServiceConnector &connector, Store &store,
                                 AddressFinder &addresses, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_connector(connector)
    , m_store(store)
    , m_addresses(addresses)
    , m_clock(clock)
{}

AddressFollower::~AddressFollower() = default;

Future<ListMoves> AddressFollower::look(const QUuid &connection)
{
    return begin(connection, false, std::make_shared<std::optional<CurrentAddresses>>());
}

Future<ListMoves> AddressFollower::follow(const QUuid &connection)
{
    return begin(connection, true, std::make_shared<std::optional<CurrentAddresses>>());
}

Future<ListMoves> AddressFollower::begin(const QUuid &connection, bool act,
                                         const std::shared_ptr<std::optional<CurrentAddresses>> &echoed)
{
    const ConnectionRecord *record = m_book.find(connection);
    if (!record)
        return readyFailure<ListMoves>(makeError(ErrorKind::InvalidInput, tr("There is no such connection.")));
    return std::make_shared<Job>(*this, *record, act, echoed)->start();
}

Future<std::vector<ListMoves>> AddressFollower::lookAll()
{
    const auto round = std::make_shared<Round>();
    for (const ConnectionRecord &record : m_book.records())
        round->left.push_back(record.id);
    round->chain = Chain<std::vector<ListMoves>>::begin(this);
    auto future = round->chain->future();
    lookNext(round);
    return future;
}

void AddressFollower::lookNext(const std::shared_ptr<Round> &round)
{
    if (round->left.empty() || round->chain->isCancelled()) {
        round->chain->finish(round->found);
        return;
    }
    const QUuid id = round->left.front();
    round->left.pop_front();
    round->chain->either(begin(id, false, round->echoed), [this, round](const Result<ListMoves> &list) {
        if (list && !list->moves.empty())
            round->found.push_back(*list);
        lookNext(round);
    });
}

} // namespace gatehouse
