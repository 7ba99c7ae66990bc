// SPDX-License-Identifier: Apache-2.0
#include "sync/EntryOutcome.h"

#include "allowlist/Text.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

/// The context of the translations.
struct OutcomeText
{
    Q_DECLARE_TR_FUNCTIONS(EntryOutcome)
};

/// The service's own words go before ours: only it knows.
QString refusal(const Error &error, const QString &range)
{
    if (!error.message.isEmpty()) {
        const QString words = QStringLiteral("%1: %2").arg(range, error.message);
        return error.httpStatus == 0 ? words : QStringLiteral("%1 (HTTP %2)").arg(words).arg(error.httpStatus);
    }
    // A kind speaks of the list; this is one entry of a list that could be read.
    switch (error.kind) {
    case ErrorKind::NotFound:
        return OutcomeText::tr("The service does not know the entry %1 any more (HTTP %2).")
            .arg(range)
            .arg(error.httpStatus);
    case ErrorKind::Forbidden:
        return OutcomeText::tr("The service does not let this secret change %1 (HTTP %2).")
            .arg(range)
            .arg(error.httpStatus);
    case ErrorKind::Conflict:
        return OutcomeText::tr("The service says that %1 is in conflict with what it has (HTTP %2).")
            .arg(range)
            .arg(error.httpStatus);
    default:
        return QStringLiteral("%1: %2").arg(range, explain(error));
    }
}

QString difference(const std::optional<EntryContent> &there, const Change &change, const QString &range)
{
    if (!there)
        return OutcomeText::tr("%1 is not at the service any more.").arg(range);
    if (!change.after)
        return OutcomeText::tr("%1 is still at the service.").arg(range);
    const EntryContent &wanted = change.after->content;
    if (there->range != wanted.range)
        return OutcomeText::tr("%1 is still %2 at the service.").arg(range, toShortQString(there->range));
    if (there->active && !wanted.active)
        return OutcomeText::tr("%1 is active at the service, although it was sent switched off.").arg(range);
    if (!there->active && wanted.active)
        return OutcomeText::tr("%1 is switched off at the service, although it was sent active.").arg(range);
    if (there->label != wanted.label)
        return OutcomeText::tr("%1 has the label “%2” at the service; “%3” was sent.")
            .arg(range, there->label, wanted.label);
    return there->expiresAt
               ? OutcomeText::tr("%1 expires at %2 at the service, which is not what was sent.")
                     .arg(range, there->expiresAt->toUTC().toString(Qt::ISODate))
               : OutcomeText::tr("%1 never expires at the service, although it was sent with an end.").arg(range);
}

/// To be sent again would make a second entry of it, once the service shows the first.
QString notShown(Change::Kind kind, const QString &range)
{
    switch (kind) {
    case Change::Kind::Added:
        return OutcomeText::tr(
                   "The service took %1 and does not show it. Do not add it again before you have looked at "
                   "the list in a while.")
            .arg(range);
    case Change::Kind::Changed:
        return OutcomeText::tr(
                   "The service took the change of %1 and still shows it as it was. Look at the list in a while.")
            .arg(range);
    case Change::Kind::Removed:
        return OutcomeText::tr("The service took the removal of %1 and still shows it. Look at the list in a while.")
            .arg(range);
    }
    Q_UNREACHABLE();
}

QString withAnswer(const QString &sentence, const QString &answer)
{
    return answer.isEmpty() ? sentence : OutcomeText::tr("%1 It answered: “%2”").arg(sentence, answer);
}

} // namespace

QString reasonFor(const EntryOutcome &outcome)
{
    const QString range = toShortQString(outcome.change.content());
    switch (outcome.state) {
    case EntryOutcome::State::Done:
        return {};
    case EntryOutcome::State::Refused:
        return outcome.error ? refusal(*outcome.error, range) : QString();
    case EntryOutcome::State::NotSent:
        return OutcomeText::tr("%1 was not sent, since a change before it failed.").arg(range);
    case EntryOutcome::State::Different:
        return withAnswer(difference(outcome.there, outcome.change, range), outcome.answer);
    case EntryOutcome::State::NotShown:
        return withAnswer(notShown(outcome.change.kind(), range), outcome.answer);
    case EntryOutcome::State::Unknown:
        return OutcomeText::tr(
                   "Nobody knows what became of %1: the list could not be read back. Reload it before you send "
                   "this again.")
            .arg(range);
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse
