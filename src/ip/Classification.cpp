// SPDX-License-Identifier: Apache-2.0
#include "ip/Classification.h"

namespace gatehouse {

namespace {

struct Block
{
    IpRange range;
    AddressClass addressClass;
    std::string_view source;
};

consteval IpRange v4(unsigned a, unsigned b, unsigned c, unsigned d, int prefix)
{
    return IpRange::network(IpAddress::v4(a << 24 | b << 16 | c << 8 | d), prefix);
}

/// The first four groups, and the last.
consteval IpRange v6(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d, int prefix,
                     std::uint64_t last = 0)
{
    return IpRange::network(IpAddress::v6(a << 48 | b << 32 | c << 16 | d, last), prefix);
}

using enum AddressClass;

// The IANA IPv4 and IPv6 Special-Purpose Address Registries and the multicast blocks; blocks inside blocks come first,
// so that the first match is the most specific one.
constexpr Block blocks[] = {
    {v4(0, 0, 0, 0, 32), Reserved, "RFC 1122"},
    {v4(0, 0, 0, 0, 8), Reserved, "RFC 791"},
    {v4(10, 0, 0, 0, 8), Private, "RFC 1918"},
    {v4(100, 64, 0, 0, 10), Shared, "RFC 6598"},
    {v4(127, 0, 0, 0, 8), Loopback, "RFC 1122"},
    {v4(169, 254, 0, 0, 16), LinkLocal, "RFC 3927"},
    {v4(172, 16, 0, 0, 12), Private, "RFC 1918"},
    {v4(192, 0, 0, 8, 32), Reserved, "RFC 7600"},
    {v4(192, 0, 0, 9, 32), Reserved, "RFC 7723"},
    {v4(192, 0, 0, 10, 32), Reserved, "RFC 8155"},
    {v4(192, 0, 0, 170, 31), Reserved, "RFC 7050"},
    {v4(192, 0, 0, 0, 29), Reserved, "RFC 7335"},
    {v4(192, 0, 0, 0, 24), Reserved, "RFC 6890"},
    {v4(192, 0, 2, 0, 24), Documentation, "RFC 5737"},
    {v4(192, 31, 196, 0, 24), Reserved, "RFC 7535"},
    {v4(192, 52, 193, 0, 24), Reserved, "RFC 7450"},
    {v4(192, 88, 99, 2, 32), Reserved, "RFC 6751"},
    {v4(192, 88, 99, 0, 24), Reserved, "RFC 7526"},
    {v4(192, 168, 0, 0, 16), Private, "RFC 1918"},
    {v4(192, 175, 48, 0, 24), Reserved, "RFC 7534"},
    {v4(198, 18, 0, 0, 15), Reserved, "RFC 2544"},
    {v4(198, 51, 100, 0, 24), Documentation, "RFC 5737"},
    {v4(203, 0, 113, 0, 24), Documentation, "RFC 5737"},
    {v4(224, 0, 0, 0, 4), Multicast, "RFC 5771"},
    {v4(255, 255, 255, 255, 32), Reserved, "RFC 919"},
    {v4(240, 0, 0, 0, 4), Reserved, "RFC 1112"},

    {v6(0, 0, 0, 0, 128), Reserved, "RFC 4291"},
    {v6(0, 0, 0, 0, 128, 1), Loopback, "RFC 4291"},
    {v6(0x64, 0xff9b, 0, 0, 96), Reserved, "RFC 6052"},
    {v6(0x64, 0xff9b, 1, 0, 48), Reserved, "RFC 8215"},
    {v6(0x100, 0, 0, 0, 64), Reserved, "RFC 6666"},
    {v6(0x100, 0, 0, 1, 64), Reserved, "RFC 9780"},
    {v6(0x2001, 0, 0, 0, 32), Reserved, "RFC 4380"},
    {v6(0x2001, 1, 0, 0, 128, 1), Reserved, "RFC 7723"},
    {v6(0x2001, 1, 0, 0, 128, 2), Reserved, "RFC 8155"},
    {v6(0x2001, 1, 0, 0, 128, 3), Reserved, "RFC 9665"},
    {v6(0x2001, 2, 0, 0, 48), Reserved, "RFC 5180"},
    {v6(0x2001, 3, 0, 0, 32), Reserved, "RFC 7450"},
    {v6(0x2001, 4, 0x112, 0, 48), Reserved, "RFC 7535"},
    {v6(0x2001, 0x10, 0, 0, 28), Reserved, "RFC 4843"},
    {v6(0x2001, 0x20, 0, 0, 28), Reserved, "RFC 7343"},
    {v6(0x2001, 0x30, 0, 0, 28), Reserved, "RFC 9374"},
    {v6(0x2001, 0, 0, 0, 23), Reserved, "RFC 2928"},
    {v6(0x2001, 0xdb8, 0, 0, 32), Documentation, "RFC 3849"},
    {v6(0x2002, 0, 0, 0, 16), Reserved, "RFC 3056"},
    {v6(0x2620, 0x4f, 0x8000, 0, 48), Reserved, "RFC 7534"},
    {v6(0x3fff, 0, 0, 0, 20), Documentation, "RFC 9637"},
    {v6(0x5f00, 0, 0, 0, 16), Reserved, "RFC 9602"},
    {v6(0xfc00, 0, 0, 0, 7), UniqueLocal, "RFC 4193"},
    {v6(0xfe80, 0, 0, 0, 10), LinkLocal, "RFC 4291"},
    {v6(0xff00, 0, 0, 0, 8), Multicast, "RFC 4291"},
};

} // namespace

Classification classify(const IpRange &range)
{
    for (const Block &block : blocks) {
        if (block.range.contains(range))
            return {block.addressClass, block.source};
    }
    return {};
}

} // namespace gatehouse
