// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"

namespace gatehouse::server {

/// The routes by which the usage log is read, below /bitbybit/developer/open/v1; a convention of ours.
/// - GET /api-usage-logs: page, limit, sort (timestamp, status or durationMs, each with :asc or :desc; the newest first
///   unless said otherwise), and the filters apiKeyId, method, status, from (included) and to (not included).
/// - GET /api-usage-logs/export?format=csv: all that the same filters leave, as CSV (RFC 4180).
[[nodiscard]] std::vector<Route> bitbybitLogRoutes();

} // namespace gatehouse::server
