// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/Moment.h"

#include <QLocale>

namespace gatehouse {

QString describeMoment(const QDateTime &when, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = when.toLocalTime();
    QString form = locale.timeFormat(QLocale::ShortFormat); // has no seconds; the long one has the zone
    if (!form.contains(u's'))
        form.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    const QString time = locale.toString(local.time(), form);
    if (local.date() == now.toLocalTime().date())
        return time;
    return locale.toString(local.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace gatehouse
