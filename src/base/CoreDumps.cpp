// SPDX-License-Identifier: Apache-2.0
#include "base/CoreDumps.h"

#include <sys/resource.h>

namespace gatehouse {

void forbidCoreDumps()
{
    // The hard limit stays, so that whoever looks for a fault may lift it (prlimit).
    rlimit limit = {};
    if (::getrlimit(RLIMIT_CORE, &limit) != 0)
        return;
    limit.rlim_cur = 0;
    ::setrlimit(RLIMIT_CORE, &limit);
}

} // namespace gatehouse
