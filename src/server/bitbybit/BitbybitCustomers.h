// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"

namespace gatehouse::server {

/// GET /customers as the vendor documents it, with an API key's own secret. Checks in its order: the key (401), the
/// scope customers:READ (403 INSUFFICIENT_SCOPE), the caller's address (403 IP_NOT_ALLOWED). This service has no
/// customers, so whoever is let in gets an empty collection.
[[nodiscard]] std::vector<Route> bitbybitCustomerRoutes();

} // namespace gatehouse::server
