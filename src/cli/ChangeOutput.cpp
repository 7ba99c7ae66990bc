// SPDX-License-Identifier: Apache-2.0
#include "cli/ChangeOutput.h"

#include "allowlist/Expiry.h"
#include "allowlist/SeverityText.h"
#include "allowlist/Text.h"
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
    for (const Change &change : changes.changes) {
        QJsonObject object = toJson(ListedEntry{change.after ? *change.after : *change.before, {}, {}}, now);
        object.insert(QStringLiteral("state"), nameOf(state));
        object.insert(QStringLiteral("change"), wordFor(change.kind()));
        object.insert(QStringLiteral("before"), contentJson(change.before, now));
        array.append(object);
    }
    return array;
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
