// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"

namespace gatehouse::server {

/// The API of Quave Cloud's IP allowlist, under /quave/api/public/v1: GET and PATCH /app-env/allowlist, GET /account.
///
/// Names of header, environment parameters, `description` and `deleteEntry`, the formats of a range, the durations, the
/// hourly removal and the immediate deploy follow the vendor's documentation. Path, body and error shape of the
/// allowlist endpoint are a convention of ours, not verified with the vendor; so is `expiresAt` on write, which sets an
/// exact time in the place of `deleteEntry`.
[[nodiscard]] Api quaveApi();

} // namespace gatehouse::server
