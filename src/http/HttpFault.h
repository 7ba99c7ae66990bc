// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <optional>

class QNetworkReply;
class QSslError;

namespace gatehouse {

/// Why the finished `reply` is no usable answer; nullopt when it is one, whatever its status. `problems` are
/// what was wrong with the certificate. Secrets are not masked yet.
[[nodiscard]] std::optional<Error> faultOf(const QNetworkReply &reply, const QList<QSslError> &problems);

} // namespace gatehouse
