// SPDX-License-Identifier: Apache-2.0
#include "cli/ChangeOutput.h"

#include "allowlist/SeverityText.h"
#include "allowlist/Text.h"
#include "cli/EntryOutput.h"
#include "cli/Text.h"

#include <QJsonDocument>

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

void printChanges(const ChangeSet &changes, Context &context)
{
    if (!context.json) {
        for (const Change &change : changes.changes)
            context.out << sentenceFor(change).trimmed() << '\n';
        return;
    }
    context.out << QString::fromUtf8(QJsonDocument(changesJson(changes, context.clock.now())).toJson());
}

QJsonArray changesJson(const ChangeSet &changes, const QDateTime &now)
{
    QJsonArray array;
    for (const Change &change : changes.changes) {
        QJsonObject object = toJson(ListedEntry{change.after ? *change.after : *change.before, {}, {}}, now);
        object.insert(QStringLiteral("change"), wordFor(change.kind()));
        array.append(object);
    }
    return array;
}

void tellReview(const Review &review, const Draft &draft, const QString &prefix, QTextStream &err)
{
    for (const Finding &finding : review.findings)
        err << prefix << withSeverity(finding.severity, describe(finding, draft)) << '\n';
}

void tellInterrupted(const InterruptedApply &interrupted, QTextStream &err)
{
    err << Text::tr("An apply that began at %1 was interrupted. The list says what became of it:")
               .arg(isoTime(interrupted.begunAt))
        << '\n';
    for (const SettledChange &settled : interrupted.changes)
        err << "  " << settledSentence(settled) << '\n';
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

} // namespace gatehouse::cli
