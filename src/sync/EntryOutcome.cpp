// SPDX-License-Identifier: Apache-2.0
#include "sync/EntryOutcome.h"

#include "allowlist/Text.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

QString outcomeText(const char *text)
{
    return QCoreApplication::translate("EntryOutcome", text);
}

/// The service's own words go before ours: only it knows.
QString wordsOf(const Error &error, const QString &range)
{
    if (!error.message.isEmpty()) {
        const QString words = QStringLiteral("%1: %2").arg(range, error.message);
        return error.httpStatus == 0 ? words : QStringLiteral("%1 (HTTP %2)").arg(words).arg(error.httpStatus);
    }
    // A kind speaks of the list; this is one entry of a list that could be read.
    switch (error.kind) {
    case ErrorKind::NotFound:
        return outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "The service does not know the entry %1 any more. Reload "
                                                             "the list (HTTP %2)."))
            .arg(range)
            .arg(error.httpStatus);
    case ErrorKind::Conflict:
        return outcomeText(QT_TRANSLATE_NOOP("EntryOutcome",
                                             "The service says that %1 conflicts with what it has (HTTP "
                                             "%2)."))
            .arg(range)
            .arg(error.httpStatus);
    default:
        return QStringLiteral("%1: %2").arg(range, explain(error));
    }
}

QString differenceOf(const EntryContent &there, const EntryContent &wanted, const QString &range)
{
    if (there.active != wanted.active)
        return there.active ? outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "%1 is active at the service, although it "
                                                                            "was sent switched off."))
                                  .arg(range)
                            : outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "%1 is switched off at the service, "
                                                                            "although it was sent active."))
                                  .arg(range);
    if (there.label != wanted.label)
        return outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "%1 has the label “%2” at the service, “%3” was sent."))
            .arg(range, there.label, wanted.label);
    if (there.range != wanted.range)
        return outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "%1 is still %2 at the service."))
            .arg(range, toShortQString(there.range));
    return there.expiresAt
               ? outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "%1 expires at %2 at the service."))
                     .arg(range, there.expiresAt->toUTC().toString(Qt::ISODate))
               : outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "%1 never expires at the service.")).arg(range);
}

} // namespace

QString reasonFor(const EntryOutcome &outcome)
{
    if (outcome.isDone)
        return {};
    const QString range = toShortQString(outcome.change.range());
    if (outcome.error)
        return wordsOf(*outcome.error, range);
    if (!outcome.isRead)
        return outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "Nobody knows what became of %1: the list could not be "
                                                             "read back. Reload it before you send this again."))
            .arg(range);
    if (!outcome.change.after)
        return outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "%1 is still at the service.")).arg(range);
    if (outcome.there)
        return differenceOf(*outcome.there, outcome.change.after->content, range);
    return outcomeText(QT_TRANSLATE_NOOP("EntryOutcome", "%1 is not there. Where the service shows changes later, look "
                                                         "at the list before you add it again."))
        .arg(range);
}

} // namespace gatehouse
