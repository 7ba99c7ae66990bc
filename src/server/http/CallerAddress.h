// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/RangeSet.h"
#include "server/http/Message.h"

namespace gatehouse::server {

/// Who really asks: the socket's peer, or, when the peer is a trusted proxy, the last address in X-Forwarded-For that
/// is not a trusted proxy itself. What stands left of it may have been made up by the client and is not read; an
/// unreadable element ends the search at the proxy that wrote it.
[[nodiscard]] IpAddress callerAddress(const Request &request, const RangeSet &trustedProxies);

} // namespace gatehouse::server
