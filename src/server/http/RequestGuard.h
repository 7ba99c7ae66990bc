// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Fault.h"

#include <optional>

namespace gatehouse::server {

/// What is refused before any API is asked: a browser that was led here by a foreign page.
///
/// - Not exactly one Host, or none with HTTP/1.1: 400 (RFC 9112 section 3.2).
/// - With `onLoopback`, a Host that is neither `localhost` nor an address: 421. A foreign name that resolves to this
///   computer (DNS rebinding) would otherwise make its page same-origin with us.
/// - An Origin that is not our own, or a Sec-Fetch-Site that tells of another site: 403. No API here is for web pages.
[[nodiscard]] std::optional<Fault> guardFault(const Request &request, bool onLoopback);

} // namespace gatehouse::server
