// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"
#include "server/data/Scopes.h"

namespace gatehouse::server {

/// The one there is.
[[nodiscard]] Outcome<Scope> cortexWorkspace(const Database &database);

// The calls; rules in CortexApi.h.

[[nodiscard]] Outcome<Response> getCortexList(const Call &call);
[[nodiscard]] Outcome<Response> replaceCortexList(const Call &call);
[[nodiscard]] Outcome<Response> validateCortexEntries(const Call &call);

} // namespace gatehouse::server
