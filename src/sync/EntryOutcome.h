// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"
#include "base/Error.h"

#include <optional>

namespace gatehouse {

/// What became of one change of an apply.
struct EntryOutcome
{
    Change change;
    bool isRead = false;               ///< the list was read back; without that nobody knows what became of the change
    bool isDone = false;               ///< read back and found as wanted
    std::optional<Error> error;        ///< of the request that was about this entry
    std::optional<EntryContent> there; ///< where it is not done: the entry as the service has it
};

/// Why the change is not done, in one translated sentence that names the entry; empty where it is done.
[[nodiscard]] QString reasonFor(const EntryOutcome &outcome);

} // namespace gatehouse
