// SPDX-License-Identifier: Apache-2.0
#include "cli/WriteCommand.h"

#include "allowlist/Expiry.h"
#include "allowlist/ReviewDigest.h"
#include "allowlist/Text.h"
#include "cli/ChangeOutput.h"
#include "cli/EntryOutput.h"
#include "cli/SeveralLists.h"
#include "cli/Text.h"

namespace gatehouse::cli {

namespace {

/// While others change the list at each moment, somebody should know why nothing is sent.
constexpr int mostRenewals = 3;

} // namespace

WriteCommand::WriteCommand(Arguments &parent, const std::string &name, const std::string &description, Purpose purpose)
    : Command(parent, name, description)
    , m_purpose(purpose)
{
    arguments().option("NAME", m_name, "The connection").required();
    if (purpose == Purpose::Plan)
        return;
    arguments().flag("--dry-run", m_dryRun, "Print the review and the plan, send nothing");
    addAlsoOption(arguments(), m_also);
    arguments().flag("--force", m_force, "Go on although it locks you out or opens the list to everyone");
}

bool WriteCommand::sends() const
{
    return m_purpose == Purpose::Write && !m_dryRun;
}

Future<void> WriteCommand::run(Context &context)
{
    const auto records = connectionsNamed(context, m_name, m_also);
    if (!records)
        return readyFailure<void>(records.error());
    if (const auto prepared = prepare(context); !prepared)
        return readyFailure<void>(prepared.error());
    if (const auto admitted = admitSecrets(context, *records); !admitted)
        return readyFailure<void>(admitted.error());
    if (!m_also.empty())
        return runOnSeveral(*records, context);
    auto *session = transientSession(records->front(), context);
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(settle(session, context), [this, session, &context, chain] {
        chain->then(edit(*session, context), [this, session, &context, chain] {
            // The address is needed before the review; a failure to find it is told by the review itself.
            chain->either(session->findCurrentAddresses(), [=, this, &context](const Result<CurrentAddresses> &) {
                chain->then(session->review(), [=, this, &context](const Review &review) {
                    this->reviewed(session, context, chain, review);
                });
            });
        });
    });
    return chain->future();
}

/// A list that has no such entry is left alone; it is an error only when none has.
Future<void> WriteCommand::runOnSeveral(const std::vector<ConnectionRecord> &records, Context &context)
{
    std::vector<ListOrder> orders;
    for (const ConnectionRecord &record : records) {
        const auto make = [this, &context](ListSession &session) {
            const auto chain = Chain<QStringList>::begin(&session);
            chain->either(edit(session, context), [chain](const Result<void> &edited) {
                if (edited)
                    chain->finish(QStringList());
                else if (edited.error().kind == ErrorKind::NotFound)
                    chain->finish(QStringList{edited.error().message});
                else
                    chain->finish(failure(edited.error()));
            });
            return chain->future();
        };
        orders.push_back({record, make, {}, {}});
    }
    return changeLists(std::move(orders), {m_dryRun, m_force, true, {}}, context);
}

/// Reads the list; before something is sent, also what an earlier call or the window has left open.
Future<void> WriteCommand::settle(ListSession *session, Context &context) const
{
    if (!sends())
        return session->reload();
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(session->open(), [session, &context, chain] {
        chain->then(takeBackWatched(session, context), [session, &context, chain] {
            chain->then(session->reload(), [session, &context, chain] {
                chain->then(session->settleInterrupted(),
                            [&context, chain](const std::optional<InterruptedApply> &interrupted) {
                                if (interrupted)
                                    tellInterrupted(*interrupted, context.err);
                                chain->finish({});
                            });
            });
        });
    });
    return chain->future();
}

/// What the window would do at its next start.
Future<void> WriteCommand::takeBackWatched(ListSession *session, Context &context)
{
    if (!session->watched() || *session->watched()->deadline > context.clock.now())
        return ready<void>({});
    context.err << Text::tr("What was applied at %1 was to be reverted unless somebody kept it, and nobody did. It is "
                            "taken back first.")
                       .arg(isoTime(session->watched()->begunAt))
                << '\n';
    return session->revertWatched();
}

void WriteCommand::reviewed(ListSession *session, Context &context, const Running &chain, const Review &review)
{
    const Draft &draft = session->draft();
    tellReview(review, draft, {}, context.err);
    if (review.isInvalid()) {
        chain->finish(failure(ErrorKind::InvalidInput, Text::tr("Nothing was sent: the entries have errors.")));
    } else if (m_purpose == Purpose::Plan) {
        printChanges(draft.changes(), ChangeState::Planned, context);
        context.status = draft.isClean() ? ExitStatus::Done : ExitStatus::ChangesPending;
        chain->finish({});
    } else if (review.needsNamedConfirmation() && !m_force) {
        chain->finish(failure(ErrorKind::LockOut, Text::tr("Nothing was sent. --force goes on all the same.")));
    } else if (m_dryRun) {
        printChanges(draft.changes(), ChangeState::Planned, context);
        chain->finish({});
    } else if (!agreesTo(draft.changes(), review, context)) {
        chain->finish(failure(ErrorKind::Cancelled, Text::tr("Nothing was sent.")));
    } else {
        apply(session, digestOf(review, draft), context, chain);
    }
}

/// Shows what is asked about before it asks.
bool WriteCommand::agreesTo(const ChangeSet &changes, const Review &review, Context &context)
{
    if (!asksQuestions(context) ||
        (review.gravest().value_or(Severity::Note) < Severity::Warning && !removesMany(changes)))
        return true;
    printLines(changes, {}, context.clock.now(), context.err);
    return agreesToGoOn(context);
}

void WriteCommand::apply(ListSession *session, const QByteArray &reviewed, Context &context, const Running &chain)
{
    ApplyConsent consent;
    consent.lockOut = m_force;
    consent.reviewed = reviewed;
    chain->either(session->apply(consent), [this, session, &context, chain](const Result<ApplyOutcome> &outcome) {
        if (outcome) {
            context.book.noteSynchronised(session->connection().id, outcome->liveSince);
            printChanges(outcome->applied, ChangeState::Live, context);
            chain->finish({});
        } else if (outcome.error().kind == ErrorKind::NotAsReviewed && ++m_renewals < mostRenewals) {
            context.err << Text::tr("Somebody changed the list meanwhile. It is reviewed again.") << '\n';
            chain->then(session->review(),
                        [=, this, &context](const Review &review) { this->reviewed(session, context, chain, review); });
        } else if (session->lastOutcomes().empty()) {
            chain->finish(failure(outcome.error()));
        } else {
            context.status = tellFailed(outcome.error(), session->lastOutcomes(), context);
            chain->finish({});
        }
    });
}

Result<EntryKey> WriteCommand::entryOf(const ListSession &session, const IpRange &range)
{
    std::vector<EntryKey> found;
    for (const Entry &entry : session.draft().snapshot().entries()) {
        if (entry.content.isOf(range))
            found.push_back(entry.key);
    }
    if (found.empty())
        return failure(ErrorKind::NotFound, Text::tr("The list has no entry %1.").arg(toShortQString(range)));
    if (found.size() > 1) {
        return failure(ErrorKind::InvalidInput,
                       Text::tr("The list has several entries %1; remove them all, or edit them in the "
                                "window.")
                           .arg(toShortQString(range)));
    }
    return found.front();
}

Result<std::optional<QDateTime>> WriteCommand::expiryFrom(const std::string &text, const QDateTime &now)
{
    const auto expiry = parseExpiry(QString::fromStdString(text), now);
    if (!expiry)
        return failure(
            usageError(Text::tr("“%1” is no expiry: use never, 6h, 12h, 1d, 1w, 1mo or a time with its zone, like "
                                "2026-09-01T18:00:00Z.")
                           .arg(QString::fromStdString(text))));
    return *expiry;
}

} // namespace gatehouse::cli
