// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <cstdlib>

namespace gatehouse::fuzz {

/// Ends the run when a promise is broken, so that libFuzzer leaves the input in a file. `broken` says which one.
inline void demand(bool isKept, const char *broken)
{
    if (isKept)
        return;
    std::fprintf(stderr, "Broken: %s\n", broken);
    std::abort();
}

} // namespace gatehouse::fuzz
