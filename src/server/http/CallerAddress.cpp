// SPDX-License-Identifier: Apache-2.0
#include "server/http/CallerAddress.h"

#include <string_view>

namespace gatehouse::server {

IpAddress callerAddress(const Request &request, const RangeSet &trustedProxies)
{
    IpAddress caller = request.peer;
    // Several header lines mean the same as one with their values joined (RFC 9110 section 5.3).
    const auto hops = request.headerValues("X-Forwarded-For").join(',').split(',');
    for (auto hop = hops.crbegin(); hop != hops.crend() && trustedProxies.contains(caller); ++hop) {
        const auto text = hop->trimmed();
        const auto address = IpAddress::parse(std::string_view(text.constData(), std::size_t(text.size())));
        if (!address)
            return caller;
        caller = *address;
    }
    return caller;
}

} // namespace gatehouse::server
