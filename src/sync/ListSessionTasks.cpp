// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Text.h"
#include "sync/ListSessionPrivate.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace gatehouse {

namespace {

bool isRecent(const std::optional<QDateTime> &when, const QDateTime &now, std::chrono::milliseconds age)
{
    return when && std::abs(when->msecsTo(now)) < age.count(); // the clock may have been set back
}

} // namespace

ListSession::Private::Private(ListSession &session, ConnectionRecord record, ServiceConnector &serviceConnector,
                              Store &localStore, AddressFinder &addressFinder, const Clock &time, Memory kept)
    : q(session)
    , connection(std::move(record))
    , connector(serviceConnector)
    , store(localStore)
    , finder(addressFinder)
    , clock(time)
    , memory(kept)
    , held(connection.id, store, clock, &session)
    , history(connection.id, store)
{
    updateHolding();
}

void ListSession::Private::updateHolding()
{
    const auto definition = connector.catalog().find(connection.serviceId);
    held.setHolding(definition ? holdingOf(*definition, connection) : Holding{});
}

const Conflict *ListSession::Private::conflict(const EntryKey &key) const
{
    return conflicts.find(key);
}

RowState ListSession::Private::settledStateOf(const EntryKey &key) const
{
    const Place place = held.placeOf(key);
    if (place == Place::Vanished)
        return RowState::Vanished;
    const Entry *entry = editor.draft().snapshot().find(key);
    const bool weEndIt = held.holding().kept.expiry && isAtService(place);
    return weEndIt && entry && entry->isExpired(clock.now()) ? RowState::Overdue : RowState::Live;
}

void ListSession::Private::noteEdited(const QList<EntryKey> &keys)
{
    for (const EntryKey &key : keys) {
        reasons.remove(key);
        m_edited.insert(key);
    }
    noteEditedConflicts(keys);
    if (editor.draft().isClean())
        applyCause = HistoryCause::Applied;
    Q_EMIT q.entriesChanged(keys);
    if (m_storingDraft)
        return;
    // Once for all edits of this turn of the event loop.
    m_storingDraft = true;
    QTimer::singleShot(0, &q, [this] { storeDraft(); });
}

/// An edit settles no conflict, but one of which nothing is wanted any more is none.
void ListSession::Private::noteEditedConflicts(const QList<EntryKey> &keys)
{
    QSet<EntryKey> settled;
    for (const EntryKey &key : keys) {
        if (const Change *change = editor.draft().change(key))
            conflicts.setMine(key, change->after);
        else
            settled.insert(key);
    }
    conflicts.drop(settled);
}

void ListSession::Private::storeDraft()
{
    m_storingDraft = false;
    whenDone(m_isDraftStored ? saveEdits() : saveDraft(), &q, [this](const Result<void> &stored) {
        if (!stored)
            Q_EMIT q.storingFailed(stored.error());
    });
}

Future<void> ListSession::Private::saveDraft()
{
    if (memory == Memory::Transient)
        return ready<void>({});
    return noteSaving(store.saveDraft(connection.id, withBases(editor.draft().changes(), conflicts.all())));
}

/// Of a large draft, only what was edited since it was stored.
Future<void> ListSession::Private::saveEdits()
{
    if (memory == Memory::Transient)
        return ready<void>({});
    std::vector<DraftEdit> edits;
    for (const EntryKey &key : std::as_const(m_edited)) {
        const Change *change = editor.draft().change(key);
        DraftEdit &edit = edits.emplace_back(DraftEdit{key, change ? std::optional(*change) : std::nullopt});
        if (const Conflict *conflict = conflicts.find(key); conflict && edit.change)
            edit.change->before = conflict->base;
    }
    return noteSaving(store.saveEdits(connection.id, edits));
}

Future<void> ListSession::Private::saveList()
{
    if (memory == Memory::Transient)
        return ready<void>({});
    return noteSaving(store.saveList(connection.id, {editor.draft(), fetchedAt, conflicts.all()}));
}

/// After a failure, nobody knows what is stored: the next time all of it is.
Future<void> ListSession::Private::noteSaving(const Future<void> &saving)
{
    m_edited.clear();
    m_isDraftStored = true;
    whenDone(saving, &q, [this](const Result<void> &stored) { m_isDraftStored = m_isDraftStored && stored; });
    return saving;
}

