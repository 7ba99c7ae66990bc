// SPDX-License-Identifier: Apache-2.0
#include "services/TimeForm.h"

#include <QRegularExpression>

#include <cmath>

namespace gatehouse {

namespace {

constexpr qint64 millisecondsPerSecond = 1000;
/// The end of the year 9999; beyond it a number is no time but a mistake.
constexpr double latest = 253'402'300'799.0;

std::optional<QDateTime> readIso(const QString &text)
{
    // Qt also takes a date alone, and a time without a zone as the local one.
    static const QRegularExpression full(
        QStringLiteral("\\A\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?([Zz]|[+-]\\d\\d:?\\d\\d)\\z"));
    if (!full.match(text).hasMatch())
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(text.toUpper(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

std::optional<QDateTime> readEpoch(const QJsonValue &value, double perSecond)
{
    const double seconds = value.toDouble() / perSecond;
    if (!value.isDouble() || std::abs(seconds) > latest)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * millisecondsPerSecond), Qt::UTC);
}

} // namespace

std::optional<QDateTime> readTime(const QJsonValue &value, TimeForm form)
{
    switch (form) {
    case TimeForm::Iso:
        return readIso(value.toString());
    case TimeForm::EpochSeconds:
        return readEpoch(value, 1);
    case TimeForm::EpochMilliseconds:
        return readEpoch(value, millisecondsPerSecond);
    }
    Q_UNREACHABLE();
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
