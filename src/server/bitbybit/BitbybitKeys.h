// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"

namespace gatehouse::server {

/// The routes by which API keys and their allowlists are managed, below /bitbybit/developer/open/v1. All of them are a
/// convention of ours in the vendor's envelope: it documents no such calls.
/// - GET /api-keys: page, limit, search (in name, description, id and prefix), status (ACTIVE, EXPIRED, REVOKED; this
///   service revokes no keys).
/// - POST /api-keys: name and scopes, and if wanted description, environment (LIVE or TEST), expiresAt and entries.
///   Answers 201 and the key; its `secret` is told this once.
/// - GET and PUT /api-keys/{id}/ip-allowlist: the list, replaced as a whole. Entries keep their place, new ones come
///   last. In force at once.
[[nodiscard]] std::vector<Route> bitbybitKeyRoutes();

} // namespace gatehouse::server