void ListSession::Private::takeBack(const std::vector<EntryKey> &keys, const QString &text)
{
    std::vector<DraftEditor::Step> steps;
    for (const EntryKey &key : keys) {
        const Entry *live = editor.draft().snapshot().find(key);
        steps.push_back({key, live ? std::optional(live->content) : std::nullopt});
    }
    conflicts.drop(QSet<EntryKey>(keys.begin(), keys.end()));
    editor.push(text, std::move(steps));
}

std::optional<Error> ListSession::Private::refusalWhileBusy() const
{
    if (activity == Activity::Idle)
        return std::nullopt;
    return makeError(ErrorKind::InvalidInput,
                     ListSession::tr("The list is busy. Wait until it is done, or cancel it."));
}

void ListSession::Private::begin(Activity next)
{
    activity = next;
    Q_EMIT q.activityChanged();
}

void ListSession::Private::end(const std::optional<Error> &error)
{
    if (error && (error->kind == ErrorKind::Unauthorized || error->kind == ErrorKind::Forbidden))
        service.reset();
    sending.clear();
    if (const auto turn = std::exchange(m_turn, {}))
        turn->release();
    activity = Activity::Idle;
    Q_EMIT q.activityChanged();
}

Future<std::shared_ptr<RestService>> ListSession::Private::connected()
{
    if (service)
        return ready<std::shared_ptr<RestService>>(service);
    const auto chain = Chain<std::shared_ptr<RestService>>::begin(&q);
    chain->then(connector.connectTo(connection), [this, chain](const std::shared_ptr<RestService> &made) {
        service = made;
        chain->finish(made);
    });
    return chain->future();
}

Future<void> ListSession::Private::open()
{
    if (auto refusal = refusalWhileBusy())
        return readyFailure<void>(*refusal);
    begin(Activity::Opening);
    recallOwn();
    const auto chain = Chain<void>::begin(
        &q, [this](const Result<void> &result) { end(result ? std::nullopt : std::optional(result.error())); });
    const Future<StoredList> known =
        memory == Memory::Transient ? ready<StoredList>(StoredList{}) : store.list(connection.id);
    chain->then(known, [this, chain](const StoredList &stored) {
        chain->then(held.recall(stored.draft.snapshot().entries()),
                    [this, chain, stored](const std::vector<Place> &places) {
                        takeOver(stored, places);
                        chain->then(findWatched(), [chain] { chain->finish({}); });
                    });
    });
    return chain->future();
}

void ListSession::Private::takeOver(const StoredList &stored, const std::vector<Place> &places)
{
    held.adopt(stored.draft.snapshot(), places);
    editor.reset(stored.draft, false);
    fetchedAt = stored.fetchedAt;
    conflicts = Conflicts(stored.conflicts);
    reasons.clear();
    Q_EMIT q.listReset();
}

Future<void> ListSession::Private::adopt(Reading reading, const RestService &from)
{
    const Draft &draft = editor.draft();
    const auto keyed = std::make_shared<const Allowlist>(withKeysOf(std::move(reading.entries), draft.snapshot()));
    held.adopt(*keyed, reading.places);
    const bool movedElsewhere = !(*keyed == draft.snapshot());
    MergeResult merged =
        mergeThreeWays(draft, keyed, [this, &from](const EntryContent &live, const EntryContent &wanted) {
            return held.holds(from, live, wanted);
        });
    std::vector<Conflict> open = unsettled(conflicts.all(), merged);
    // What vanished is gone at the service: whoever wanted it removed has what they wanted.
    std::erase_if(open, [this](const Conflict &conflict) {
        return !conflict.mine && held.placeOf(conflict.key) == Place::Vanished;
    });
    conflicts = Conflicts(std::move(open));
    fetchedAt = clock.now();
    history.noteRead(merged.draft.sharedSnapshot(), *fetchedAt, draft.changes().changes);
    editor.reset(std::move(merged.draft), !movedElsewhere);
    Future<void> saving = saveList(); // before anybody is told: who reads the store then finds this list
    Q_EMIT q.listReset();
    Q_EMIT q.synchronised(*fetchedAt);
    return saving;
}

Error ListSession::Private::withAddresses(Error error, const CurrentAddresses &own)
{
    QStringList sentences{error.message};
    for (const auto &address : {own.v4, own.v6}) {
        if (address)
            sentences += ListSession::tr("The address of this computer is %1, as %2 sees it.")
                             .arg(toQString(*address), own.source);
    }
    sentences.removeAll(QString());
    error.message = sentences.join(u'\n');
    return error;
}

