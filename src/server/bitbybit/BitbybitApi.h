// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "server/Router.h"
#include "server/ServiceRates.h"

#include <QByteArray>

namespace gatehouse::server {

/// Below which the vendor's paths stand here.
inline const QByteArray bitbybitRoot = "/bitbybit";

/// The bitbybit API: /developer/open/v1, by which keys, their lists and the usage log are managed, and
/// /customer/open/v1 with /customer/api/open/v1 (the vendor documents both), which the lists guard.
///
/// Envelope, paging, error codes, limits of a list, the order of checks and the rate limit follow the vendor's
/// documentation. That there are calls to manage keys, lists and logs, and how they look, is a convention of ours, not
/// verified with the vendor. `token` is the service's; `clock` must outlive the result.
[[nodiscard]] std::vector<Api> bitbybitApis(const ServiceRates &rates, const QString &token, const Clock &clock);

} // namespace gatehouse::server
