// SPDX-License-Identifier: Apache-2.0
#include "sync/ListSessionPrivate.h"
#include "sync/Reconciliation.h"

namespace gatehouse {

ApplyTask ListSession::Private::taskFor(const ApplyConsent &consent, std::shared_ptr<RestService> to)
{
    ApplyTask task;
    task.service = std::move(to);
    task.list = &held;
    task.rules = q.rules();
    task.current = addresses;
    task.consent = consent;
    task.adopt = [this](Reading reading) -> Result<Draft> {
        // Stored together with the read-back at the end; the draft itself is durable already.
        (void)adopt(std::move(reading));
        if (!conflicts.empty())
            return failure(ErrorKind::Conflict,
                           ListSession::tr("%n entries were changed here and elsewhere, differently.", nullptr,
                                           static_cast<int>(conflicts.size())));
        return editor.draft();
    };
    task.refused = [this](const EntryFailures &failures) {
        const QList<EntryKey> keys = failures.keys();
        noteReasons({keys.begin(), keys.end()}, failures);
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
    m_rounds = 0;
    m_overwritten.reset();
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

void ListSession::Private::send(const std::shared_ptr<Chain<ApplyOutcome>> &chain, const ApplyConsent &consent)
{
    m_sendingTime.start();
    const auto run = [this, chain, consent](const std::shared_ptr<RestService> &to) {
        chain->either(runApply(taskFor(consent, to), clock, &q),
                      [this, chain, consent, to](const Result<ApplyReport> &report) {
                          if (!report) {
                              fail(chain, report.error());
                              return;
                          }
                          const Result<ApplyOutcome> outcome = conclude(*report, *to);
                          chain->either(saveList(), [this, chain, consent, to, outcome](const Result<void> &stored) {
                              if (!stored)
                                  Q_EMIT q.storingFailed(stored.error());
                              makeSure(chain, consent, to, outcome);
                          });
                      });
    };
    chain->then(connected(), [this, chain, run](const std::shared_ptr<RestService> &to) {
        if (addresses.isKnown())
            run(to);
        else
            chain->either(findAddresses(), [run, to](const Result<CurrentAddresses> &) { run(to); });
    });
}

Result<ApplyOutcome> ListSession::Private::conclude(const ApplyReport &report, const RestService &used)
{
    if (!report.live) {
        noteUnreadable(report.sent.changes());
        return failure(report.live.error());
    }
    const Draft current = editor.draft();
    auto live = std::make_shared<const Allowlist>(withKeysOfSent(report.live->entries, report.sent));
    held.adopt(*live, report.live->places);
    const auto holds = [this, &used](const EntryContent &read, const EntryContent &wanted) {
        return held.holds(used, read, wanted);
    };
    Reconciliation found = reconcile(report.sent, current, std::move(live), holds);
    editor.reset(std::move(found.draft), true);
    fetchedAt = clock.now();
    if (const auto delay = used.definition().effectDelay; delay && report.reachedService)
        inForceFrom = fetchedAt->addSecs(delay->count());
    noteReasons(found.notApplied, report.failures);
    Q_EMIT q.synchronised(*fetchedAt);
    // Where an answer was lost and everything is there, nothing has failed.
    if (!report.failures.isEmpty() && !found.notApplied.empty())
        return failure(*report.failures.begin());
    if (!found.notApplied.empty()) {
        return failure(ErrorKind::NotAsPlanned, ListSession::tr("%n entries are not at the service as they were sent.",
                                                                nullptr, static_cast<int>(found.notApplied.size())));
    }
    return ApplyOutcome{std::move(found.applied), std::move(found.notApplied), *fetchedAt};
}

void ListSession::Private::noteUnreadable(const ChangeSet &sent)
{
    for (const Change &change : sent.changes)
        reasons.insert(change.key(),
                       ListSession::tr("It was sent, but the list could not be read back. Reload to see what holds."));
}

void ListSession::Private::noteReasons(const std::vector<EntryKey> &notApplied, const EntryFailures &failures)
{
    for (const EntryKey &key : notApplied) {
        const auto failed = failures.constFind(key);
        reasons.insert(key, failed == failures.constEnd() ? ListSession::tr("Read back, it is not what was sent.")
                            : failed->message.isEmpty()   ? explain(*failed)
                                                          : failed->message);
    }
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
