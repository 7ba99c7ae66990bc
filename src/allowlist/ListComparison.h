// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"

namespace gatehouse {

/// What differs between two states of one list that may have been read by different sessions, so that their keys say
/// nothing about each other: entries are paired by remote id, then by content, then by range. What is in `after` has
/// the key it has there, what was removed a new one.
ChangeSet compareStates(const Allowlist &before, const Allowlist &after);

} // namespace gatehouse
