// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace gatehouse {
class Database;
}

namespace gatehouse::server {

enum class DeployCause { Change, Expiry };

/// The list of a scope as it was put in force.
struct Deploy
{
    qint64 id = 0; ///< ascending with time
    qint64 scope = 0;
    QString cause; ///< "change", "expiry"
    QDateTime at;
    QString status; ///< "live"
    QString list;   ///< what lets callers in: the active ranges, one a line; empty when nothing is restricted
};

/// How many deploys are kept for each scope; older ones are dropped.
inline constexpr int keptDeploys = 200;

/// Records the scope's list as it now is. Within the caller's transaction, so that no change is without its deploy.
[[nodiscard]] Result<void> recordDeploy(const Database &database, qint64 scope, DeployCause cause,
                                        const QDateTime &now);

/// Newest first.
[[nodiscard]] Result<QList<Deploy>> deploysOf(const Database &database, qint64 scope);

} // namespace gatehouse::server
