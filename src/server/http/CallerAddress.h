// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"
#include "ip/RangeSet.h"
#include "server/Fault.h"
#include "server/http/Message.h"

namespace gatehouse::server {

/// Who really asks: the socket's peer, or, when the peer is a trusted proxy, the last address in X-Forwarded-For that
/// is not a trusted proxy itself. What stands left of it may have been made up by the client and is not read.
///
/// A hop may have a port, brackets and quotes, as proxies write them: `203.0.113.5:51008`, `[2001:db8::5]:443`. One
/// that cannot be read is a 400: the proxy's own address in its place could let a stranger in.
[[nodiscard]] Outcome<IpAddress> callerAddress(const Request &request, const RangeSet &trustedProxies);

/// What counts as one client where something is limited for each: an IPv4 address, or the /64 of an IPv6 address, of
/// which whoever has one has all.
[[nodiscard]] IpRange clientOf(const IpAddress &address);
/// The same as a text, to be a key.
[[nodiscard]] QString clientName(const IpAddress &address);

} // namespace gatehouse::server
