// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RestService.h"
#include "services/Wire.h"

namespace gatehouse {

/// See RestService::plan().
std::vector<Operation> planned(const ServiceDefinition &definition, const Draft &draft, const CurrentAddresses &own);

/// What the service holds of an entry: nothing of an inactive one where it knows none, no label or expiry where it has
/// no place for it.
std::optional<Entry> asHeld(const Entry &entry, const Capabilities &capabilities);

} // namespace gatehouse
