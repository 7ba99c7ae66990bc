// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"
#include "server/ServiceRates.h"

#include <vector>

namespace gatehouse::server {

/// The API of Astro's allowed IP address ranges: /astro/v1 and, of before it, /astro/iam/v1beta1 and
/// /astro/platform/v1beta1; the bulk calls of /astro/labs/v1. Bearer token; a list for each organization.
///
/// From the vendor's documentation: paths, bodies, answers and statuses; `offset`, `limit` and `sorts`; bulk calls, in
/// v1 (and labs) alone, that do all or nothing, 1 to 1000 at a time; 409 for what is there already, and unknown or
/// repeated ids of a bulk delete ignored; the first entry refused with 400 unless it covers the caller, and no guard
/// afterwards; 403 while a list that is not empty does not cover the caller; the rates, counted together for all paths;
/// the error object with fieldErrors; `X-API-Version: 1.0`.
///
/// Conventions of ours, where the vendor is silent: 409 also for a single create and for a range twice in one bulk
/// create, ranges being compared as networks; ranges answered in canonical form, host bits cleared; unknown keys and
/// values refused with 400; another X-API-Version refused with 400; the codes in fieldErrors; lists in the order of
/// creation unless sorted, addresses sorted by number; GET /organizations neither limited to what lets the caller in
/// nor filtered by product.
[[nodiscard]] std::vector<Api> astroApis(const ServiceRates &rates, const QString &token);

} // namespace gatehouse::server
