// SPDX-License-Identifier: Apache-2.0
#include "sync/Keeper.h"

#include "base/Logging.h"
#include "sync/Chain.h"
#include "sync/HeldList.h"

#include <QHash>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace gatehouse {

namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

constexpr seconds firstPause = 1min; ///< after a failure
constexpr seconds longestPause = 1h;
/// So long a timer runs before the clock is asked again: timers stand still while the computer sleeps.
constexpr std::chrono::milliseconds longestWait = 1min;

seconds pauseAfter(int failures, const Error &error)
{
    seconds pause = firstPause;
    for (int doubled = 1; doubled < failures && pause < longestPause; ++doubled)
        pause *= 2;
    return std::max(std::min(pause, longestPause), error.retryAfter.value_or(0s));
}

void takeEarlier(std::optional<QDateTime> &earliest, const std::optional<QDateTime> &time)
{
    if (time && (!earliest || *time < *earliest))
        earliest = time;
}

/// When something that this computer remembers of a list is over.
std::optional<QDateTime> firstEnd(const StoredList &list, const Overlay &overlay)
{
    std::optional<QDateTime> first;
    for (const Entry &entry : list.draft.snapshot().entries())
        takeEarlier(first, entry.content.expiresAt);
    for (const OverlayRow &row : overlay.rows)
        takeEarlier(first, row.content.expiresAt);
    return first;
}

} // namespace

class Keeper::Private
{
public:
    /// What is known of one list.
    struct Watch
    {
        std::optional<QDateTime> next; ///< when to look at it
        seconds pause = 0s;            ///< above 0: that is so far from now at most, even when the clock was set back
        std::optional<Error> error;
        std::vector<Entry> needsUser;
        int failures = 0;
        std::vector<std::shared_ptr<Chain<Sweep>>> waiting; ///< for the sweep that runs; empty: none does
    };

    Private(Keeper &keeper, ConnectionBook &connections, ServiceConnector &serviceConnector, Store &localStore,
            AddressFinder &finder, const Clock &time)
        : q(keeper)
        , book(connections)
        , connector(serviceConnector)
        , store(localStore)
        , addresses(finder)
        , clock(time)
    {
        timer.setSingleShot(true);
    }

    Future<void> beginAll();
    Future<void> remember(const ConnectionRecord &connection);
    void forgetRemoved();
    void conclude(const QUuid &id, const Result<Sweep> &result);
    void succeed(Watch &watch, const Sweep &sweep);
    void schedule();

    Keeper &q;
    ConnectionBook &book;
    ServiceConnector &connector;
    Store &store;
    AddressFinder &addresses;
    const Clock &clock;
    QHash<QUuid, Watch> watches;
    QTimer timer;
};

Keeper::Keeper(ConnectionBook &book, ServiceConnector &connector, Store &store, AddressFinder &addresses,
               const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, book, connector, store, addresses, clock))
{
    connect(&d->timer, &QTimer::timeout, this, &Keeper::look);
}

Keeper::~Keeper() = default;

Future<void> Keeper::start()
{
    const auto notice = [this](int index) {
        whenDone(d->remember(d->book.records()[static_cast<std::size_t>(index)]), this,
                 [this](const Result<void> &) { look(); });
    };
    connect(&d->book, &ConnectionBook::added, this, notice);
    connect(&d->book, &ConnectionBook::changed, this, notice);
    connect(&d->book, &ConnectionBook::removed, this, [this] { d->forgetRemoved(); });
    return d->beginAll();
}

/// All at once: a list that does not answer for long must not hold up the others.
Future<void> Keeper::Private::beginAll()
{
    const auto chain = Chain<void>::begin(&q);
    const auto left = std::make_shared<std::size_t>(book.records().size() + 1);
    const std::function<void()> done = [this, chain, left] {
        if (--*left > 0)
            return;
        schedule();
        chain->finish({});
    };
    for (const ConnectionRecord &connection : book.records()) {
        whenDone(remember(connection), &q, [this, done, id = connection.id](const Result<void> &) {
            const auto next = q.nextLook(id);
            if (next && *next <= clock.now())
                whenDone(q.sweep(id), &q, [done](const Result<Sweep> &) { done(); });
            else
                done();
        });
    }
    done();
    return chain->future();
}

