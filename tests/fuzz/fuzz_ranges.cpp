// SPDX-License-Identifier: Apache-2.0
#include "fuzz/Promise.h"
#include "ip/ParseInvariants.h"

/// Whatever the bytes are, parsing them keeps the promises of the headers of `ip`.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    for (const char *broken :
         {gatehouse::invariants::brokenByRange(text), gatehouse::invariants::brokenByAddress(text)})
        gatehouse::fuzz::demand(broken == nullptr, broken);
    return 0;
}
