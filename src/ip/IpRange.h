// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/AddressCount.h"
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
    static IpRange of(const IpAddress &address);
    /// The network of `prefix` bits around `address`; host bits are cleared. 0 <= prefix <= widthOf(family).
    static IpRange network(const IpAddress &address, int prefix);
    static IpRange any();

    /// Accepts `*`, an address, or `address/prefix`. Host bits beyond the prefix are an error whose suggestion is the
    /// network that was probably meant. `::ffff:a.b.c.d/n` with n >= 96 becomes the IPv4 range of prefix n - 96.
    static Parsed<IpRange> parse(std::string_view text);

    [[nodiscard]] bool isAny() const { return m_any; }
    /// True for /32 and /128.
    [[nodiscard]] bool isSingleAddress() const;
    /// Not to be asked of any().
    [[nodiscard]] Family family() const { return m_family; }
    [[nodiscard]] int prefix() const { return m_prefix; }
    [[nodiscard]] IpAddress first() const;
    [[nodiscard]] IpAddress last() const;

    [[nodiscard]] bool contains(const IpAddress &address) const;
    [[nodiscard]] bool contains(const IpRange &other) const; ///< any() contains all; nothing but any() contains any()
    [[nodiscard]] bool overlaps(const IpRange &other) const;
    [[nodiscard]] AddressCount addressCount() const;

    /// Canonical: `203.0.113.5/32`, `2001:db8::/48`, `*`.
    [[nodiscard]] std::string toString() const;
    /// As people write it: a single address without its prefix.
    [[nodiscard]] std::string toShortString() const;

    /// any() first, then IPv4 before IPv6, by first address, then the broader network first.
    friend std::strong_ordering operator<=>(const IpRange &left, const IpRange &right);
    friend bool operator==(const IpRange &, const IpRange &) = default;

private:
    std::uint64_t m_high = 0;
    std::uint64_t m_low = 0;
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