Future<void> Keeper::Private::remember(const ConnectionRecord &connection)
{
    if (!q.keeps(connection)) {
        watches.remove(connection.id);
        return ready<void>({});
    }
    const auto chain = Chain<void>::begin(&q);
    chain->then(store.list(connection.id), [this, chain, id = connection.id](const StoredList &list) {
        chain->then(store.overlay(id), [this, chain, id, list](const Overlay &overlay) {
            watches[id].next = firstEnd(list, overlay);
            chain->finish({});
        });
    });
    return chain->future();
}

void Keeper::Private::forgetRemoved()
{
    erase_if(watches, [this](const auto &watch) { return !book.find(watch.key()) && watch->waiting.empty(); });
    schedule();
}

bool Keeper::keeps(const ConnectionRecord &connection) const
{
    const auto definition = d->connector.catalog().find(connection.serviceId);
    return definition && keptFields(definition->capabilities).expiry;
}

void Keeper::look()
{
    const QDateTime now = d->clock.now();
    QList<QUuid> due;
    for (auto watch = d->watches.begin(); watch != d->watches.end(); ++watch) {
        // What we chose ourselves, by a clock that was wrong.
        if (watch->pause > 0s && watch->next && now.secsTo(*watch->next) > watch->pause.count())
            watch->next = now.addSecs(watch->pause.count());
        if (watch->next && *watch->next <= now && watch->waiting.empty())
            due.append(watch.key());
    }
    for (const QUuid &id : due)
        (void)sweep(id);
    d->schedule();
}

void Keeper::Private::schedule()
{
    std::optional<QDateTime> next;
    for (const Watch &watch : std::as_const(watches)) {
        if (watch.waiting.empty())
            takeEarlier(next, watch.next);
    }
    if (!next) {
        timer.stop();
        return;
    }
    const std::chrono::milliseconds left(clock.now().msecsTo(*next));
    timer.start(std::clamp(left, std::chrono::milliseconds(0), longestWait));
}

Future<Sweep> Keeper::sweep(const QUuid &connection)
{
    const ConnectionRecord *record = d->book.find(connection);
    if (!record)
        return readyFailure<Sweep>(makeError(ErrorKind::InvalidInput, tr("There is no such connection.")));
    if (!keeps(*record))
        return ready<Sweep>(Sweep{});
    Private::Watch &watch = d->watches[connection];
    const auto chain = Chain<Sweep>::begin(this);
    const bool isFirst = watch.waiting.empty();
    watch.waiting.push_back(chain);
    if (isFirst) {
        whenDone(sweepList(*record, d->connector, d->store, d->addresses, d->clock, this), this,
                 [this, connection](const Result<Sweep> &result) { d->conclude(connection, result); });
        Q_EMIT running(connection);
    }
    return chain->future();
}

void Keeper::Private::conclude(const QUuid &id, const Result<Sweep> &result)
{
    Watch &watch = watches[id];
    const auto waiting = std::exchange(watch.waiting, {});
    if (result) {
        succeed(watch, *result);
    } else {
        watch.error = result.error();
        watch.pause = pauseAfter(++watch.failures, result.error());
        watch.next = clock.now().addSecs(watch.pause.count());
        qCInfo(logging::sync) << "expired entries could not be ended:" << kindName(result.error().kind);
    }
    if (!book.find(id))
        watches.remove(id);
    schedule();
    for (const auto &chain : waiting)
        chain->finish(result);
    if (result)
        Q_EMIT q.finished(id, *result);
    else
        Q_EMIT q.failed(id, result.error());
}

void Keeper::Private::succeed(Watch &watch, const Sweep &sweep)
{
    watch.error.reset();
    watch.failures = 0;
    watch.needsUser = sweep.needsUser;
    watch.next = sweep.nextDue;
    watch.pause = sweep.needsUser.empty() ? 0s : longestPause;
    if (watch.pause > 0s) // somebody may have added an entry elsewhere
        takeEarlier(watch.next, clock.now().addSecs(watch.pause.count()));
}

bool Keeper::isRunning(const QUuid &connection) const
{
    return !d->watches.value(connection).waiting.empty();
}

std::optional<Error> Keeper::errorOf(const QUuid &connection) const
{
    return d->watches.value(connection).error;
}

std::vector<Entry> Keeper::needsUser(const QUuid &connection) const
{
    return d->watches.value(connection).needsUser;
}

std::optional<QDateTime> Keeper::nextLook(const QUuid &connection) const
{
    return d->watches.value(connection).next;
}

} // namespace gatehouse
