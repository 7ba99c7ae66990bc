// SPDX-License-Identifier: Apache-2.0
#include "database/Contention.h"

#include <QRandomGenerator>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>

namespace gatehouse {

bool isContended(const QSqlQuery &query)
{
    // https://sqlite.org/rescode.html; what extends a code stands above its lowest byte.
    constexpr int busy = 5;
    constexpr int locked = 6;
    constexpr int protocol = 15; // gave up after a hundred races for the log's index
    constexpr int primaryCode = 0xff;
    if (query.driver()->dbmsType() != QSqlDriver::SQLite)
        return false;
    const int code = query.lastError().nativeErrorCode().toInt() & primaryCode;
    return code == busy || code == locked || code == protocol;
}

void pauseForOthers()
{
    constexpr int longest = 25; // milliseconds
    QThread::msleep(QRandomGenerator::global()->bounded(1u, unsigned(longest)));
}

} // namespace gatehouse
