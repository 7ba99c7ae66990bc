// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Expiry.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cstdlib>

namespace gatehouse {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct PresetFacts
{
    std::optional<std::chrono::seconds> duration;
    const char *word;
    const char *title;
};

/// No default in the switch: a new preset without its facts is a compiler warning.
PresetFacts factsOf(ExpiryPreset preset)
{
    switch (preset) {
    case ExpiryPreset::Never:
        return {std::nullopt, "never", QT_TRANSLATE_NOOP("Expiry", "Never")};
    case ExpiryPreset::SixHours:
        return {6h, "6h", QT_TRANSLATE_NOOP("Expiry", "6 hours")};
    case ExpiryPreset::TwelveHours:
        return {12h, "12h", QT_TRANSLATE_NOOP("Expiry", "12 hours")};
    case ExpiryPreset::OneDay:
        return {24h, "1d", QT_TRANSLATE_NOOP("Expiry", "1 day")};
    case ExpiryPreset::OneWeek:
        return {7 * 24h, "1w", QT_TRANSLATE_NOOP("Expiry", "1 week")};
    case ExpiryPreset::OneMonth:
        return {30 * 24h, "1mo", QT_TRANSLATE_NOOP("Expiry", "1 month (30 days)")};
    }
    Q_UNREACHABLE();
}

/// ISO 8601 with a zone, read strictly: Qt's own reader takes a time without a zone as local, and trailing text as
/// nothing.
std::optional<QDateTime> parseZonedTime(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2})(?:(:\\d{2})(?:[.,]\\d+)?)?(?:[Zz]|([+-])(\\d{2}):?(\\d{2})?)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString seconds = match.hasCaptured(3) ? match.captured(3) : u":00"_s;
    const QDate date = QDate::fromString(match.captured(1), u"yyyy-MM-dd"_s);
    const QTime time = QTime::fromString(match.captured(2) + seconds, u"HH:mm:ss"_s);
    const int offsetHours = match.captured(5).toInt();
    const int offsetMinutes = match.captured(6).toInt();
    if (!date.isValid() || !time.isValid() || offsetHours > 14 || offsetMinutes > 59)
        return std::nullopt;
    const int sign = match.captured(4) == u'-' ? -1 : 1;
    return QDateTime(date, time, Qt::UTC).addSecs(-sign * (offsetHours * 60 + offsetMinutes) * 60);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// A distance in time, rounded to the unit in which it is shown: a preset that was just chosen reads as what was
/// chosen. The unused units are 0.
struct Distance
{
    explicit Distance(qint64 seconds)
    {
        const auto rounded = [seconds](qint64 unit) { return static_cast<int>((seconds + unit / 2) / unit); };
        constexpr qint64 minute = 60;
        constexpr qint64 hour = 60 * minute;
        constexpr qint64 day = 24 * hour;
        if (seconds >= 2 * day - minute / 2) {
            days = rounded(day);
        } else if (seconds >= minute) {
            hours = rounded(minute) / 60;
            minutes = rounded(minute) % 60;
        }
    }

    int days = 0;
    int hours = 0;
    int minutes = 0;
};

QString describeRemaining(const Distance &distance)
{
    if (distance.days > 0)
        return QCoreApplication::translate("Expiry", "in %Ln days", nullptr, distance.days);
    if (distance.hours > 0 && distance.minutes > 0)
        return QCoreApplication::translate("Expiry", "in %1 h %2 min")
            .arg(number(distance.hours), number(distance.minutes));
    if (distance.hours > 0)
        return QCoreApplication::translate("Expiry", "in %Ln h", nullptr, distance.hours);
    if (distance.minutes > 0)
        return QCoreApplication::translate("Expiry", "in %Ln min", nullptr, distance.minutes);
    return QCoreApplication::translate("Expiry", "in less than a minute");
}

QString describeElapsed(const Distance &distance)
{
    if (distance.days > 0)
        return QCoreApplication::translate("Expiry", "expired %Ln days ago", nullptr, distance.days);
    if (distance.hours > 0 && distance.minutes > 0)
        return QCoreApplication::translate("Expiry", "expired %1 h %2 min ago")
            .arg(number(distance.hours), number(distance.minutes));
    if (distance.hours > 0)
        return QCoreApplication::translate("Expiry", "expired %Ln h ago", nullptr, distance.hours);
    if (distance.minutes > 0)
        return QCoreApplication::translate("Expiry", "expired %Ln min ago", nullptr, distance.minutes);
    return QCoreApplication::translate("Expiry", "expired just now");
}

} // namespace

std::optional<std::chrono::seconds> durationOf(ExpiryPreset preset)
{
    return factsOf(preset).duration;
}

QString wordFor(ExpiryPreset preset)
{
    return QString::fromLatin1(factsOf(preset).word);
}

QString titleOf(ExpiryPreset preset)
{
    return QCoreApplication::translate("Expiry", factsOf(preset).title);
}

std::optional<QDateTime> expiryAfter(ExpiryPreset preset, const QDateTime &now)
{
    const std::optional<std::chrono::seconds> duration = durationOf(preset);
    if (!duration)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch() + duration->count(), Qt::UTC);
}

std::optional<std::optional<QDateTime>> parseExpiry(const QString &text, const QDateTime &now)
{
    const QString word = text.trimmed();
    for (const ExpiryPreset preset : expiryPresets) {
        if (word.compare(wordFor(preset), Qt::CaseInsensitive) == 0)
            return expiryAfter(preset, now);
    }
    std::optional<QDateTime> time = parseZonedTime(word);
    if (!time)
        return std::nullopt; // said apart: converted, an empty time would read as "never"
    return time;
}

QString describeExpiry(const std::optional<QDateTime> &expiresAt, const QDateTime &now)
{
    if (!expiresAt)
        return QCoreApplication::translate("Expiry", "never");
    const Distance distance(std::abs(now.secsTo(*expiresAt)));
    return *expiresAt <= now ? describeElapsed(distance) : describeRemaining(distance);
}

} // namespace gatehouse
