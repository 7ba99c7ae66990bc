// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/AddressCount.h"
#include "ip/Bits128.h"
#include "ip/IpAddress.h"

namespace gatehouse {

/// What an entry lets in: an address, a CIDR block (RFC 4632, RFC 4291), or any address of both families.
/// Compared as networks, never as text. Fits 24 bytes.
class IpRange
{
public:
    /// 0.0.0.0/32; only there so that containers and QVariant can hold ranges.
    constexpr IpRange() = default;
    /// The address alone: /32 or /128.
    static constexpr IpRange of(const IpAddress &address) { return network(address, widthOf(address.family())); }
    /// The network of `prefix` bits around `address`; host bits are cleared. 0 <= prefix <= widthOf(family). No range
    /// is IPv4-mapped: inside ::ffff:0:0/96 this becomes the IPv4 network.
    static constexpr IpRange network(const IpAddress &address, int prefix)
    {
        constexpr int mappedPrefix = 96;
        if (address.family() == Family::V6 && prefix >= mappedPrefix) {
            const IpAddress unmapped = IpAddress::v6(address.high(), address.low());
            if (unmapped.family() == Family::V4)
                return network(unmapped, prefix - mappedPrefix);
        }
        const Bits128 bits{address.high(), address.low()};
        return {bits & ~hostMask(address.family(), prefix), address.family(), prefix, false};
    }
    static constexpr IpRange any() { return {{}, Family::V4, 0, true}; }

    /// Accepts `*`, an address, or `address/prefix`. Host bits beyond the prefix are an error whose suggestion is the
    /// network that was probably meant. `::ffff:a.b.c.d/n` with n >= 96 becomes the IPv4 range of prefix n - 96.
    static Parsed<IpRange> parse(std::string_view text);

    [[nodiscard]] constexpr bool isAny() const { return m_any; }
    /// True for /32 and /128.
    [[nodiscard]] constexpr bool isSingleAddress() const { return m_prefix == widthOf(m_family) && !m_any; }
    /// Not to be asked of any(), like the three below.
    [[nodiscard]] constexpr Family family() const { return m_family; }
    [[nodiscard]] constexpr int prefix() const { return m_prefix; }
    [[nodiscard]] constexpr IpAddress first() const { return address(m_bits); }
    /// For an IPv6 range whose last addresses are IPv4-mapped ones, such as ::/80, this is an IPv6 address
    /// nevertheless: ::ffff:255.255.255.255.
    [[nodiscard]] constexpr IpAddress last() const { return address(lastBits()); }

    [[nodiscard]] constexpr bool contains(const IpAddress &address) const
    {
        const Bits128 bits{address.high(), address.low()};
        return m_any || (m_family == address.family() && (bits & ~hostMask(m_family, m_prefix)) == m_bits);
    }
    /// any() contains all; nothing but any() contains any(). The range 0.0.0.0/0 is not inside ::/0.
    [[nodiscard]] constexpr bool contains(const IpRange &other) const
    {
        return m_any || (!other.m_any && m_prefix <= other.m_prefix && contains(other.first()));
    }
    [[nodiscard]] constexpr bool overlaps(const IpRange &other) const
    {
        return contains(other) || other.contains(*this);
    }
    [[nodiscard]] AddressCount addressCount() const;

    /// Canonical: `203.0.113.5/32`, `2001:db8::/48`, `*`.
    [[nodiscard]] std::string toString() const;
    /// As people write it: a single address without its prefix.
    [[nodiscard]] std::string toShortString() const;
    /// Appends what toString() returns, for printing many.
    void appendTo(std::string &text) const;

    /// any() first, then IPv4 before IPv6, by first address, then the broader network first.
    friend constexpr std::strong_ordering operator<=>(const IpRange &left, const IpRange &right)
    {
        if (left.m_any != right.m_any)
            return right.m_any <=> left.m_any;
        if (left.m_family != right.m_family)
            return left.m_family <=> right.m_family;
        if (left.m_bits != right.m_bits)
            return left.m_bits <=> right.m_bits;
        return left.m_prefix <=> right.m_prefix;
    }
    friend constexpr bool operator==(const IpRange &, const IpRange &) = default;

private:
    constexpr IpRange(Bits128 bits, Family family, int prefix, bool any)
        : m_bits(bits)
        , m_family(family)
        , m_prefix(static_cast<std::uint8_t>(prefix))
        , m_any(any)
    {}
    static constexpr Bits128 hostMask(Family family, int prefix) { return Bits128::lowest(widthOf(family) - prefix); }
    [[nodiscard]] constexpr Bits128 lastBits() const { return m_bits | hostMask(m_family, m_prefix); }
    [[nodiscard]] constexpr IpAddress address(Bits128 bits) const { return {m_family, bits.high, bits.low}; }

    Bits128 m_bits; // for IPv4 in the lowest 32
    Family m_family = Family::V4;
    std::uint8_t m_prefix = 32;
    bool m_any = false;
};

static_assert(sizeof(IpRange) <= 24);

} // namespace gatehouse

template <>
struct std::hash<gatehouse::IpRange>
{
    std::size_t operator()(const gatehouse::IpRange &range) const noexcept;
};
