// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace gatehouse {

// Points in time for people: in this computer's time zone, in the locale's words.

/// To the minute: "Tue 3 Mar 2026, 13:00".
QString describeDayAndTime(const QDateTime &moment);
/// To the second and with the zone, for tooltips.
QString describeExactly(const QDateTime &moment);
/// A sentence for what expires then: "Expires Tue 3 Mar 2026, 13:00 (in 5 h)".
QString describeEnd(const QDateTime &moment, const QDateTime &now);

} // namespace gatehouse
