// SPDX-License-Identifier: Apache-2.0
#include "sync/Sweep.h"

#include "sync/Chain.h"
#include "sync/ListSession.h"

#include <algorithm>

namespace gatehouse {

namespace {

/// Lives by its chain's continuations.
class SweepJob final : public std::enable_shared_from_this<SweepJob>
{
public:
    SweepJob(const ConnectionRecord &connection, ServiceConnector &connector, Store &store, AddressFinder &addresses,
             const Clock &clock, QObject *context)
        : m_session(
              new ListSession(connection, connector, store, addresses, clock, ListSession::Memory::Transient, context))
        , m_clock(clock)
        , m_chain(Chain<Sweep>::begin(context, [session = m_session](const auto &) { session->deleteLater(); }))
    {}

    Future<Sweep> start()
    {
        m_chain->then(m_session->reload(), [self = shared_from_this()] { self->endWhatIsOver(); });
        return m_chain->future();
    }

private:
    void endWhatIsOver()
    {
        std::vector<Entry> over = findOver();
        if (wouldOpen(over))
            spareLast(over);
        if (over.empty()) {
            m_sweep.nextDue = nextDue();
            m_chain->finish(m_sweep);
            return;
        }
        std::vector<EntryKey> keys;
        for (const Entry &entry : over)
            keys.push_back(entry.key);
        m_session->remove(keys);
        m_session->setApplyCause(HistoryCause::Keeper);
        const auto applied = m_session->apply({.lockOut = true, .keepsClosed = true});
        m_chain->either(applied, [self = shared_from_this(), over](const Result<ApplyOutcome> &outcome) {
            self->conclude(outcome, over);
        });
    }

    void conclude(const Result<ApplyOutcome> &outcome, const std::vector<Entry> &over)
    {
        if (outcome) {
            m_sweep.ended = over;
        } else if (outcome.error().kind == ErrorKind::LockOut) {
            // Somebody has removed the others between our reading and our sending.
            m_sweep.needsUser.insert(m_sweep.needsUser.end(), over.begin(), over.end());
        } else {
            m_chain->finish(failure(outcome.error()));
            return;
        }
        m_sweep.nextDue = nextDue();
        m_chain->finish(m_sweep);
    }

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_session->draft().snapshot().entries(); }

    /// Also what is switched off and only kept here: it is over as well, and there is nothing to send.
    [[nodiscard]] std::vector<Entry> findOver() const
    {
        std::vector<Entry> over;
        const QDateTime now = m_clock.now();
        std::ranges::copy_if(entries(), std::back_inserter(over), [&](const Entry &entry) {
            return entry.isExpired(now) && m_session->stateOf(entry.key) != RowState::Vanished;
        });
        return over;
    }

    [[nodiscard]] bool wouldOpen(const std::vector<Entry> &over) const
    {
        if (m_session->rules().emptyList != EmptyListMeaning::OpenToEveryone)
            return false;
        const auto isActive = [](const Entry &entry) { return entry.content.active; };
        return std::ranges::count_if(entries(), isActive) == std::ranges::count_if(over, isActive);
    }

    /// Leaves the active one that ends last.
    void spareLast(std::vector<Entry> &over)
    {
        const auto earlier = [](const Entry &left, const Entry &right) {
            if (left.content.active != right.content.active)
                return right.content.active;
            return *left.content.expiresAt < *right.content.expiresAt;
        };
        const auto last = std::ranges::max_element(over, earlier);
        if (last == over.end() || !last->content.active)
            return;
        m_sweep.needsUser.push_back(*last);
        over.erase(last);
    }

    [[nodiscard]] std::optional<QDateTime> nextDue() const
    {
        std::optional<QDateTime> next;
        const QDateTime now = m_clock.now();
        for (const Entry &entry : entries()) {
            const auto &end = entry.content.expiresAt;
            if (end && *end > now && (!next || *end < *next))
                next = end;
        }
        return next;
    }

    ListSession *m_session; ///< the context's child
    const Clock &m_clock;
    const std::shared_ptr<Chain<Sweep>> m_chain;
    Sweep m_sweep;
};

} // namespace

Future<Sweep> sweepList(const ConnectionRecord &connection, ServiceConnector &connector, Store &store,
                        AddressFinder &addresses, const Clock &clock, QObject *context)
{
    return std::make_shared<SweepJob>(connection, connector, store, addresses, clock, context)->start();
}

} // namespace gatehouse
