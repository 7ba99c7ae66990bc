// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"

#include <span>
#include <vector>

namespace gatehouse {

/// A set of addresses of both families, kept as sorted, disjoint, non-adjacent intervals.
/// Building from n ranges is O(n log n); look-up of an address or a range is O(log n).
class RangeSet
{
public:
    RangeSet() = default;
    explicit RangeSet(std::span<const IpRange> ranges);

    [[nodiscard]] bool isEmpty() const;
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
    struct Interval
    {
        IpAddress first;
        IpAddress last;
        friend bool operator==(const Interval &, const Interval &) = default;
    };
    std::vector<Interval> m_intervals;
};

} // namespace gatehouse
