// SPDX-License-Identifier: Apache-2.0
#include "cli/WriteCommand.h"

#include "allowlist/Expiry.h"
#include "allowlist/Text.h"
#include "cli/EntryOutput.h"
#include "cli/Text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::cli {

namespace {

QString sentenceFor(const Change &change)
{
    const QString range = toShortQString(change.range());
    switch (change.kind()) {
    case Change::Kind::Added:
        return Text::tr("add     %1  %2").arg(range, change.after->content.label);
    case Change::Kind::Changed:
        return Text::tr("change  %1  %2").arg(range, change.after->content.label);
    case Change::Kind::Removed:
        return Text::tr("remove  %1  %2").arg(range, change.before->content.label);
    }
    Q_UNREACHABLE();
}

QString wordFor(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Added:
        return QStringLiteral("add");
    case Change::Kind::Changed:
        return QStringLiteral("change");
    case Change::Kind::Removed:
        return QStringLiteral("remove");
    }
    Q_UNREACHABLE();
}

/// The changes as they are planned or as they were applied.
void printChanges(const ChangeSet &changes, Context &context)
{
    if (!context.json) {
        for (const Change &change : changes.changes)
            context.out << sentenceFor(change).trimmed() << '\n';
        return;
    }
    QJsonArray array;
    for (const Change &change : changes.changes) {
        QJsonObject object =
            toJson(ListedEntry{change.after ? *change.after : *change.before, {}, {}}, context.clock.now());
        object.insert(QStringLiteral("change"), wordFor(change.kind()));
        array.append(object);
    }
    context.out << QString::fromUtf8(QJsonDocument(array).toJson());
}

void tell(const Review &review, const Draft &draft, QTextStream &err)
{
    for (const Finding &finding : review.findings) {
        const QString sentence = describe(finding, draft);
        switch (finding.severity) {
        case Severity::Error:
            err << Text::tr("Error: %1").arg(sentence) << '\n';
            break;
        case Severity::Warning:
            err << Text::tr("Warning: %1").arg(sentence) << '\n';
            break;
        case Severity::Note:
            err << Text::tr("Note: %1").arg(sentence) << '\n';
            break;
        }
    }
}

bool agreesToGoOn(Context &context)
{
    if (context.yes || !context.inputIsTerminal)
        return true;
    context.err << Text::tr("Go on? [y/N] ") << Qt::flush;
    const QString answer = context.readLine().trimmed().toLower();
    //: The letter that answers the question whether to go on with yes.
    return answer.startsWith(QLatin1Char('y')) || (!answer.isEmpty() && answer.startsWith(Text::tr("y")));
}

} // namespace

WriteCommand::WriteCommand(CLI::App &parent, const std::string &name, const std::string &description)
    : Command(parent, name, description)
{
    app().add_option("NAME", m_name, "The connection")->required();
    app().add_flag("--dry-run", m_dryRun, "Print the review and the plan, send nothing");
    app().add_flag("--force", m_force, "Go on although it locks you out or opens the list to everyone");
}

Future<void> WriteCommand::run(Context &context)
{
    const Result<ConnectionRecord> record = connectionNamed(context, m_name);
    if (!record)
        return readyFailure<void>(record.error());
    auto *session = transientSession(*record, context);
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(session->reload(), [this, session, &context, chain] {
        chain->then(edit(*session, context), [this, session, &context, chain] {
            // The address is needed before the review; a failure to find it is told by the review itself.
            chain->either(session->findCurrentAddresses(), [=, this, &context](const Result<CurrentAddresses> &) {
                chain->then(session->review(),
                            [=, this, &context](const Review &review) { reviewed(session, context, chain, review); });
            });
        });
    });
    return chain->future();
}

void WriteCommand::reviewed(ListSession *session, Context &context, const Running &chain, const Review &review)
{
    tell(review, session->draft(), context.err);
    if (review.isInvalid()) {
        chain->finish(failure(ErrorKind::InvalidInput, Text::tr("Nothing was sent: the entries have errors.")));
    } else if (review.needsNamedConfirmation() && !m_force) {
        chain->finish(failure(ErrorKind::LockOut, Text::tr("Nothing was sent. --force goes on all the same.")));
    } else if (m_dryRun) {
        printChanges(session->draft().changes(), context);
        chain->finish({});
    } else if (review.gravest() >= Severity::Warning && !agreesToGoOn(context)) {
        chain->finish(failure(ErrorKind::Cancelled, Text::tr("Nothing was sent.")));
    } else {
        apply(session, context, chain);
    }
}

void WriteCommand::apply(ListSession *session, Context &context, const Running &chain)
{
    chain->then(session->apply({m_force}), [this, session, &context, chain](const ApplyOutcome &outcome) {
        context.book.noteSynchronised(session->connection().id, outcome.liveSince);
        printChanges(outcome.applied, context);
        chain->finish({});
    });
}

Result<EntryKey> WriteCommand::entryOf(const ListSession &session, const IpRange &range)
{
    std::vector<EntryKey> found;
    for (const Entry &entry : session.draft().snapshot().entries()) {
        if (entry.content.range == range)
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
