// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ServiceDefinition.h"
#include "store/ConnectionRecord.h"

namespace gatehouse {

// A secret is given for somebody: the owner of a domain, and the definition that says where below it the secret goes.
// It is sent to nobody else without being given anew.

/// What ConnectionRecord::audience is for a secret that is given now.
[[nodiscard]] QString secretAudience(const ServiceDefinition &definition, const QUrl &baseUrl);

/// Whether a secret that is stored for `connection` may go where the connection leads now. SecretMissing, with a
/// sentence that says what is another, when it may not.
[[nodiscard]] Result<void> checkAudience(const ServiceDefinition &definition, const ConnectionRecord &connection);

} // namespace gatehouse
