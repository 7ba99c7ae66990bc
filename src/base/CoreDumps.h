// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

/// From now on no core dump is written when this program crashes: it would hold the secrets. Called before the first
/// secret is read.
void forbidCoreDumps();

} // namespace gatehouse
