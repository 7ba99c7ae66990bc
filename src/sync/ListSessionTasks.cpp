// SPDX-License-Identifier: Apache-2.0
#include "sync/ListSessionPrivate.h"
#include "sync/Reconciliation.h"

#include <QTimer>

#include <algorithm>

namespace gatehouse {

ListSession::Private::Private(ListSession &session, ConnectionRecord record, ServiceConnector &serviceConnector,
                              Store &localStore, AddressFinder &addressFinder, const Clock &time, Memory kept)
    : q(session)
    , connection(std::move(record))
    , connector(serviceConnector)
    , store(localStore)
    , finder(addressFinder)
    , clock(time)
    , memory(kept)
{}

const Conflict *ListSession::Private::conflict(const EntryKey &key) const
{
    const auto found = std::ranges::find(conflicts, key, &Conflict::key);
    return found == conflicts.end() ? nullptr : &*found;
}

void ListSession::Private::noteEdited(const QList<EntryKey> &keys)
{
    for (const EntryKey &key : keys)
        reasons.remove(key);
    Q_EMIT q.entriesChanged(keys);
    if (m_storingDraft)
        return;
    // Once for all edits of this turn of the event loop.
    m_storingDraft = true;
    QTimer::singleShot(0, &q, [this] { storeDraft(); });
}

void ListSession::Private::storeDraft()
{
    m_storingDraft = false;
    whenDone(saveDraft(), &q, [this](const Result<void> &stored) {
        if (!stored)
            Q_EMIT q.storingFailed(stored.error());
    });
}

Future<void> ListSession::Private::saveDraft()
{
    if (memory == Memory::Transient)
        return ready<void>({});
    return store.saveDraft(connection.id, editor.draft().changes());
}

Future<void> ListSession::Private::saveList()
{
    if (memory == Memory::Transient)
        return ready<void>({});
    return store.saveList(connection.id, {editor.draft(), fetchedAt});
}

void ListSession::Private::takeBack(const std::vector<EntryKey> &keys, const QString &text)
{
    std::vector<DraftEditor::Step> steps;
    for (const EntryKey &key : keys) {
        const Entry *live = editor.draft().snapshot().find(key);
        steps.push_back({key, live ? std::optional(live->content) : std::nullopt});
        std::erase_if(conflicts, [&](const Conflict &conflict) { return conflict.key == key; });
    }
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
    const auto chain = Chain<void>::begin(
        &q, [this](const Result<void> &result) { end(result ? std::nullopt : std::optional(result.error())); });
    const Future<StoredList> known =
        memory == Memory::Transient ? ready<StoredList>(StoredList{}) : store.list(connection.id);
    chain->then(known, [this, chain](const StoredList &stored) {
        takeOver(stored);
        chain->finish({});
    });
    return chain->future();
}

void ListSession::Private::takeOver(const StoredList &stored)
{
    editor.reset(stored.draft, false);
    fetchedAt = stored.fetchedAt;
    conflicts.clear();
    reasons.clear();
    Q_EMIT q.listReset();
}

MergeResult ListSession::Private::merged(std::vector<Entry> remote) const
{
    const Draft &draft = editor.draft();
    auto keyed = std::make_shared<const Allowlist>(withKeysOf(std::move(remote), draft.snapshot()));
    return mergeThreeWays(draft, std::move(keyed));
}

Future<void> ListSession::Private::adopt(MergeResult result)
{
    const bool movedElsewhere = !(result.draft.snapshot() == editor.draft().snapshot());
    fetchedAt = clock.now();
    conflicts = std::move(result.conflicts);
    editor.reset(std::move(result.draft), !movedElsewhere);
    Q_EMIT q.listReset();
    Q_EMIT q.synchronised(*fetchedAt);
    return saveList();
}

Future<void> ListSession::Private::reload()
{
    if (auto refusal = refusalWhileBusy())
        return readyFailure<void>(*refusal);
    begin(Activity::Loading);
    const auto chain = Chain<void>::begin(
        &q, [this](const Result<void> &result) { end(result ? std::nullopt : std::optional(result.error())); });
    chain->then(connected(), [this, chain](const std::shared_ptr<RestService> &connectedService) {
        if (!addresses.isKnown())
            (void)findAddresses(); // beside the list; its failure is told by the review
        chain->then(connectedService->fetch(), [this, chain](const std::vector<Entry> &remote) {
            chain->either(adopt(merged(remote)), [this, chain](const Result<void> &stored) {
                if (!stored)
                    Q_EMIT q.storingFailed(stored.error());
                chain->finish({});
            });
        });
    });
    return chain->future();
}

Future<CurrentAddresses> ListSession::Private::findAddresses()
{
    const auto chain = Chain<CurrentAddresses>::begin(&q);
    // Without its service (no secret yet) the address can still be asked of the echo services.
    chain->either(connected(), [this, chain](const Result<std::shared_ptr<RestService>> &connectedService) {
        const std::shared_ptr<RestService> kept = connectedService ? *connectedService : nullptr;
        chain->then(finder.find(kept.get()), [this, chain, kept](const CurrentAddresses &found) {
            addresses = found;
            Q_EMIT q.currentAddressesChanged();
            chain->finish(found);
        });
    });
    return chain->future();
}

ApplyTask ListSession::Private::taskFor(const ApplyConsent &consent, std::shared_ptr<RestService> to)
{
    ApplyTask task;
    task.service = std::move(to);
    task.rules = q.rules();
    task.current = addresses;
    task.consent = consent;
    task.adopt = [this](std::vector<Entry> remote) -> Result<Draft> {
        // Stored together with the read-back at the end; the draft itself is durable already.
        (void)adopt(merged(std::move(remote)));
        if (!conflicts.empty())
            return failure(ErrorKind::Conflict,
                           ListSession::tr("%n entries were changed here and elsewhere, differently.", nullptr,
                                           static_cast<int>(conflicts.size())));
        return editor.draft();
    };
    task.aboutToSend = [this](const Draft &draft) {
        QList<EntryKey> keys;
        for (const Change &change : draft.changes().changes)
            keys.append(change.key());
        sending = QSet<EntryKey>(keys.begin(), keys.end());
        Q_EMIT q.entriesChanged(keys);
    };
    return task;
}

Future<ApplyOutcome> ListSession::Private::apply(const ApplyConsent &consent)
{
    if (auto refusal = refusalWhileBusy())
        return readyFailure<ApplyOutcome>(*refusal);
    begin(Activity::Applying);
    reasons.clear();
    const auto chain = Chain<ApplyOutcome>::begin(&q, [this](const Result<ApplyOutcome> &result) {
        end(result ? std::nullopt : std::optional(result.error()));
        Q_EMIT q.listReset();
    });
    const auto send = [this, chain, consent](const std::shared_ptr<RestService> &to) {
        chain->then(runApply(taskFor(consent, to), clock, &q), [this, chain, to](const ApplyReport &report) {
            const Result<ApplyOutcome> outcome = conclude(report, *to);
            chain->either(saveList(), [this, chain, outcome](const Result<void> &stored) {
                if (!stored)
                    Q_EMIT q.storingFailed(stored.error());
                chain->finish(outcome);
            });
        });
    };
    // The draft is durable before anything goes out, so that no crash can lose what was wanted.
    chain->then(saveDraft(), [this, chain, send] {
        chain->then(connected(), [this, chain, send](const std::shared_ptr<RestService> &to) {
            if (addresses.isKnown())
                send(to);
            else
                chain->either(findAddresses(), [send, to](const Result<CurrentAddresses> &) { send(to); });
        });
    });
    return chain->future();
}

Result<ApplyOutcome> ListSession::Private::conclude(const ApplyReport &report, const RestService &used)
{
    if (!report.live) {
        for (const Change &change : report.sent.changes().changes)
            reasons.insert(
                change.key(),
                ListSession::tr("It was sent, but the list could not be read back. Reload to see what holds."));
        return failure(report.live.error());
    }
    const Draft current = editor.draft();
    auto live = std::make_shared<const Allowlist>(withKeysOf(*report.live, report.sent.result()));
    const auto holds = [&used](const EntryContent &held, const EntryContent &wanted) {
        return used.holds(held, wanted);
    };
    Reconciliation found = reconcile(report.sent, current, std::move(live), holds);
    editor.reset(std::move(found.draft), true);
    fetchedAt = clock.now();
    for (const EntryKey &key : found.notApplied) {
        const auto failed = report.failures.constFind(key);
        reasons.insert(key, failed == report.failures.constEnd()
                                ? ListSession::tr("Read back, it is not what was sent.")
                            : failed->message.isEmpty() ? explain(*failed)
                                                        : failed->message);
    }
    Q_EMIT q.synchronised(*fetchedAt);
    if (!report.failures.isEmpty())
        return failure(*report.failures.begin());
    if (!found.notApplied.empty()) {
        return failure(ErrorKind::NotAsPlanned, ListSession::tr("%n entries are not at the service as they were sent.",
                                                                nullptr, static_cast<int>(found.notApplied.size())));
    }
    return ApplyOutcome{std::move(found.applied), std::move(found.notApplied), *fetchedAt};
}

} // namespace gatehouse
