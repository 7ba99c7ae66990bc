// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

namespace gatehouse {

// The errors that every SecretStore gives.

Error secretMissing();
/// `reason`: what the keychain said, if anything.
Error secretLocked(const QString &reason);
Error emptySecret();

} // namespace gatehouse
