// SPDX-License-Identifier: Apache-2.0
#include "base/ProcessMark.h"
#include "sync/ListSessionPrivate.h"

#include <algorithm>

namespace gatehouse {

bool InterruptedApply::tookEffect() const
{
    return std::ranges::all_of(
        changes, [](const SettledChange &settled) { return settled.outcome == SettledChange::Outcome::TookEffect; });
}

// --- what was interrupted

Future<std::vector<JournalRecord>> ListSession::Private::orphans()
{
    const auto chain = Chain<std::vector<JournalRecord>>::begin(&q);
    chain->then(store.openRecords(connection.id), [chain](std::vector<JournalRecord> records) {
        const QString thisRun = ownProcessMark();
        std::erase_if(records, [&thisRun](const JournalRecord &record) {
            const bool isElsewhere = record.process != thisRun && isRunning(record.process);
            return isElsewhere || record.deadline.has_value();
        });
        chain->finish(std::move(records));
    });
    return chain->future();
}

Future<std::optional<InterruptedApply>> ListSession::Private::readInterrupted(const std::shared_ptr<RestService> &from)
{
    const auto chain = Chain<std::optional<InterruptedApply>>::begin(&q);
    chain->then(orphans(), [this, chain, from](const std::vector<JournalRecord> &records) {
        if (records.empty())
            chain->finish(std::optional<InterruptedApply>());
        else
            readOrphans(chain, from);
    });
    return chain->future();
}

/// Whoever has the list's turn knows that no session of this program is still sending what the records are about.
void ListSession::Private::readOrphans(const std::shared_ptr<Chain<std::optional<InterruptedApply>>> &chain,
                                       const std::shared_ptr<RestService> &from)
{
    chain->then(connector.turns().take(connection.id), [this, chain, from](const std::shared_ptr<Turns::Turn> &turn) {
        chain->then(orphans(), [this, chain, from, turn](const std::vector<JournalRecord> &records) {
            if (records.empty()) {
                turn->release();
                chain->finish(std::optional<InterruptedApply>());
                return;
            }
            chain->then(held.read(from), [this, chain, from, turn, records](const Reading &reading) {
                turn->release();
                chain->either(adopt(reading, *from), [this, chain, from, records](const Result<void> &) {
                    m_interrupted.clear();
                    for (const JournalRecord &record : records)
                        m_interrupted.append(record.id);
                    const InterruptedApply found = settle(records, *from);
                    wantOnlyTheRest(found);
                    chain->finish(std::optional(found));
                });
            });
        });
    });
}

/// Of what is half done the new entry is there: to want it again would make it twice.
void ListSession::Private::wantOnlyTheRest(const InterruptedApply &found)
{
    Draft draft = editor.draft();
    for (const SettledChange &settled : found.changes) {
        const Change *pending = draft.change(settled.before);
        const bool isSame = pending && pending->after && settled.change.after &&
                            pending->after->content == settled.change.after->content;
        if (settled.outcome == SettledChange::Outcome::HalfDone && isSame)
            draft.set(settled.before, std::nullopt);
    }
    editor.reset(std::move(draft), true);
    Q_EMIT q.listReset();
}

InterruptedApply ListSession::Private::settle(const std::vector<JournalRecord> &records, const RestService &from) const
{
    InterruptedApply found;
    for (const JournalRecord &record : records) {
        found.begunAt = record.begunAt;
        const auto changes = settle(record, from);
        found.changes.insert(found.changes.end(), changes.begin(), changes.end());
    }
    return found;
}

std::vector<SettledChange> ListSession::Private::settle(const JournalRecord &record, const RestService &from) const
{
    std::vector<Entry> live;
    std::ranges::copy_if(editor.draft().snapshot().entries(), std::back_inserter(live),
                         [this](const Entry &entry) { return held.placeOf(entry.key) != Place::Vanished; });
    return settled(
        record.changes, record.beside, live,
        [this, &from](const EntryContent &read, const EntryContent &wanted) { return held.holds(from, read, wanted); });
}

void ListSession::Private::noteInterrupted(const Result<std::optional<InterruptedApply>> &found)
{
    if (!found || (!*found && !interrupted))
        return;
    interrupted = *found;
    if (interrupted && interrupted->tookEffect())
        (void)endInterrupted(JournalRecord::State::Settled);
    Q_EMIT q.interruptedChanged();
}

Future<std::optional<InterruptedApply>> ListSession::Private::settleInterrupted()
{
    using Found = std::optional<InterruptedApply>;
    const auto chain = Chain<Found>::begin(&q);
    chain->then(connected(), [this, chain](const std::shared_ptr<RestService> &from) {
        chain->then(readInterrupted(from), [this, chain](const Found &found) {
            chain->then(endInterrupted(JournalRecord::State::Settled), [chain, found] { chain->finish(found); });
        });
    });
    return chain->future();
}

Future<void> ListSession::Private::endInterrupted(JournalRecord::State state)
{
    Future<void> ending = ready<void>({});
    for (const qint64 record : std::exchange(m_interrupted, {}))
        ending = store.endRecord(record, state, clock.now()); // in their order: the last is done last
    return ending;
}

bool ListSession::Private::isInDraft(const SettledChange &settled) const
{
    return editor.draft().change(settled.change.key()) || editor.draft().change(settled.before);
}

bool ListSession::Private::isRestInDraft() const
{
    return interrupted && std::ranges::all_of(interrupted->changes, [this](const SettledChange &settled) {
               return settled.outcome == SettledChange::Outcome::TookEffect || isInDraft(settled);
           });
}

void ListSession::Private::noteTakenOver()
{
    m_unread.clear();
    if (!m_tookOver)
        return;
    m_interrupted.clear();
    interrupted.reset();
    Q_EMIT q.interruptedChanged();
}

void ListSession::Private::resumeInterrupted()
{
    if (!interrupted)
        return;
    std::vector<DraftEditor::Step> steps;
    for (const SettledChange &settled : interrupted->changes) {
        if (settled.outcome == SettledChange::Outcome::TookEffect || isInDraft(settled))
            continue; // also what is wanted otherwise since
        const EntryKey key = settled.before.isNull() ? settled.change.key() : settled.before;
        const bool isMadeAlready = settled.outcome == SettledChange::Outcome::HalfDone;
        const bool toRemove = isMadeAlready || !settled.change.after;
        steps.push_back({key, toRemove ? std::nullopt : std::optional(settled.change.after->content)});
    }
    editor.push(ListSession::tr("Finish what was interrupted"), std::move(steps));
}

void ListSession::Private::dropInterrupted()
{
    if (!interrupted)
        return;
    std::vector<EntryKey> keys;
    for (const SettledChange &settled : interrupted->changes) {
        for (const EntryKey &key : {settled.change.key(), settled.before}) {
            if (settled.outcome != SettledChange::Outcome::TookEffect && editor.draft().change(key))
                keys.push_back(key);
        }
    }
    interrupted.reset();
    whenDone(endInterrupted(JournalRecord::State::Dropped), &q, [this](const Result<void> &ended) {
        if (!ended)
            Q_EMIT q.storingFailed(ended.error());
    });
    takeBack(keys, ListSession::tr("Drop what was interrupted"));
    Q_EMIT q.interruptedChanged();
}

// --- confirm or revert

Future<void> ListSession::Private::findWatched()
{
    const auto chain = Chain<void>::begin(&q);
    chain->then(store.openRecords(connection.id), [this, chain](const std::vector<JournalRecord> &records) {
        const QString thisRun = ownProcessMark();
        const auto found = std::ranges::find_if(records, [&thisRun](const JournalRecord &record) {
            return record.deadline && (record.process == thisRun || !isRunning(record.process));
        });
        setWatched(found == records.end() ? std::nullopt : std::optional(*found));
        chain->finish({});
    });
    return chain->future();
}

void ListSession::Private::setWatched(std::optional<JournalRecord> record)
{
    const bool isNews = record != watched;
    watched = std::move(record);
    if (isNews)
        Q_EMIT q.watchedChanged();
}

Future<void> ListSession::Private::keepWatched()
{
    if (!watched)
        return ready<void>({});
    const auto chain = Chain<void>::begin(&q);
    chain->then(store.endRecord(watched->id, JournalRecord::State::Kept, clock.now()), [this, chain] {
        setWatched(std::nullopt);
        chain->finish({});
    });
    return chain->future();
}

/// An entry that is as `wanted`, and was not there beside the apply: made anew by an earlier try to take it back, of
/// which nobody saw the end.
EntryKey ListSession::Private::madeAnew(const Entry &wanted, const JournalRecord &record) const
{
    for (const Entry &entry : editor.draft().snapshot().entries()) {
        const auto isSame = [&entry](const Entry &known) {
            return known.remoteId == entry.remoteId && known.content.range == entry.content.range;
        };
        const bool isWanted =
            held.placeOf(entry.key) != Place::Vanished && held.holds(*service, entry.content, wanted.content);
        if (isWanted && !std::ranges::any_of(record.beside, isSame))
            return entry.key;
    }
    return {};
}

void ListSession::Private::takeBackApply(const JournalRecord &record)
{
    std::vector<DraftEditor::Step> steps;
    for (const SettledChange &settled : settle(record, *service)) {
        if (settled.outcome == SettledChange::Outcome::DidNot)
            continue;
        const bool isLeft = settled.outcome == SettledChange::Outcome::HalfDone || !settled.change.before;
        const EntryKey anew = isLeft ? EntryKey() : madeAnew(*settled.change.before, record);
        if (!anew.isNull() && (settled.after.isNull() || anew == settled.after))
            continue;
        const EntryKey key = settled.after.isNull() ? QUuid::createUuid() : settled.after;
        const bool isRemoved = isLeft || !anew.isNull();
        steps.push_back({key, isRemoved ? std::nullopt : std::optional(settled.change.before->content)});
    }
    editor.push(ListSession::tr("Take back what was watched"), std::move(steps));
}

/// With a session of its own: what is pending here is neither sent nor lost by it.
Future<void> ListSession::Private::revertWatched()
{
    if (!watched)
        return ready<void>({});
    auto *session = new ListSession(connection, connector, store, finder, clock, Memory::Transient, &q);
    const auto chain = Chain<void>::begin(&q, [session](const Result<void> &) { session->deleteLater(); });
    chain->then(session->reload(), [this, chain, session, record = *watched] {
        session->d->takeBackApply(record);
        chain->then(session->apply({.lockOut = true}), [this, chain, id = record.id](const ApplyOutcome &) {
            chain->then(store.endRecord(id, JournalRecord::State::Reverted, clock.now()), [this, chain] {
                setWatched(std::nullopt);
                chain->finish({});
            });
        });
    });
    return chain->future();
}

} // namespace gatehouse
