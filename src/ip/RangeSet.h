// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/Interval.h"
#include "ip/IpRange.h"

#include <span>
#include <vector>

namespace gatehouse {

/// A set of addresses of both families, kept as sorted, disjoint, non-adjacent intervals.
/// Building from n ranges is O(n log n), and linear when they are sorted; look-up of an address or a range is
/// O(log n); the operations on two sets are linear.
///
/// The IPv4-mapped part of IPv6 (::ffff:0:0/96) stands for IPv4 everywhere else, so no range can name it alone. It
/// counts as part of the broader IPv6 ranges around it, and goes from a difference that leaves nothing but it of its
/// ::fffe:0:0/95.
class RangeSet
{
public:
    RangeSet() = default;
    explicit RangeSet(std::span<const IpRange> ranges);

    [[nodiscard]] bool isEmpty() const { return m_v4.empty() && m_v6.empty(); }
    [[nodiscard]] bool contains(const IpAddress &address) const;
    [[nodiscard]] bool covers(const IpRange &range) const; ///< every address of `range` is in the set
    [[nodiscard]] bool overlaps(const IpRange &range) const;
    [[nodiscard]] AddressCount addressCount() const;

    [[nodiscard]] RangeSet united(const RangeSet &other) const;
    [[nodiscard]] RangeSet intersected(const RangeSet &other) const;
    [[nodiscard]] RangeSet subtracted(const RangeSet &other) const;

    /// The smallest set of CIDR ranges that is equal to this one, in order. All of both families is `*`.
    [[nodiscard]] std::vector<IpRange> toRanges() const;

    friend bool operator==(const RangeSet &, const RangeSet &) = default;

private:
    std::vector<IntervalV4> m_v4;
    std::vector<IntervalV6> m_v6;
};

} // namespace gatehouse
