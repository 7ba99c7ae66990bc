// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDeadlineTimer>
#include <QSqlQuery>

#include <chrono>

namespace gatehouse {

/// Whether SQLite refused the last statement of `query` only since another connection was in the way (SQLITE_BUSY,
/// SQLITE_LOCKED and SQLITE_PROTOCOL, however extended). Nothing was done then, and the same may be tried again. False
/// for PostgreSQL, whose own waiting is complete.
[[nodiscard]] bool isContended(const QSqlQuery &query);

/// Waits for a moment that differs from call to call, so that those who got into each other's way do not do so again.
void pauseForOthers();

/// Runs `attempt`, which gives whether it succeeded with `query`, again for as long as others are in the way, up to
/// `patience` altogether. SQLite's own busy time-out does not do: it is left out wherever two connections could wait
/// for each other, as in the switch of a new file to the write-ahead log (https://sqlite.org/c3ref/busy_handler.html).
template <typename Attempt>
bool untilUncontended(const QSqlQuery &query, std::chrono::milliseconds patience, Attempt attempt)
{
    const QDeadlineTimer deadline(patience);
    while (!attempt()) {
        if (!isContended(query) || deadline.hasExpired())
            return false;
        pauseForOthers();
    }
    return true;
}

} // namespace gatehouse
