// SPDX-License-Identifier: Apache-2.0
#include "allowlist/LabelExpiry.h"

#include <QRegularExpression>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int suffixLength = 28; // of "[until 2026-09-01 00:00 UTC]"
constexpr qint64 minute = 60;

std::optional<QDateTime> timeIn(const QRegularExpressionMatch &match)
{
    const QDate date = QDate::fromString(match.captured(u"date"), u"yyyy-MM-dd"_s);
    const QTime time = QTime::fromString(match.captured(u"time"), u"HH:mm"_s);
    const QDateTime read(date, time, Qt::UTC);
    if (!date.isValid() || !time.isValid() || !isWritableInLabel(read))
        return std::nullopt;
    return read;
}

} // namespace

LabelParts splitLabel(const QString &held)
{
    if (!held.endsWith(u" UTC]"))
        return {held, std::nullopt}; // nearly every label, without a regular expression
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(
            uR"((?:(?<label>.+) )?\[until (?<date>\d{4}-\d{2}-\d{2}) (?<time>\d{2}:\d{2}) UTC\])"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(held);
    const std::optional<QDateTime> time = match.hasMatch() ? timeIn(match) : std::nullopt;
    if (!time)
        return {held, std::nullopt};
    return {match.captured(u"label"), time};
}

QString labelWithExpiry(const QString &label, const QDateTime &expiresAt)
{
    const QString suffix = asWrittenInLabel(expiresAt).toString(u"'[until 'yyyy-MM-dd HH:mm' UTC]'"_s);
    return label.isEmpty() ? suffix : label + u' ' + suffix;
}

int lengthOfExpiryIn(const QString &label)
{
    return suffixLength + (label.isEmpty() ? 0 : 1);
}

bool isWritableInLabel(const QDateTime &expiresAt)
{
    const int year = asWrittenInLabel(expiresAt).date().year();
    return expiresAt.isValid() && year >= 1 && year <= 9999;
}

QDateTime asWrittenInLabel(const QDateTime &expiresAt)
{
    const qint64 milliseconds = expiresAt.toMSecsSinceEpoch();
    const qint64 unit = minute * 1000;
    const qint64 whole = milliseconds - ((milliseconds % unit) + unit) % unit;
    return QDateTime::fromMSecsSinceEpoch(whole == milliseconds ? whole : whole + unit, Qt::UTC);
}

} // namespace gatehouse
