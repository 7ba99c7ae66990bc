// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/Moment.h"

#include <QCoreApplication>
#include <QLocale>

namespace gatehouse {

QString describeMoment(const QDateTime &when, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = when.toLocalTime();
    QString form = locale.timeFormat(QLocale::ShortFormat); // has no seconds; the long one has the zone
    if (!form.contains(u's'))
        form.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    QString time = locale.toString(local.time(), form);
    if (local.date() == now.toLocalTime().date())
        return time;
    return locale.toString(local.date(), QLocale::ShortFormat) + u' ' + time;
}

QString describeAge(const QDateTime &when, const QDateTime &now)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const auto counted = [](const char *text, qint64 count) {
        return QCoreApplication::translate("Moment", text, nullptr, static_cast<int>(count));
    };
    const qint64 seconds = when.secsTo(now);
    if (seconds < minute)
        return QCoreApplication::translate("Moment", "just now");
    if (seconds < hour)
        return counted(QT_TRANSLATE_N_NOOP("Moment", "%n minutes ago"), seconds / minute);
    if (seconds < day)
        return counted(QT_TRANSLATE_N_NOOP("Moment", "%n hours ago"), seconds / hour);
    return counted(QT_TRANSLATE_N_NOOP("Moment", "%n days ago"), seconds / day);
}

} // namespace gatehouse
