// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <optional>

class QNetworkReply;

namespace gatehouse {

/// Why the finished `reply` is no usable answer; nullopt when it is one, whatever its status. `tlsProblems` are the
/// texts of what was wrong with the certificate. Secrets are not masked yet.
[[nodiscard]] std::optional<Error> faultOf(const QNetworkReply &reply, const QStringList &tlsProblems);

} // namespace gatehouse
