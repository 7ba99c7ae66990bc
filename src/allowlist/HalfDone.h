// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"

namespace gatehouse {

/// Whether `there` is the former entry of a change of range of which only the first half is done: the new entry was
/// made, the old one not yet removed. What is kept of it on this computer may be the new one's already.
[[nodiscard]] inline bool isFormerOf(const EntryContent &there, const Change &change)
{
    if (!change.before || !change.after)
        return false;
    const EntryContent &before = change.before->content;
    const EntryContent &after = change.after->content;
    const auto isEither = [&](auto field) { return there.*field == before.*field || there.*field == after.*field; };
    return before.range != after.range && there.range == before.range && isEither(&EntryContent::label) &&
           isEither(&EntryContent::active) && isEither(&EntryContent::expiresAt);
}

} // namespace gatehouse
