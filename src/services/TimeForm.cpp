// SPDX-License-Identifier: Apache-2.0
#include "services/TimeForm.h"

#include "services/LooseValue.h"
#include "services/Text.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 millisecondsPerSecond = 1000;
/// The end of the year 9999; beyond it a number is no time but a mistake.
constexpr double latest = 253'402'300'799.0;

/// A date and a time of day, as RFC 3339 and databases write them; the zone, which may be missing, is behind them.
const QRegularExpression &isoForm()
{
    static const QRegularExpression form(
        QStringLiteral("\\A(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d)(:\\d\\d)?([.,]\\d+)? ?(.*)\\z"));
    return form;
}

/// Seconds east of Greenwich: Z, UTC, GMT, +00, +0000, +00:00, and what Go prints, "+0000 UTC".
std::optional<int> offsetIn(const QString &zone)
{
    static const QRegularExpression named(QStringLiteral("\\A(Z|UTC|GMT)\\z"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression counted(QStringLiteral("\\A([+-])(\\d\\d)(?::?(\\d\\d))?( UTC| GMT)?\\z"));
    if (named.match(zone).hasMatch())
        return 0;
    const auto match = counted.match(zone);
    const int hours = match.captured(2).toInt();
    const int minutes = match.captured(3).toInt();
    const int seconds = (hours * 60 + minutes) * 60;
    constexpr int mostHours = 18;
    if (!match.hasMatch() || hours > mostHours || minutes > 59 || (!match.captured(4).isEmpty() && seconds != 0))
        return std::nullopt;
    return match.captured(1) == u"-" ? -seconds : seconds;
}

std::optional<QDateTime> readIso(const QString &text)
{
    const auto match = isoForm().match(text.trimmed());
    const auto offset = offsetIn(match.captured(5));
    if (!match.hasMatch() || !offset || (match.captured(3).isEmpty() && !match.captured(4).isEmpty()))
        return std::nullopt;
    constexpr int milliseconds = 3;
    const QString clock = match.captured(2) + (match.captured(3).isEmpty() ? u":00"_s : match.captured(3));
    const QString fraction = match.captured(4).sliced(match.captured(4).isEmpty() ? 0 : 1);
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(clock, u"HH:mm:ss"_s);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, Qt::UTC)
        .addMSecs(fraction.leftJustified(milliseconds, u'0', true).toInt())
        .addSecs(-*offset);
}

std::optional<QDateTime> readEpoch(const QJsonValue &value, double perSecond)
{
    const auto whole = looseWholeNumber(value);
    const double seconds = (whole ? double(*whole) : value.toDouble()) / perSecond;
    if ((!whole && !value.isDouble()) || std::abs(seconds) > latest)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * millisecondsPerSecond), Qt::UTC);
}

/// A number that can only be a moment: since 2001, in seconds, or in milliseconds when it is far too large for that.
std::optional<QDateTime> readNumberForText(const QJsonValue &value)
{
    constexpr double firstMoment = 1e9;
    constexpr double firstMilliseconds = 1e11;
    const auto whole = looseWholeNumber(value);
    if (!whole || double(*whole) < firstMoment)
        return std::nullopt;
    return readEpoch(value, double(*whole) < firstMilliseconds ? 1 : millisecondsPerSecond);
}

} // namespace

std::optional<QDateTime> readTime(const QJsonValue &value, TimeForm form)
{
    switch (form) {
    case TimeForm::Iso:
        if (auto time = readIso(value.toString()))
            return time;
        return readNumberForText(value);
    case TimeForm::EpochSeconds:
    case TimeForm::EpochMilliseconds:
        if (auto time = readEpoch(value, form == TimeForm::EpochSeconds ? 1 : millisecondsPerSecond))
            return time;
        return readIso(value.toString());
    }
    Q_UNREACHABLE();
}

bool saysNoTime(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return true;
    if (const auto number = looseWholeNumber(value))
        return *number == 0;
    static const QRegularExpression none(
        QStringLiteral("\\A(|-?infinity|0000-00-00([T ]00:00:00.*)?|0001-01-01[T ]00:00:00.*)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const auto time = readIso(value.toString());
    return value.isString() && (none.match(value.toString().trimmed()).hasMatch() ||
                                (time && *time == QDateTime::fromSecsSinceEpoch(0, Qt::UTC)));
}

QString faultOfTime(const QJsonValue &value, TimeForm form)
{
    const auto match = isoForm().match(value.toString().trimmed());
    if (form == TimeForm::Iso && match.hasMatch() && match.captured(5).isEmpty())
        return AnswerText::tr("%1 has no zone, so nobody can tell when that is").arg(shownValue(value));
    if (form == TimeForm::Iso)
        return AnswerText::tr("%1 is no time like 2027-03-01T12:00:00Z").arg(shownValue(value));
    return AnswerText::tr("%1 is no time in seconds or milliseconds since 1970").arg(shownValue(value));
}

QJsonValue writeTime(const QDateTime &time, TimeForm form)
{
    switch (form) {
    case TimeForm::Iso:
        return time.toUTC().toString(Qt::ISODate);
    case TimeForm::EpochSeconds:
        return time.toSecsSinceEpoch();
    case TimeForm::EpochMilliseconds:
        return time.toSecsSinceEpoch() * millisecondsPerSecond;
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse
