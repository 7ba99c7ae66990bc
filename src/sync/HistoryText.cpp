// SPDX-License-Identifier: Apache-2.0
#include "sync/HistoryText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace gatehouse {

namespace {

struct CauseText
{
    const char *name;
    const char *words;
};

/// No default in the switch: a new cause without its text is a compiler warning.
CauseText textOf(HistoryCause cause)
{
    switch (cause) {
    case HistoryCause::FirstRead:
        return {"first-read", QT_TRANSLATE_NOOP("History", "Read for the first time")};
    case HistoryCause::Elsewhere:
        return {"elsewhere", QT_TRANSLATE_NOOP("History", "Changed elsewhere")};
    case HistoryCause::Expired:
        return {"expired", QT_TRANSLATE_NOOP("History", "Expired at the service")};
    case HistoryCause::Applied:
        return {"applied", QT_TRANSLATE_NOOP("History", "Applied here")};
    case HistoryCause::Restored:
        return {"restored", QT_TRANSLATE_NOOP("History", "Restored here")};
    case HistoryCause::Keeper:
        return {"keeper", QT_TRANSLATE_NOOP("History", "Ended by the keeper")};
    }
    Q_UNREACHABLE();
}

} // namespace

QString causeName(HistoryCause cause)
{
    return QString::fromLatin1(textOf(cause).name);
}

QString describe(HistoryCause cause)
{
    return QCoreApplication::translate("History", textOf(cause).words);
}

QString describeCounts(const HistoryVersion &version)
{
    const QLocale locale;
    QStringList counts;
    const auto add = [&](QStringView sign, int count) {
        if (count > 0)
            counts += sign + locale.toString(count);
    };
    add(u"+", version.added);
    add(u"−", version.removed);
    add(u"~", version.changed);
    return counts.join(QLatin1Char(' '));
}

} // namespace gatehouse
