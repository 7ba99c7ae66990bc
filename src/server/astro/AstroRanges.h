// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Router.h"

namespace gatehouse::server {

// The calls below /organizations/{organizationId}/allowed-ip-address-ranges; rules in AstroApi.h.

[[nodiscard]] Outcome<Response> listAstroRanges(const Call &call);
[[nodiscard]] Outcome<Response> createAstroRange(const Call &call);
[[nodiscard]] Outcome<Response> deleteAstroRange(const Call &call);
[[nodiscard]] Outcome<Response> bulkCreateAstroRanges(const Call &call);
[[nodiscard]] Outcome<Response> bulkDeleteAstroRanges(const Call &call);

} // namespace gatehouse::server
