// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace gatehouse {

/// Networks differ in few, often high, bits: the finaliser of SplitMix64 spreads them over all bits of the hash.
constexpr std::uint64_t spread(std::uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

constexpr std::size_t mixedHash(std::uint64_t high, std::uint64_t low, unsigned tag)
{
    return static_cast<std::size_t>(spread(spread(spread(high) + low) + tag));
}

} // namespace gatehouse
