// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"
#include "server/data/Scopes.h"

namespace gatehouse::server {

/// GET /organizations: every organization of the service, whether or not its list lets the caller in.
[[nodiscard]] Outcome<Response> listAstroOrganizations(const Call &call);

/// The organization that the path names. 404 for an unknown one, 403 when its list does not let the caller in.
[[nodiscard]] Outcome<Scope> astroOrganization(const Call &call);

} // namespace gatehouse::server
