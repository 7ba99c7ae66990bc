// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QString>

#include <chrono>

namespace gatehouse {
class Database;
}

namespace gatehouse::server {

/// How far one target of one running service is; kept in the database, which several services may share.
struct TargetState
{
    QString host; ///< the computer's name
    QString name; ///< DeployTarget::name(), unique on the computer
    qint64 scope = 0;
    qint64 deploy = 0; ///< the newest one that is in force there; 0: none yet
    QString failure;   ///< why it could not be brought further; empty when nothing is wrong
    bool operator==(const TargetState &) const = default;
};

/// A service that ended without a word is forgotten after this time, so that it does not keep deploys pending.
inline constexpr auto rememberTargetsFor = std::chrono::hours(24);

/// Notes the state, and what follows from it for the scope's deploys. To be repeated well within rememberTargetsFor.
[[nodiscard]] Result<void> saveTarget(const Database &database, const TargetState &state, const QDateTime &now);
/// The target is not kept any more. What its last state made of the newest deploy stays.
[[nodiscard]] Result<void> removeTarget(const Database &database, const TargetState &state);

/// Gives the scope's newest deploy the status that its targets make: live when all of them have it, failed when one
/// could not be written, else pending. Older ones that are pending never came to be. Within the caller's transaction.
[[nodiscard]] Result<void> settleDeploys(const Database &database, qint64 scope);
/// Within the caller's transaction.
[[nodiscard]] Result<void> forgetOldTargets(const Database &database, const QDateTime &now);

} // namespace gatehouse::server
