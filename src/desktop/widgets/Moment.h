// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace gatehouse {

/// A point in time for people, to the second, in local time and the locale's own form: only the time of day when it is
/// of the same day as `now`.
QString describeMoment(const QDateTime &when, const QDateTime &now);
/// How long ago that was, in the largest unit that fits: "just now", "3 hours ago".
QString describeAge(const QDateTime &when, const QDateTime &now);

} // namespace gatehouse
