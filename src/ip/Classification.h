// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"

#include <string_view>

namespace gatehouse {

/// What the IANA special-purpose registries say of a range.
enum class AddressClass {
    Public,
    Private,       ///< RFC 1918
    Shared,        ///< RFC 6598, carrier-grade NAT
    Loopback,      ///< RFC 1122, RFC 4291
    LinkLocal,     ///< RFC 3927, RFC 4291
    Documentation, ///< RFC 5737, RFC 3849, RFC 9637
    Multicast,     ///< RFC 5771, RFC 4291
    UniqueLocal,   ///< RFC 4193
    Reserved,      ///< RFC 1112 class E, the unspecified address, and the rest of the registries
};

struct Classification
{
    AddressClass addressClass = AddressClass::Public;
    std::string_view source; ///< the RFC that says so; empty for Public
};

/// The class of the whole range: Public unless one registered block contains all of it. any() is Public.
Classification classify(const IpRange &range);

} // namespace gatehouse
