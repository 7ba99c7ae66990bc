// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "http/HttpMessage.h"

namespace gatehouse {

/// Whether the request may be sent at all. ErrorKind::Insecure: a scheme other than http and https, http to a host that
/// is not this computer, a user or password inside the URL. ErrorKind::InvalidInput: no usable URL, a method or header
/// that would break the message (a line break in a token, say), or a header that only the client may set.
[[nodiscard]] Result<void> checkRequest(const HttpRequest &request);

} // namespace gatehouse
