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

/// The list of a scope as it was put in force, here and at the targets of the services that are running.
struct Deploy
{
    qint64 id = 0; ///< ascending with time
    qint64 scope = 0;
    QString cause; ///< "change", "expiry"
    QDateTime at;
    QString status; ///< "live", "pending", "failed", or "superseded" by a newer one before every target had it
    QString reason; ///< which targets failed and why, or which are still pending; for people
    QString list;   ///< what lets callers in: the active ranges, one a line; empty when nothing is restricted
};

/// How many deploys are kept for each scope; older ones are dropped.
inline constexpr int keptDeploys = 200;

/// Records the scope's list as it now is. Within the caller's transaction, so that no change is without its deploy.
[[nodiscard]] Result<void> recordDeploy(const Database &database, qint64 scope, DeployCause cause,
                                        const QDateTime &now);

/// The id of the newest one; 0 when there is none.
[[nodiscard]] Result<qint64> newestDeploy(const Database &database, qint64 scope);

/// Newest first.
[[nodiscard]] Result<QList<Deploy>> deploysOf(const Database &database, qint64 scope);
/// Of every scope, newest first.
[[nodiscard]] Result<QList<Deploy>> newestDeploys(const Database &database);

} // namespace gatehouse::server
