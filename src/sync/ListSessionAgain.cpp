// SPDX-License-Identifier: Apache-2.0
#include "sync/ListSessionPrivate.h"
#include "sync/Overwritten.h"
#include "sync/Pause.h"

#include <QRandomGenerator>

#include <algorithm>

// A service that takes whole lists only has no way to say "if nobody changed it since". Whoever reads, changes and
// replaces undoes what another did between the reading and the replacing. What can be done: read again directly before,
// so that this time is short (ApplyJob); and look once more after others have had that time, and repeat what they
// undid.

namespace gatehouse {

using namespace std::chrono_literals;

namespace {

constexpr int mostJitter = 50; // milliseconds
constexpr int mostRounds = 6;  ///< that repeat what was overwritten

/// So that two who race do not meet again.
std::chrono::milliseconds jitter()
{
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(mostJitter));
}

/// How long to wait before it is worth another try; empty when it is not. `moved`: the list that was read back is not
/// the one from before.
std::optional<std::chrono::milliseconds> passesIn(const Error &error, bool moved, int rounds, const HttpPolicy &policy)
{
    constexpr int badGateway = 502;
    constexpr int gatewayTimeout = 504;
    if (rounds >= policy.maximumAttempts)
        return std::nullopt;
    // Somebody replaced the list before it was read back, or before ours arrived, which named an entry that they had
    // removed. They are done, or about to be. A service that leaves the list as it was does not take the change,
    // however often it is sent.
    const bool maybeStale =
        error.kind == ErrorKind::NotAsPlanned || error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Conflict;
    if (maybeStale)
        return moved ? std::optional(jitter()) : std::nullopt;
    const bool isBusy =
        error.kind == ErrorKind::Busy || (error.httpStatus >= badGateway && error.httpStatus <= gatewayTimeout);
    if (error.kind != ErrorKind::RateLimited && error.kind != ErrorKind::Network && !isBusy)
        return std::nullopt;
    if (error.retryAfter)
        return *error.retryAfter <= policy.longestWait ? std::optional<std::chrono::milliseconds>(*error.retryAfter)
                                                       : std::nullopt;
    return policy.firstBackoff * (1 << rounds);
}

} // namespace

void ListSession::Private::makeSure(const SendingChain &chain, const ApplyConsent &consent,
                                    const std::shared_ptr<RestService> &used, const Result<ApplyOutcome> &outcome)
{
    // Who watches a change sees what became of it.
    const bool isWatched = consent.watch.count() > 0;
    if (isWatched || ++m_rounds >= mostRounds) {
        finish(chain, outcome);
        return;
    }
    if (!used->capabilities().replace) {
        if (!outcome && wasNamedAnew() && isWhatWasSent(editor.draft()))
            sendRest(chain, consent);
        else
            finish(chain, outcome);
        return;
    }
    if (outcome) {
        if (outcome->applied.changes.empty())
            finish(chain, outcome);
        else
            lookAgain(chain, consent, used, *outcome);
        return;
    }
    const auto wait = passesIn(outcome.error(), m_hasMoved, m_rounds, connector.policyFor(used->definition()));
    if (!wait || !isWhatWasSent(editor.draft())) {
        finish(chain, outcome);
        return;
    }
    chain->then(pauseFor(*wait, &q), [this, chain, consent] { sendRest(chain, consent); });
}

/// What is left of what was agreed to was looked at with it.
void ListSession::Private::sendRest(const SendingChain &chain, const ApplyConsent &consent)
{
    ApplyConsent given = consent;
    given.reviewed.clear();
    send(chain, given);
}

/// Some services give entries new ids with each change, so that the next request names one that is gone. The list, read
/// again, has the entry under its new id. Only while something gets done: else the entry is gone in truth.
bool ListSession::Private::wasNamedAnew() const
{
    const auto isGone = [](const EntryOutcome &outcome) {
        return outcome.state == EntryOutcome::State::Refused && outcome.error->kind == ErrorKind::NotFound &&
               outcome.there && outcome.change.before;
    };
    return m_tookEffect && std::ranges::any_of(outcomes, isGone);
}

/// What was edited meanwhile is not sent without being asked for.
bool ListSession::Private::isWhatWasSent(const Draft &draft) const
{
    const ChangeSet changes = draft.changes();
    return !changes.isEmpty() && std::ranges::all_of(changes.changes, [this](const Change &change) {
        const auto sent = m_sent.constFind(change.key());
        return sent != m_sent.constEnd() &&
               *sent == (change.after ? std::optional(change.after->content) : std::nullopt);
    });
}

void ListSession::Private::finish(const SendingChain &chain, const Result<ApplyOutcome> &outcome)
{
    if (!outcome) {
        chain->finish(outcome);
        return;
    }
    // What was done in earlier rounds, too, now that it holds.
    ApplyOutcome whole = *outcome;
    whole.applied.changes.clear();
    for (const EntryOutcome &each : outcomes) {
        if (each.isDone())
            whole.applied.changes.push_back(each.change);
    }
    chain->finish(std::move(whole));
}

void ListSession::Private::lookAgain(const SendingChain &chain, const ApplyConsent &consent,
                                     const std::shared_ptr<RestService> &used, const ApplyOutcome &outcome)
{
    // Who races us needs about as long as we did.
    const std::chrono::milliseconds took(m_sendingTime.elapsed());
    const auto wait = std::clamp<std::chrono::milliseconds>(3 * took, connector.leastPause(), 5s);
    chain->either(pauseFor(wait, &q), [this, chain, consent, used, outcome](const Result<void> &waited) {
        if (!waited) { // cancelled; what was done stays done
            finish(chain, outcome);
            return;
        }
        chain->either(held.read(used), [this, chain, consent, used, outcome](const Result<Reading> &reading) {
            // Read back it was as planned; that it cannot be looked at once more makes it no failure.
            if (!reading) {
                finish(chain, outcome);
                return;
            }
            const Allowlist before = editor.draft().snapshot();
            chain->either(adopt(*reading, *used), [this, chain, consent, used, outcome, before](const Result<void> &) {
                repeatOverwritten(chain, consent, used, outcome, before);
            });
        });
    });
}

void ListSession::Private::repeatOverwritten(const SendingChain &chain, const ApplyConsent &consent,
                                             const std::shared_ptr<RestService> &used, const ApplyOutcome &outcome,
                                             const Allowlist &before)
{
    const OverwrittenInput input{
        outcome.applied, before, editor.draft(),
        [this, &used](const EntryContent &live, const EntryContent &wanted) { return held.holds(*used, live, wanted); },
        [this](const EntryKey &key) { return held.placeOf(key) == Place::Vanished; }};
    Draft again = wantedAgain(input);
    const int overwritten = static_cast<int>(again.changeCount() - input.draft.changeCount());
    if (overwritten == 0) {
        finish(chain, outcome);
        return;
    }
    const bool onlyOurs = input.draft.isClean(); // what was edited meanwhile is not sent without being asked for
    editor.reset(std::move(again), true);
    chain->either(saveDraft(), [this, chain, consent, overwritten, onlyOurs](const Result<void> &) {
        Q_EMIT q.listReset();
        if (onlyOurs)
            sendRest(chain, consent);
        else
            chain->finish(
                failure(ErrorKind::NotAsPlanned,
                        ListSession::tr("%n changes were overwritten by somebody who replaced the list at the "
                                        "same time. They are pending again.",
                                        nullptr, overwritten)));
    });
}

} // namespace gatehouse
