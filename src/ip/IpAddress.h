// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/ParseError.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace gatehouse {

enum class Family : std::uint8_t { V4, V6 };

/// Bits in an address of the family: 32 or 128.
constexpr int widthOf(Family family)
{
    return family == Family::V4 ? 32 : 128;
}

/// One IPv4 or IPv6 address. Ordered numerically, every IPv4 address before every IPv6 one. Cheap to copy.
class IpAddress
{
public:
    /// 0.0.0.0
    constexpr IpAddress() = default;
    static constexpr IpAddress v4(std::uint32_t bits) { return {Family::V4, 0, bits}; }
    /// The eight upper and lower bytes in host order. An IPv4-mapped address (::ffff:0:0/96) becomes IPv4.
    static constexpr IpAddress v6(std::uint64_t high, std::uint64_t low)
    {
        constexpr std::uint64_t mappedPrefix = 0xffff;
        if (high == 0 && (low >> 32) == mappedPrefix)
            return v4(static_cast<std::uint32_t>(low));
        return {Family::V6, high, low};
    }

    /// Strict: four decimal parts without leading zeros (no octal, no short forms), or RFC 4291 section 2.2 text. No
    /// zone id, no blanks, no brackets. An IPv4-mapped IPv6 address is recognised as IPv4. The error's suggestion, if
    /// any, is an address.
    static Parsed<IpAddress> parse(std::string_view text);

    [[nodiscard]] constexpr Family family() const { return m_family; }
    [[nodiscard]] constexpr std::uint64_t high() const { return m_high; } ///< 0 for IPv4
    [[nodiscard]] constexpr std::uint64_t low() const { return m_low; }   ///< for IPv4 all 32 bits

    /// Dotted decimal, or the canonical text of RFC 5952.
    [[nodiscard]] std::string toString() const;
    /// Appends what toString() returns, for printing many.
    void appendTo(std::string &text) const;

    friend constexpr auto operator<=>(const IpAddress &, const IpAddress &) = default;

private:
    friend class IpRange; // whose last address may be an IPv4-mapped one that stays IPv6
    constexpr IpAddress(Family family, std::uint64_t high, std::uint64_t low)
        : m_family(family)
        , m_high(high)
        , m_low(low)
    {}

    Family m_family = Family::V4; // first, so that the default order puts IPv4 before IPv6
    std::uint64_t m_high = 0;
    std::uint64_t m_low = 0;
};

} // namespace gatehouse

template <>
struct std::hash<gatehouse::IpAddress>
{
    std::size_t operator()(const gatehouse::IpAddress &address) const noexcept;
};
