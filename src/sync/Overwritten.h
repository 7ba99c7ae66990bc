// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"

#include <functional>

namespace gatehouse {

/// Finds what somebody undid without wanting to, by replacing a whole list that they had read before it was changed
/// here.
struct OverwrittenInput
{
    ChangeSet applied; ///< and read back as planned
    Allowlist before;  ///< the list as it was read back then
    Draft draft;       ///< on the list as read now, which carries the keys of `before`
    /// Whether an entry is what was asked for, within what the service can express.
    std::function<bool(const EntryContent &live, const EntryContent &wanted)> holds;
    /// Whether the entry is in the list only because it was kept here; the service has it no more.
    std::function<bool(const EntryKey &)> isVanished;
};

/// Changes of `applied` that are undone exactly: what was added is gone, what was removed or changed is as it was. What
/// has become something else is somebody's will, and what the draft changes is our user's. Gives the draft that wants
/// them again; no change in it when nothing was overwritten.
[[nodiscard]] Draft wantedAgain(const OverwrittenInput &input);

} // namespace gatehouse
