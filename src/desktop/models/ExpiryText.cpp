// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/ExpiryText.h"

#include "allowlist/Expiry.h"

#include <QCoreApplication>
#include <QLocale>

namespace gatehouse {

QString describeDayAndTime(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    const QLocale locale;
    //: How a day is written, see QLocale::toString(): "Tue 3 Mar 2026"
    const QString day = locale.toString(local.date(), QCoreApplication::translate("Moment", "ddd d MMM yyyy"));
    //: A day and a time of day: "Tue 3 Mar 2026, 13:00"
    return QCoreApplication::translate("Moment", "%1, %2")
        .arg(day, locale.toString(local.time(), QLocale::ShortFormat));
}

QString describeExactly(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), QLocale::LongFormat);
}

QString describeEnd(const QDateTime &moment, const QDateTime &now)
{
    //: %1 is a day and a time, %2 the distance: "in 5 h 12 min"
    return QCoreApplication::translate("Moment", "Expires %1 (%2)")
        .arg(describeDayAndTime(moment), describeExpiry(moment, now));
}

} // namespace gatehouse
