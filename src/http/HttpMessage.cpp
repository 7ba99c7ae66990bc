// SPDX-License-Identifier: Apache-2.0
#include "http/HttpMessage.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace gatehouse {

namespace {

/// The three forms of a date that RFC 9110, section 5.6.7 makes a recipient accept; all are UTC. The name of the day
/// is not looked at: it says nothing new, and a wrong one is no reason to come back too early.
QDateTime fromHttpDate(const QByteArray &value)
{
    using namespace Qt::StringLiterals;
    constexpr int yearsAhead = 50; // a two-digit year further ahead than this belongs to the century before
    const QString text = QString::fromLatin1(value).simplified();
    const QString afterDay = text.mid(text.indexOf(u' ') + 1);
    QDateTime time;
    for (const QString &form :
         {u"dd MMM yyyy HH:mm:ss 'GMT'"_s, u"dd-MMM-yy HH:mm:ss 'GMT'"_s, u"MMM d HH:mm:ss yyyy"_s}) {
        time = QLocale::c().toDateTime(afterDay, form);
        if (time.isValid())
            break;
    }
    time.setTimeSpec(Qt::UTC);
    const bool shortYear = afterDay.indexOf(u'-') == 2;
    if (shortYear && time.addYears(100) < QDateTime::currentDateTimeUtc().addYears(yearsAhead))
        time = time.addYears(100);
    return time;
}

std::optional<std::chrono::seconds> wholeSeconds(const QByteArray &value)
{
    bool isNumber = false;
    const qint64 seconds = value.trimmed().toLongLong(&isNumber);
    if (!isNumber || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

} // namespace

QByteArray HttpResponse::header(const QByteArray &name) const
{
    const auto found = std::ranges::find_if(
        headers, [&](const auto &pair) { return pair.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

std::optional<std::chrono::seconds> HttpResponse::retryAfter(const QDateTime &now) const
{
    const QByteArray value = header("Retry-After");
    if (const auto seconds = wholeSeconds(value))
        return seconds;
    if (const QDateTime until = fromHttpDate(value); until.isValid())
        return std::chrono::seconds(std::max<qint64>(0, now.secsTo(until)));
    return wholeSeconds(header("RateLimit-Reset"));
}

} // namespace gatehouse
