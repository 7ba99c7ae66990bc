// SPDX-License-Identifier: Apache-2.0
#include "sync/ManyLists.h"

#include "allowlist/Expiry.h"
#include "allowlist/ReviewDigest.h"
#include "sync/Chain.h"

#include <algorithm>

namespace gatehouse {

struct ManyLists::Job
{
    ListOrder order;
    ListSession *session = nullptr; ///< a child of ours
};

ManyLists::ManyLists(ConnectionBook &book, ServiceConnector &connector, Store &store, AddressFinder &addresses,
                     const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_connector(connector)
    , m_store(store)
    , m_addresses(addresses)
    , m_clock(clock)
{}

ManyLists::~ManyLists() = default;

const ListSession &ManyLists::session(std::size_t index) const
{
    return *m_jobs[index].session;
}

namespace {

Error busyRefusal()
{
    return makeError(ErrorKind::InvalidInput,
                     ManyLists::tr("The lists are busy. Wait until they are done, or cancel them."));
}

Future<void> runHook(const std::function<Future<void>(ListSession &)> &hook, ListSession &session)
{
    return hook ? hook(session) : ready<void>({});
}

} // namespace

void ManyLists::begin(std::vector<ListOrder> orders)
{
    for (const Job &job : m_jobs)
        job.session->deleteLater();
    m_jobs.clear();
    m_lists.clear();
    for (ListOrder &order : orders) {
        ListProgress progress;
        progress.connection = order.connection;
        m_lists.push_back(std::move(progress));
        auto *session = new ListSession(order.connection, m_connector, m_store, m_addresses, m_clock,
                                        ListSession::Memory::Transient, this);
        m_jobs.push_back({std::move(order), session});
    }
}

Future<void> ManyLists::review(std::vector<ListOrder> orders)
{
    if (m_busy)
        return readyFailure<void>(busyRefusal());
    begin(std::move(orders));
    return together([this](std::size_t index) { return read(index); });
}

Future<void> ManyLists::check(const std::vector<ConnectionRecord> &connections, const IpAddress &address)
{
    if (m_busy)
        return readyFailure<void>(busyRefusal());
    std::vector<ListOrder> orders;
    orders.reserve(connections.size());
    for (const ConnectionRecord &connection : connections)
        orders.push_back({connection, {}, {}, {}});
    begin(std::move(orders));
    return together([this, address](std::size_t index) {
        const auto chain = Chain<void>::begin(this);
        ListSession *session = m_jobs[index].session;
        chain->then(session->reload(), [this, index, address, session, chain] {
            const QDateTime now = m_clock.now();
            m_lists[index].draft = session->draft();
            m_lists[index].readAt = now;
            m_lists[index].verdict = verdictOn(address, *session, now);
            m_book.noteSynchronised(session->connection().id, now);
            move(index, ListProgress::Stage::Unchanged);
            chain->finish({});
        });
        return chain->future();
    });
}

Future<void> ManyLists::apply(const QHash<QUuid, ApplyConsent> &agreed)
{
    if (m_busy)
        return readyFailure<void>(busyRefusal());
    return together([this, agreed](std::size_t index) {
        const ListProgress &list = m_lists[index];
        const auto consent = agreed.constFind(list.connection.id);
        const bool isAgreed = consent != agreed.constEnd();
        if (list.stage == ListProgress::Stage::Reviewed && !isAgreed)
            move(index, ListProgress::Stage::Skipped);
        const bool isReady =
            list.stage == ListProgress::Stage::Reviewed || list.stage == ListProgress::Stage::Unchanged;
        return isAgreed && isReady ? send(index, *consent) : ready<void>({});
    });
}

std::vector<IpRange> ManyLists::atStake(const ListProgress &list) const
{
    std::vector<IpRange> ranges;
    if (list.stage != ListProgress::Stage::Reviewed)
        return ranges;
    for (const IpAddress &address : addressesAtStake(list.review, *expiryAfter(ExpiryPreset::OneWeek, m_clock.now())))
        ranges.push_back(IpRange::of(address));
    return ranges;
}

bool ManyLists::locksOut() const
{
    return std::ranges::any_of(m_lists, [this](const ListProgress &list) { return !atStake(list).empty(); });
}

Future<void> ManyLists::letInOwn(const QString &label)
{
    if (m_busy)
        return readyFailure<void>(busyRefusal());
    return together([this, label](std::size_t index) {
        const ListProgress &list = m_lists[index];
        const std::vector<IpRange> ranges = atStake(list);
        if (ranges.empty())
            return ready<void>({});
        m_jobs[index].session->letIn(ranges, label, remedyEnd(list.review, m_clock.now()));
        const auto chain = Chain<void>::begin(this);
        reviewAnew(index, chain, {});
        return chain->future();
    });
}

/// All at once: a list that does not answer for long must not hold up the others.
Future<void> ManyLists::together(const Step &step)
{
    setBusy(true);
    const auto all = Chain<void>::begin(this, [this](const Result<void> &) { setBusy(false); });
    const auto left = std::make_shared<std::size_t>(m_jobs.size() + 1);
    const std::function<void()> done = [all, left] {
        if (--*left == 0)
            all->finish({});
    };
    for (std::size_t index = 0; index < m_jobs.size(); ++index) {
        const Future<void> one = step(index);
        forwardCancel(all->future(), one, this);
        whenDone(one, this, [this, index, done](const Result<void> &result) {
            // What is live stays so when the rest is cancelled.
            const bool isLive = m_lists[index].stage == ListProgress::Stage::Live;
            if (!result && (!isLive || result.error().kind != ErrorKind::Cancelled))
                fail(index, result.error());
            done();
        });
    }
    done();
    return all->future();
}

Future<void> ManyLists::read(std::size_t index)
{
    const auto chain = Chain<void>::begin(this);
    const Job &job = m_jobs[index];
    ListSession *session = job.session;
    chain->then(session->reload(), [this, index, session, edit = job.order.edit, chain] {
        m_lists[index].readAt = session->fetchedAt();
        m_book.noteSynchronised(session->connection().id, *session->fetchedAt());
        chain->then(edit(*session), [this, index, session, chain](const QStringList &notes) {
            m_lists[index].notes = notes;
            m_lists[index].draft = session->draft();
            if (session->draft().isClean()) {
                move(index, ListProgress::Stage::Unchanged);
                chain->finish({});
                return;
            }
            // A failure to find the address is told by the review itself.
            chain->either(session->findCurrentAddresses(), [=, this](const Result<CurrentAddresses> &) {
                chain->then(session->review(), [this, index, chain](const Review &review) {
                    m_lists[index].review = review;
                    move(index, ListProgress::Stage::Reviewed);
                    chain->finish({});
                });
            });
        });
    });
    return chain->future();
}

Future<void> ManyLists::send(std::size_t index, const ApplyConsent &consent)
{
    const auto chain = Chain<void>::begin(this);
    ListSession *session = m_jobs[index].session;
    const bool hasChanges = m_lists[index].stage == ListProgress::Stage::Reviewed;
    if (hasChanges)
        move(index, ListProgress::Stage::Sending);
    chain->then(runHook(m_jobs[index].order.beforeSending, *session), [=, this] {
        if (!hasChanges) {
            settle(index, chain);
            return;
        }
        ApplyConsent given = consent;
        given.reviewed = digestOf(m_lists[index].review, m_lists[index].draft);
        chain->either(session->apply(given),
                      [this, index, chain](const Result<ApplyOutcome> &outcome) { conclude(index, outcome, chain); });
    });
    return chain->future();
}

void ManyLists::reviewAnew(std::size_t index, const std::shared_ptr<Chain<void>> &chain, const QString &note)
{
    ListSession *session = m_jobs[index].session;
    chain->then(session->review(), [this, index, session, chain, note](const Review &review) {
        ListProgress &list = m_lists[index];
        list.draft = session->draft();
        list.review = review;
        if (!note.isEmpty() && !list.notes.contains(note))
            list.notes.append(note);
        move(index, ListProgress::Stage::Reviewed);
        chain->finish({});
    });
}

void ManyLists::conclude(std::size_t index, const Result<ApplyOutcome> &outcome,
                         const std::shared_ptr<Chain<void>> &chain)
{
    ListProgress &list = m_lists[index];
    list.outcomes = m_jobs[index].session->lastOutcomes();
    if (!outcome && outcome.error().kind == ErrorKind::NotAsReviewed) {
        reviewAnew(index, chain, tr("Somebody changed the list meanwhile. Nothing was sent: look at it again."));
        return;
    }
    if (!outcome) {
        chain->finish(failure(outcome.error()));
        return;
    }
    list.draft = m_jobs[index].session->draft();
    list.applied = outcome->applied;
    list.readAt = outcome->liveSince;
    m_book.noteSynchronised(list.connection.id, outcome->liveSince);
    move(index, ListProgress::Stage::Live);
    settle(index, chain);
}

void ManyLists::settle(std::size_t index, const std::shared_ptr<Chain<void>> &chain)
{
    chain->then(runHook(m_jobs[index].order.afterwards, *m_jobs[index].session), [chain] { chain->finish({}); });
}

void ManyLists::move(std::size_t index, ListProgress::Stage stage)
{
    m_lists[index].stage = stage;
    Q_EMIT changed(static_cast<int>(index));
}

void ManyLists::fail(std::size_t index, const Error &error)
{
    m_lists[index].error = error;
    move(index, ListProgress::Stage::Failed);
}

void ManyLists::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace gatehouse
