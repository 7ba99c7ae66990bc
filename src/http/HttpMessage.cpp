// SPDX-License-Identifier: Apache-2.0
#include "http/HttpMessage.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

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

/// A number is a span of time, or the moment itself when it is far too large for a span.
std::optional<std::chrono::seconds> untilMoment(const QByteArray &value, const QDateTime &now)
{
    constexpr double firstMoment = 1e9; // seconds since 1970: in 2001; as a span more than thirty years
    constexpr double firstMilliseconds = 1e11;
    constexpr double longest = 9.3e18; // what a count of seconds can hold
    bool isNumber = false;
    double number = value.trimmed().toDouble(&isNumber);
    if (isNumber) {
        if (!(number >= 0 && number <= longest))
            return std::nullopt;
        if (number >= firstMilliseconds)
            number /= 1000;
        if (number >= firstMoment)
            number = std::max(0.0, number - static_cast<double>(now.toMSecsSinceEpoch()) / 1000);
        return std::chrono::seconds(std::llround(std::ceil(number)));
    }
    QDateTime until = fromHttpDate(value);
    if (!until.isValid())
        until = QDateTime::fromString(QString::fromLatin1(value).trimmed(), Qt::ISODate);
    if (until.isValid() && until.timeSpec() != Qt::LocalTime) // without a zone nobody can tell when that is
        return std::chrono::seconds(std::max<qint64>(0, now.secsTo(until)));
    return std::nullopt;
}

/// The field of the drafts that follow RateLimit-Reset: `"hourly";r=0;t=30`, and before that `limit=9, remaining=0,
/// reset=30`. Of several quotas those count of which nothing remains.
std::optional<std::chrono::seconds> untilQuota(const QByteArray &value)
{
    static const QRegularExpression left(QStringLiteral("(?:^|[;\\s])r\\s*=\\s*0*[1-9]"));
    static const QRegularExpression time(QStringLiteral("(?:^|[;\\s])(?:t|reset)\\s*=\\s*([0-9]{1,9})(?![0-9])"));
    std::optional<std::chrono::seconds> longest;
    for (const QByteArray &quota : value.split(',')) {
        const QString text = QString::fromLatin1(quota);
        const auto found = time.match(text);
        if (found.hasMatch() && !left.match(text).hasMatch())
            longest = std::max(longest.value_or(std::chrono::seconds(0)),
                               std::chrono::seconds(found.capturedView(1).toLongLong()));
    }
    return longest;
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
    static constexpr std::array names{
        "Retry-After",       "X-Retry-After",      "RateLimit-Reset",       "X-RateLimit-Reset-After",
        "X-RateLimit-Reset", "X-Rate-Limit-Reset", "Fastly-RateLimit-Reset"};
    for (const char *name : names) {
        if (const auto wait = untilMoment(header(name), now))
            return wait;
    }
    return untilQuota(header("RateLimit"));
}

} // namespace gatehouse
