// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
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
    static AddressCount powerOfTwo(int exponent);

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
