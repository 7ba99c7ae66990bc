// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Fault.h"

#include <optional>

namespace gatehouse::server {

/// A head from which it is not beyond doubt where its body ends, or that announces a body where none is read: 400, and
/// the connection is to be closed with the body unread. What a proxy before us takes for a body, we might otherwise
/// take for the next request (RFC 9112 section 6.3).
///
/// - A Transfer-Encoding that is not exactly `chunked`, stands twice or beside a Content-Length, or comes with
/// HTTP/1.0.
/// - A Content-Length that is not one number in digits, once.
/// - A body with GET or HEAD.
[[nodiscard]] std::optional<Fault> framingFault(const Request &head);

} // namespace gatehouse::server
