// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"
#include "server/ServiceRates.h"

namespace gatehouse::server {

/// The API of Cortex's IP allowlist, under /cortex/api/v1: GET and PUT /ip-allowlist, POST /ip-allowlist/validate.
/// Bearer token; one list, that of the workspace.
///
/// From the vendor's documentation: paths, bodies and answers; `page` from 0 and `pageSize` from 1 to 1000, 250 when
/// not given; PUT replaces the whole list, and without `force=true` is refused with 400 when the list is not empty and
/// does not contain the caller; before authentication, 403 "Forbidden IP address" to who is not in a list that is not
/// empty; 1000 requests a minute and 429 as problem+json; 2 MB of body; the ErrorResponse.
///
/// Conventions of ours, where the vendor is silent: the list keeps the order and the spelling in which it was sent; the
/// same network twice is refused, and so are host bits, `*`, unknown keys and numbers out of bounds; a client of the
/// rate limit is an address; PUT answers with the first page; validate answers with an array unless one entry was sent,
/// and never looks at the stored list; a refused list has `violations`, too, one for each entry.
[[nodiscard]] Api cortexApi(const ServiceRates &rates);

} // namespace gatehouse::server
