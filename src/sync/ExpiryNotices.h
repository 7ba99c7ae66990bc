// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"

#include <chrono>
#include <vector>

namespace gatehouse {

/// Which entries in force are to be told of as ending soon: those of which one of the `leads` before their end was
/// passed after `since` and not later than `now`. Each once, in the list's order. Pure.
std::vector<Entry> endingSoon(const std::vector<Entry> &list, const std::vector<std::chrono::seconds> &leads,
                              const QDateTime &since, const QDateTime &now);

} // namespace gatehouse
