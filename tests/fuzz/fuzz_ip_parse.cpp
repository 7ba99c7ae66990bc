// SPDX-License-Identifier: Apache-2.0
#include "ip/ParseInvariants.h"

#include <cstdio>
#include <cstdlib>

/// Whatever the bytes are, parsing them keeps the promises of the headers. A broken one ends the run and leaves the
/// bytes in a crash file.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    for (const char *broken :
         {gatehouse::invariants::brokenByRange(text), gatehouse::invariants::brokenByAddress(text)}) {
        if (broken == nullptr)
            continue;
        std::fprintf(stderr, "%s\n", broken);
        std::abort();
    }
    return 0;
}
