// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Fault.h"

#include <QStringList>

#include <optional>

namespace gatehouse::server {

/// Which names a Host header may have.
struct HostRule
{
    bool onLoopback = true;   ///< only this computer can reach us: no other name than localhost is ours
    QStringList allowed = {}; ///< names besides; when there are any, others are refused wherever we listen
};

/// What is refused before any API is asked: a browser that was led here by a foreign page.
///
/// - Not exactly one Host, none with HTTP/1.1, or one that is not HOST or HOST:PORT: 400 (RFC 9112 section 3.2).
/// - With `rule`, a Host that is neither `localhost`, nor an address, nor one of its names: 421. A foreign name that
///   resolves to this computer (DNS rebinding) would otherwise make its page same-origin with us.
/// - An Origin that is not our own, or a Sec-Fetch-Site that tells of another site: 403. No API here is for web pages.
///
/// HTTP/1.0 without a Host is let through: no browser speaks it, and some load balancers look so whether we live.
[[nodiscard]] std::optional<Fault> guardFault(const Request &request, const HostRule &rule);

} // namespace gatehouse::server
