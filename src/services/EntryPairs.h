// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"

#include <vector>

namespace gatehouse {

// For services that have no entry for everyone and hold two instead, 0.0.0.0/0 and ::/0.

/// An entry for everyone as the two the service holds, any other as it is. The two share all but range and remote id.
std::vector<Entry> unfolded(const Entry &entry);

/// Makes one entry for everyone, at the place of the first, of each two that differ in nothing else. Its remote id has
/// both.
std::vector<Entry> folded(std::vector<Entry> entries);

} // namespace gatehouse
