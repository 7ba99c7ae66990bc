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
/// it is. As databases write them is understood, too: a blank for the T, +00, UTC.
std::optional<QDateTime> readTime(const QJsonValue &value, TimeForm form);
/// Why the value is none, in words that say what came.
QString faultOfTime(const QJsonValue &value, TimeForm form);
/// Whole seconds, whatever the form.
QJsonValue writeTime(const QDateTime &time, TimeForm form);

} // namespace gatehouse
