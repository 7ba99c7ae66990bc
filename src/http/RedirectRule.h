// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "http/HttpMessage.h"

#include <optional>

namespace gatehouse {

/// Where an answer to `method` on `from` sends us: nullopt when it is no redirect (or names no place), the URL when it
/// may be followed. Followed are GET and HEAD to the same scheme, host and port, since only there the credentials are
/// meant for. ErrorKind::Insecure for every other redirect; its message names the target without query and user.
[[nodiscard]] Result<std::optional<QUrl>> redirectTarget(const QByteArray &method, const QUrl &from,
                                                         const HttpResponse &answer);

} // namespace gatehouse
