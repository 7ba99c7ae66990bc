// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/deploy/DeployTarget.h"
#include "server/deploy/ReloadCommand.h"

#include <QList>

#include <chrono>

namespace gatehouse::server {

/// What a list with nothing in force means to those who read the files.
enum class EmptyList {
    Allow, ///< everyone is let in, as every API here has it
    Deny,  ///< nobody is, so that a list that runs out does not open what it guards
};

struct DeployOptions
{
    QList<DeployTarget> targets;
    EmptyList empty = EmptyList::Allow;
    ReloadCommand reload;                                                ///< run after files were changed
    std::chrono::milliseconds reloadDeadline = std::chrono::seconds(30); ///< for one run of it
    /// How soon a change is seen that another service made to the same database.
    std::chrono::milliseconds pollInterval = std::chrono::seconds(2);
    std::chrono::milliseconds firstRetry = std::chrono::seconds(1); ///< doubled after each failure, up to five minutes
};

} // namespace gatehouse::server
