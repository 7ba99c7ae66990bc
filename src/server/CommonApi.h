// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"

namespace gatehouse::server {

/// The service's own paths, open to everyone: GET /healthz, and GET /ip, which answers {"ip": the caller's address}.
[[nodiscard]] Api commonApi();

} // namespace gatehouse::server
