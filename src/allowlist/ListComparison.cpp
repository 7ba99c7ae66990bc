// SPDX-License-Identifier: Apache-2.0
#include "allowlist/ListComparison.h"

namespace gatehouse {

ChangeSet compareStates(const Allowlist &before, const Allowlist &after)
{
    return changesBetween(withKeysOf(before.entries(), after), after);
}

} // namespace gatehouse
