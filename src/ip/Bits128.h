// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace gatehouse {

/// 128 bits as an unsigned number, with the little arithmetic that networks need. (__int128 is no standard type.)
struct Bits128
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend constexpr auto operator<=>(const Bits128 &, const Bits128 &) = default; // high first: numeric
    friend constexpr Bits128 operator&(Bits128 a, Bits128 b) { return {a.high & b.high, a.low & b.low}; }
    friend constexpr Bits128 operator|(Bits128 a, Bits128 b) { return {a.high | b.high, a.low | b.low}; }
    friend constexpr Bits128 operator^(Bits128 a, Bits128 b) { return {a.high ^ b.high, a.low ^ b.low}; }
    friend constexpr Bits128 operator-(Bits128 a, Bits128 b)
    {
        return {a.high - b.high - (a.low < b.low ? 1 : 0), a.low - b.low};
    }
    friend constexpr Bits128 operator~(Bits128 a) { return {~a.high, ~a.low}; }

    /// The lowest `count` bits set, 0 <= count <= 128.
    static constexpr Bits128 lowest(int count)
    {
        constexpr std::uint64_t all = ~std::uint64_t{0};
        if (count >= 64)
            return {count == 64 ? 0 : all >> (128 - count), all};
        return {0, count == 0 ? 0 : all >> (64 - count)};
    }
};

} // namespace gatehouse
