// SPDX-License-Identifier: Apache-2.0
#include "sync/ListSessionPrivate.h"
#include "sync/Reconciliation.h"

#include <algorithm>

namespace gatehouse {

namespace {

/// The entries that the service has, or had: what is only left here of an entry says nothing of its list.
std::vector<Entry> atService(const Allowlist &list, const std::function<Place(std::size_t)> &placeOf)
{
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (placeOf(i) != Place::Vanished)
            entries.push_back(list.entries()[i]);
    }
    return entries;
}

bool isSameList(const std::vector<Entry> &entries, const Allowlist &before, std::size_t sizeBefore)
{
    return entries.size() == sizeBefore && std::ranges::all_of(entries, [&before](const Entry &entry) {
               const Entry *counterpart = before.find(entry.key);
               return counterpart && counterpart->content == entry.content;
           });
}

} // namespace

ApplyTask ListSession::Private::taskFor(const ApplyConsent &consent, std::shared_ptr<RestService> to)
{
    ApplyTask task;
    task.service = std::move(to);
    task.list = &held;
    task.journal = m_journal;
    task.rules = q.rules();
    task.current = addresses;
    task.consent = consent;
    task.showsWithin = showsWithin(task.service->definition());
    task.adopt = [this, from = task.service](Reading reading) -> Result<Draft> {
        // Stored together with the read-back at the end; the draft itself is durable already.
        (void)adopt(std::move(reading), *from);
        if (!conflicts.isEmpty())
            return failure(ErrorKind::Conflict,
                           ListSession::tr("%n entries were changed here and elsewhere, differently.", nullptr,
                                           static_cast<int>(conflicts.all().size())));
        return editor.draft();
    };
    task.refused = [this](const EntryFailures &failures) { noteReasons(failures); };
    task.aboutToSend = [this](const Draft &draft) {
        m_sent.clear();
        for (const Change &change : draft.changes().changes)
            m_sent.insert(change.key(), change.after ? std::optional(change.after->content) : std::nullopt);
        const QList<EntryKey> keys = m_sent.keys();
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
    outcomes.clear();
    m_rounds = 0;
    const auto chain = Chain<ApplyOutcome>::begin(&q, [this](const Result<ApplyOutcome> &result) {
        end(result ? std::nullopt : std::optional(result.error()));
        Q_EMIT q.listReset();
    });
    // The draft is durable before anything goes out, so that no crash can lose what was wanted.
    chain->then(saveDraft(), [this, chain, consent] {
        chain->then(connector.turns().take(connection.id),
                    [this, chain, consent](const std::shared_ptr<Turns::Turn> &turn) {
                        m_turn = turn;
                        send(chain, consent);
                    });
    });
    return chain->future();
}

void ListSession::Private::send(const SendingChain &chain, const ApplyConsent &consent)
{
    m_sendingTime.start();
    m_journal = std::make_shared<ApplyJournal>(store, connection.id, clock, &q);
    m_tookOver = isRestInDraft();
    m_journal->takeOver(m_unread + (m_tookOver ? m_interrupted : QList<qint64>()));
    const auto run = [this, chain, consent](const std::shared_ptr<RestService> &to) {
        chain->either(runApply(taskFor(consent, to), clock, &q),
                      [this, chain, consent, to](const Result<ApplyReport> &report) {
                          if (m_journal->isBegun())
                              noteTakenOver();
                          if (report)
                              noteSent(chain, consent, to, *report);
                          else
                              notSent(chain, report.error());
                      });
    };
    chain->then(connected(), [this, chain, run](const std::shared_ptr<RestService> &to) {
        if (mustFindAddresses())
            chain->either(findAddresses(), [run, to](const Result<CurrentAddresses> &) { run(to); });
        else
            run(to);
    });
}

void ListSession::Private::notSent(const SendingChain &chain, const Error &error)
{
    if (m_journal->isBegun())
        m_unread.append(m_journal->record().id);
    fail(chain, error);
}

void ListSession::Private::noteSent(const SendingChain &chain, const ApplyConsent &consent,
                                    const std::shared_ptr<RestService> &to, const ApplyReport &report)
{
    const Result<ApplyOutcome> outcome = conclude(report, *to);
    chain->either(saveList(), [this, chain, consent, to, outcome, report](const Result<void> &stored) {
        // The list first: a record that has ended says that the draft knows what came of it.
        chain->either(endRecord(report, outcome.has_value(), consent.watch),
                      [this, chain, consent, to, outcome, stored](const Result<void> &ended) {
                          for (const Result<void> &written : {stored, ended}) {
                              if (!written)
                                  Q_EMIT q.storingFailed(written.error());
                          }
                          makeSure(chain, consent, to, outcome);
                      });
    });
}

Result<ApplyOutcome> ListSession::Private::conclude(const ApplyReport &report, const RestService &used)
{
    if (!report.live) {
        noteOutcomes(report, {});
        return failure(report.live.error());
    }
    const Draft current = editor.draft();
    auto live = std::make_shared<const Allowlist>(withKeysOfSent(report.live->entries, report.sent));
    const Allowlist &before = report.sent.snapshot();
    const auto placeBefore = [this, &before](std::size_t i) { return held.placeOf(before.entries()[i].key); };
    const auto placeNow = [&report](std::size_t i) { return report.live->places[i]; };
    m_hasMoved = !isSameList(atService(*live, placeNow), before, atService(before, placeBefore).size());
    held.adopt(*live, report.live->places);
    const auto holds = [this, &used](const EntryContent &read, const EntryContent &wanted) {
        return held.holds(used, read, wanted);
    };
    Reconciliation found = reconcile(report.sent, current, std::move(live), holds);
    editor.reset(std::move(found.draft), true);
    fetchedAt = clock.now();
    history.noteMade(editor.draft().sharedSnapshot(), *fetchedAt, applyCause);
    if (editor.draft().isClean())
        applyCause = HistoryCause::Applied;
    if (const auto delay = used.definition().effectDelay; delay && report.reachedService)
        inForceFrom = fetchedAt->addSecs(delay->count());
    noteOutcomes(report, found.notApplied);
    m_tookEffect = !found.applied.isEmpty();
    Q_EMIT q.synchronised(*fetchedAt);
    // Where an answer was lost and everything is there, nothing has failed.
    if (!found.notApplied.empty())
        return failure(errorOf(report));
    return ApplyOutcome{std::move(found.applied), std::move(found.notApplied), *fetchedAt};
}

Future<void> ListSession::Private::endRecord(const ApplyReport &report, bool succeeded, std::chrono::seconds watch)
{
    if (!m_journal->isBegun())
        return ready<void>({});
    const bool isWatched = watch.count() > 0;
    if (!report.live) {
        // The next apply ends what it takes over: a watched one would not be reverted after a restart.
        if (isWatched)
            setWatched(m_journal->record());
        else
            m_unread.append(m_journal->record().id);
        return ready<void>({});
    }
    if (!isWatched || !m_tookEffect)
        return m_journal->end(succeeded ? JournalRecord::State::Applied : JournalRecord::State::Partly);
    Future<void> written = m_journal->watch(fetchedAt->addSecs(watch.count()));
    setWatched(m_journal->record());
    return written;
}

void ListSession::Private::noteReasons(const EntryFailures &refused)
{
    for (auto it = refused.cbegin(); it != refused.cend(); ++it)
        reasons.insert(it.key(), it->message.isEmpty() ? explain(*it) : it->message);
}

/// A definition says until when a change is in force, so until when the list shows it.
std::chrono::milliseconds ListSession::Private::showsWithin(const ServiceDefinition &definition) const
{
    const auto within = definition.effectDelay;
    return within ? std::max<std::chrono::milliseconds>(*within, connector.showsWithin()) : connector.showsWithin();
}

void ListSession::Private::noteOutcomes(const ApplyReport &report, const std::vector<EntryKey> &notApplied)
{
    const QSet<EntryKey> undone(notApplied.begin(), notApplied.end());
    QHash<EntryKey, std::size_t> earlier; // of this apply, which may have sent some of them before
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        earlier.insert(outcomes[i].change.key(), i);
    for (const Change &change : report.sent.changes().changes) {
        EntryOutcome outcome = outcomeOf(change, report, undone.contains(change.key()));
        if (!outcome.isDone())
            reasons.insert(change.key(), reasonFor(outcome));
        const auto known = earlier.constFind(change.key());
        if (known == earlier.constEnd()) {
            outcomes.push_back(std::move(outcome));
        } else {
            outcome.change.before = outcomes[*known].change.before;
            outcomes[*known] = std::move(outcome);
        }
    }
}

EntryOutcome ListSession::Private::outcomeOf(const Change &change, const ApplyReport &report, bool isUndone) const
{
    EntryOutcome outcome;
    outcome.change = change;
    const SentOperations &sent = report.operations;
    outcome.answer = sent.answers.value(change.key());
    if (const auto failed = sent.failures.constFind(change.key()); failed != sent.failures.constEnd())
        outcome.error = *failed;
    if (report.live) {
        if (const Entry *there = editor.draft().snapshot().find(change.key()))
            outcome.there = there->content;
    }
    outcome.state = stateOf(outcome, sent, report.live.has_value(), isUndone);
    return outcome;
}

EntryOutcome::State ListSession::Private::stateOf(const EntryOutcome &outcome, const SentOperations &sent, bool isRead,
                                                  bool isUndone) const
{
    constexpr int firstRefusal = 400;
    constexpr int firstFault = 500;
    if (isRead && !isUndone)
        return EntryOutcome::State::Done;
    if (sent.notSent.contains(outcome.change.key()))
        return EntryOutcome::State::NotSent;
    const bool isRefusal =
        outcome.error && outcome.error->httpStatus >= firstRefusal && outcome.error->httpStatus < firstFault;
    if (outcome.error && (isRead || isRefusal))
        return EntryOutcome::State::Refused;
    if (!isRead)
        return EntryOutcome::State::Unknown;
    return isAsBefore(outcome.change, editor.draft().snapshot()) ? EntryOutcome::State::NotShown
                                                                 : EntryOutcome::State::Different;
}

Error ListSession::Private::errorOf(const ApplyReport &report)
{
    constexpr qsizetype mostNamed = 5;
    QStringList named;
    int undone = 0;
    const EntryOutcome *failed = nullptr;
    for (const EntryOutcome &outcome : outcomes) {
        if (outcome.isDone())
            continue;
        if (++undone <= mostNamed)
            named.append(reasonFor(outcome));
        if (outcome.error && !failed)
            failed = &outcome;
    }
    if (undone > mostNamed)
        named.append(
            ListSession::tr("The same is so of %n more entries.", nullptr, undone - static_cast<int>(mostNamed)));
    if (!failed)
        return makeError(ErrorKind::NotAsPlanned, named.join(u'\n'));
    Error error = afterLearning(*failed->error, report.sent);
    // The list could be read: it is the entry that the service does not know or that is in the way.
    if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Conflict)
        error.kind = ErrorKind::Rejected;
    if (error.kind == ErrorKind::Rejected)
        error.message = named.join(u'\n');
    return error;
}

Future<void> ListSession::Private::checkAtService(const EntryContent &content)
{
    const auto definition = q.definition();
    const std::optional<Entry> entry = held.outgoing(content);
    if (!definition || !definition->capabilities.validate || !entry)
        return ready<void>({});
    const auto chain = Chain<void>::begin(&q);
    chain->then(connected(), [this, chain, entry](const std::shared_ptr<RestService> &to) {
        chain->either(to->validate({*entry}), [this, chain](const Result<void> &taken) {
            if (taken)
                chain->finish({});
            else
                fail(chain, taken.error());
        });
    });
    return chain->future();
}

} // namespace gatehouse