Future<void> ListSession::Private::reload()
{
    if (auto refusal = refusalWhileBusy())
        return readyFailure<void>(*refusal);
    begin(Activity::Loading);
    recallOwn();
    const auto chain = Chain<void>::begin(
        &q, [this](const Result<void> &result) { end(result ? std::nullopt : std::optional(result.error())); });
    chain->then(connected(), [this, chain](const std::shared_ptr<RestService> &connectedService) {
        if (memory == Memory::Kept && !addresses.isKnown())
            (void)findAddresses(); // beside the list; its failure is told by the review
        chain->either(held.read(connectedService), [this, chain, connectedService](const Result<Reading> &reading) {
            if (reading)
                wasRead(chain, *reading, connectedService);
            else
                fail(chain, reading.error());
        });
    });
    return chain->future();
}

void ListSession::Private::wasRead(const std::shared_ptr<Chain<void>> &chain, const Reading &reading,
                                   const std::shared_ptr<RestService> &from)
{
    chain->either(adopt(reading, *from), [this, chain, from](const Result<void> &stored) {
        if (!stored)
            Q_EMIT q.storingFailed(stored.error());
        if (memory == Memory::Transient) {
            chain->finish({});
            return;
        }
        chain->either(readInterrupted(from), [this, chain](const Result<std::optional<InterruptedApply>> &found) {
            noteInterrupted(found);
            chain->finish({});
        });
    });
}

void ListSession::Private::recallOwn()
{
    if (memory == Memory::Transient)
        return;
    whenDone(store.ownRanges(connection.id), &q, [this](const Result<std::vector<IpRange>> &ranges) {
        if (!ranges || *ranges == own)
            return;
        own = *ranges;
        Q_EMIT q.listReset();
    });
}

void ListSession::Private::changeOwn(const std::vector<IpRange> &ranges, bool isOwn)
{
    const std::vector<IpRange> none;
    whenDone(store.changeOwnRanges(connection.id, isOwn ? none : ranges, isOwn ? ranges : none), &q,
             [this](const Result<void> &stored) {
                 if (!stored)
                     Q_EMIT q.storingFailed(stored.error());
                 recallOwn();
             });
}

void ListSession::Private::setAddresses(const CurrentAddresses &found)
{
    addresses = found;
    m_addressesFoundAt = clock.now();
    m_addressesSoughtInVainAt.reset();
    Q_EMIT q.currentAddressesChanged();
}

bool ListSession::Private::hasFreshAddresses() const
{
    return addresses.isKnown() && isRecent(m_addressesFoundAt, clock.now(), std::chrono::minutes(5));
}

bool ListSession::Private::mustFindAddresses() const
{
    return !hasFreshAddresses() && !isRecent(m_addressesSoughtInVainAt, clock.now(), std::chrono::minutes(1));
}

void ListSession::Private::learn(const IpAddress &address)
{
    CurrentAddresses known = addresses;
    std::optional<IpAddress> &leading = address.family() == Family::V4 ? known.v4 : known.v6;
    if (leading == address)
        return;
    std::erase(known.others, address);
    if (leading)
        known.others.push_back(*leading);
    leading = address;
    known.source = connection.baseUrl.host();
    setAddresses(known);
}

Error ListSession::Private::afterLearning(const Error &error, const Draft &sent)
{
    const auto named =
        service && service->capabilities().force ? addressNamedIn(error.message + u' ' + error.detail) : std::nullopt;
    if (!named)
        return error;
    learn(*named);
    Error refused = error;
    if (gatehouse::review({sent, q.rules(), addresses, clock.now()}).needsNamedConfirmation())
        refused.kind = ErrorKind::LockOut;
    return refused;
}

Future<CurrentAddresses> ListSession::Private::findAddresses()
{
    const auto chain = Chain<CurrentAddresses>::begin(&q);
    // Without its service (no secret yet) the address can still be asked of the echo services.
    chain->either(connected(), [this, chain](const Result<std::shared_ptr<RestService>> &connectedService) {
        const std::shared_ptr<RestService> kept = connectedService ? *connectedService : nullptr;
        chain->either(finder.find(kept.get()), [this, chain, kept](const Result<CurrentAddresses> &found) {
            if (found)
                setAddresses(*found);
            else
                m_addressesSoughtInVainAt = clock.now();
            chain->finish(found);
        });
    });
    return chain->future();
}

} // namespace gatehouse
