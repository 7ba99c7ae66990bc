// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

namespace gatehouse {

/// A number of addresses, exact up to all of IPv4 and IPv6 together (2^128 + 2^32). Never overflows within that.
class AddressCount
{
public:
    constexpr AddressCount() = default;
    explicit constexpr AddressCount(std::uint64_t value)
        : m_limbs{0, 0, value}
    {}
    /// 2^exponent, 0 <= exponent <= 128.
    static constexpr AddressCount powerOfTwo(int exponent)
    {
        AddressCount count;
        count.m_limbs[static_cast<std::size_t>(2 - exponent / 64)] = std::uint64_t{1} << (exponent % 64);
        return count;
    }
    /// A number of up to 128 bits.
    static constexpr AddressCount fromBits(std::uint64_t high, std::uint64_t low)
    {
        AddressCount count;
        count.m_limbs = {0, high, low};
        return count;
    }

    AddressCount &operator+=(const AddressCount &other);

    /// Decimal digits, without grouping.
    [[nodiscard]] std::string toString() const;
    /// For sizes, bars and rough words; exact below 2^53.
    [[nodiscard]] double toDouble() const;

    friend constexpr auto operator<=>(const AddressCount &, const AddressCount &) = default;

private:
    std::array<std::uint64_t, 3> m_limbs{}; // most significant first, so that the default order is numeric
};

} // namespace gatehouse
