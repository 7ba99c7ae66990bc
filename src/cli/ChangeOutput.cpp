// SPDX-License-Identifier: Apache-2.0
#include "cli/ChangeOutput.h"

#include "allowlist/Expiry.h"
#include "allowlist/SeverityText.h"
#include "allowlist/Text.h"
#include "cli/CommandLine.h"
#include "cli/EntryOutput.h"
#include "cli/Text.h"

#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::cli {

namespace {

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

} // namespace

QString sentenceFor(const Change &change)
{
    const QString range = toShortQString(change.content());
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

namespace {

QString settledSentence(const SettledChange &settled)
{
    const QString change = sentenceFor(settled.change).trimmed();
    switch (settled.outcome) {
    case SettledChange::Outcome::TookEffect:
        return Text::tr("took effect:          %1").arg(change);
    case SettledChange::Outcome::HalfDone:
        return Text::tr("half done, old stays: %1").arg(change);
    case SettledChange::Outcome::DidNot:
        return Text::tr("did not take effect:  %1").arg(change);
    }
    Q_UNREACHABLE();
}

} // namespace

namespace {

QString yesOrNo(bool value)
{
    return value ? Text::tr("yes") : Text::tr("no");
}

/// What an entry has beyond range and label.
QStringList factsOf(const EntryContent &content, const QDateTime &now)
{
    QStringList facts;
    if (!content.active)
        facts += Text::tr("active: %1").arg(yesOrNo(false));
    if (content.expiresAt)
        facts += Text::tr("expires: %1").arg(describeExpiry(content.expiresAt, now));
    return facts;
}

/// What of an entry was and becomes.
QStringList differences(const EntryContent &before, const EntryContent &after, const QDateTime &now)
{
    QStringList facts;
    if (before.range != after.range)
        facts += Text::tr("range: %1 → %2").arg(toShortQString(before.range), toShortQString(after.range));
    if (before.label != after.label)
        facts += Text::tr("label: “%1” → “%2”").arg(before.label, after.label);
    if (before.active != after.active)
        facts += Text::tr("active: %1 → %2").arg(yesOrNo(before.active), yesOrNo(after.active));
    if (before.expiresAt != after.expiresAt)
        facts += Text::tr("expires: %1 → %2")
                     .arg(describeExpiry(before.expiresAt, now), describeExpiry(after.expiresAt, now));
    return facts;
}

QStringList factsOf(const Change &change, const QDateTime &now)
{
    if (change.before && change.after)
        return differences(change.before->content, change.after->content, now);
    return factsOf(change.after ? change.after->content : change.before->content, now);
}

QString nameOf(ChangeState state)
{
    switch (state) {
    case ChangeState::Planned:
        return QStringLiteral("planned");
    case ChangeState::Live:
        return QStringLiteral("live");
    case ChangeState::Refused:
        return QStringLiteral("refused");
    case ChangeState::Pending:
        return QStringLiteral("pending");
    case ChangeState::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

QJsonValue contentJson(const std::optional<Entry> &entry, const QDateTime &now)
{
    if (!entry)
        return QJsonValue::Null;
    const QJsonObject whole = toJson(ListedEntry{*entry, {}, {}}, now);
    QJsonObject content;
    for (const auto *key : {"range", "label", "active", "expiresAt"})
        content.insert(QLatin1String(key), whole.value(QLatin1String(key)));
    return content;
}

QJsonObject changeJson(const Change &change, ChangeState state, const QDateTime &now)
{
    QJsonObject object = toJson(ListedEntry{change.after ? *change.after : *change.before, {}, {}}, now);
    object.insert(QStringLiteral("state"), nameOf(state));
    object.insert(QStringLiteral("change"), wordFor(change.kind()));
    object.insert(QStringLiteral("before"), contentJson(change.before, now));
    return object;
}

} // namespace

QString lineFor(const Change &change, const QDateTime &now)
{
    const QString sentence = sentenceFor(change).trimmed();
    const QStringList facts = factsOf(change, now);
    return facts.isEmpty() ? sentence : QStringLiteral("%1  [%2]").arg(sentence, facts.join(QStringLiteral("; ")));
}

void printChanges(const ChangeSet &changes, ChangeState state, Context &context)
{
    if (context.json)
        context.out.writeJson(QJsonDocument(changesJson(changes, state, context.clock.now())));
    else
        printLines(changes, {}, context.clock.now(), context.out);
}

void printLines(const ChangeSet &changes, const QString &prefix, const QDateTime &now, Output &output)
{
    for (const Change &change : changes.changes)
        output << prefix << lineFor(change, now) << '\n';
}

QJsonArray changesJson(const ChangeSet &changes, ChangeState state, const QDateTime &now)
{
    QJsonArray array;
    for (const Change &change : changes.changes)
        array.append(changeJson(change, state, now));
    return array;
}

ChangeState stateOf(const EntryOutcome &outcome)
{
    switch (outcome.state) {
    case EntryOutcome::State::Done:
        return ChangeState::Live;
    case EntryOutcome::State::Refused:
    case EntryOutcome::State::NotSent:
    case EntryOutcome::State::Different:
        return ChangeState::Refused;
    case EntryOutcome::State::NotShown:
        return ChangeState::Pending;
    case EntryOutcome::State::Unknown:
        return ChangeState::Unknown;
    }
    Q_UNREACHABLE();
}

QJsonArray outcomesJson(const std::vector<EntryOutcome> &outcomes, const QDateTime &now)
{
    QJsonArray array;
    for (const EntryOutcome &outcome : outcomes) {
        QJsonObject object = changeJson(outcome.change, stateOf(outcome), now);
        if (!outcome.isDone())
            object.insert(QStringLiteral("reason"), reasonFor(outcome));
        if (outcome.error && outcome.error->httpStatus > 0)
            object.insert(QStringLiteral("httpStatus"), outcome.error->httpStatus);
        array.append(object);
    }
    return array;
}

namespace {

/// "done      add 203.0.113.5  Bob", and why where it is not done.
QString outcomeLine(const EntryOutcome &outcome, const QDateTime &now)
{
    const QString change = lineFor(outcome.change, now);
    switch (stateOf(outcome)) {
    case ChangeState::Live:
        return Text::tr("done      %1").arg(change);
    case ChangeState::Pending:
        return Text::tr("pending   %1 – %2").arg(change, reasonFor(outcome));
    case ChangeState::Unknown:
        return Text::tr("unknown   %1 – %2").arg(change, reasonFor(outcome));
    case ChangeState::Planned:
    case ChangeState::Refused:
        return Text::tr("not done  %1 – %2").arg(change, reasonFor(outcome));
    }
    Q_UNREACHABLE();
}

} // namespace

void printOutcomes(const std::vector<EntryOutcome> &outcomes, const QString &prefix, const QDateTime &now,
                   Output &output)
{
    for (const EntryOutcome &outcome : outcomes)
        output << prefix << outcomeLine(outcome, now) << '\n';
    const auto done = std::ranges::count_if(outcomes, &EntryOutcome::isDone);
    output << prefix << Text::tr("%1 of %n changes were applied.", nullptr, static_cast<int>(outcomes.size())).arg(done)
           << '\n';
}

ExitStatus tellFailed(const Error &error, const std::vector<EntryOutcome> &outcomes, Context &context)
{
    const QDateTime now = context.clock.now();
    if (context.json) {
        QJsonObject object = errorObject(error);
        object.insert(QStringLiteral("changes"), outcomesJson(outcomes, now));
        context.out.writeJson(QJsonDocument(object));
        return statusOf(error);
    }
    printOutcomes(outcomes, {}, now, context.err);
    return saysNoMore(error) ? statusOf(error) : tell(error, context);
}

bool saysNoMore(const Error &error)
{
    return error.kind == ErrorKind::NotAsPlanned || error.kind == ErrorKind::Rejected;
}

bool removesMany(const ChangeSet &changes)
{
    constexpr std::ptrdiff_t few = 3;
    return std::ranges::count(changes.changes, Change::Kind::Removed, &Change::kind) > few;
}

void tellReview(const Review &review, const Draft &draft, const QString &prefix, Output &err)
{
    for (const Finding &finding : review.findings)
        err << prefix << withSeverity(finding.severity, describe(finding, draft)) << '\n';
}

void tellInterrupted(const InterruptedApply &interrupted, Output &err)
{
    err << Text::tr("An apply that began at %1 was interrupted. The list says what became of it:")
               .arg(isoTime(interrupted.begunAt))
        << '\n';
    for (const SettledChange &settled : interrupted.changes)
        err << "  " << settledSentence(settled) << '\n';
}

bool agreesToGoOn(Context &context)
{
    return agrees(Text::tr("Go on?"), context);
}

bool agrees(const QString &question, Context &context)
{
    if (!asksQuestions(context))
        return true;
    context.err << Text::tr("%1 [y/N] ").arg(question);
    context.err.flush();
    const QString answer = context.readLine().trimmed().toLower();
    //: The letter that answers the question whether to go on with yes.
    return answer.startsWith(QLatin1Char('y')) || (!answer.isEmpty() && answer.startsWith(Text::tr("y")));
}

bool asksQuestions(const Context &context)
{
    return !context.yes && context.inputIsTerminal;
}

} // namespace gatehouse::cli
