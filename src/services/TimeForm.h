// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace gatehouse {

/// How a service writes a point in time.
enum class TimeForm {
    Iso,               ///< RFC 3339: "2026-03-01T12:00:00Z"
    EpochSeconds,      ///< a number, since 1970-01-01 UTC
    EpochMilliseconds, ///< the same in milliseconds
};

/// UTC. Empty when the value is no time of that form; an ISO time without a zone is none, since nobody can tell when
/// it is. As databases write them is understood, too: a blank for the T, +00, UTC. So is a time of another form, where
/// it leaves no doubt: a text where a number is described, and a number since 2001 where a text is.
std::optional<QDateTime> readTime(const QJsonValue &value, TimeForm form);
/// Whether it is what programs write where there is no time: nothing, 0, the first day of the calendar or of 1970 (the
/// zero of Go, .NET, MySQL and Unix), PostgreSQL's infinity. As a moment it would make of an entry without an end one
/// that ended long ago.
bool saysNoTime(const QJsonValue &value);
/// Why the value is none, in words that say what came.
QString faultOfTime(const QJsonValue &value, TimeForm form);
/// Whole seconds, whatever the form.
QJsonValue writeTime(const QDateTime &time, TimeForm form);

} // namespace gatehouse
