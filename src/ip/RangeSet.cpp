// SPDX-License-Identifier: Apache-2.0
#include "ip/RangeSet.h"

#include "ip/IntervalAlgebra.h"
#include "ip/IntervalSort.h"

namespace gatehouse {

namespace {

constexpr IntervalV4 allV4{0, ~std::uint32_t{0}};
constexpr IntervalV6 allV6{{}, ~Bits128{}};
constexpr IntervalV6 mapped{{0, 0xffff'0000'0000}, {0, 0xffff'ffff'ffff}};
constexpr IntervalV6 besideMapped{{0, 0xfffe'0000'0000}, {0, 0xfffe'ffff'ffff}};

constexpr Bits128 bitsOf(const IpAddress &address)
{
    return {address.high(), address.low()};
}

constexpr IntervalV4 intervalV4Of(const IpRange &range)
{
    return {static_cast<std::uint32_t>(range.first().low()), static_cast<std::uint32_t>(range.last().low())};
}

constexpr IntervalV6 intervalV6Of(const IpRange &range)
{
    return {bitsOf(range.first()), bitsOf(range.last())};
}

} // namespace

RangeSet::RangeSet(std::span<const IpRange> ranges)
{
    const auto countV6 = std::count_if(ranges.begin(), ranges.end(), [](const IpRange &range) {
        return range.isAny() || range.family() == Family::V6;
    });
    m_v6.reserve(static_cast<std::size_t>(countV6));
    m_v4.reserve(ranges.size() - static_cast<std::size_t>(countV6));
    for (const IpRange &range : ranges) {
        if (range.isAny()) {
            m_v4.push_back(allV4);
            m_v6.push_back(allV6);
        } else if (range.family() == Family::V4) {
            m_v4.push_back(intervalV4Of(range));
        } else {
            m_v6.push_back(intervalV6Of(range));
        }
    }
    intervals::sort(m_v4);
    intervals::sort(m_v6);
    intervals::coalesce(m_v4);
    intervals::coalesce(m_v6);
}

bool RangeSet::contains(const IpAddress &address) const
{
    if (address.family() == Family::V4)
        return intervals::find(m_v4, static_cast<std::uint32_t>(address.low())) != nullptr;
    return intervals::find(m_v6, bitsOf(address)) != nullptr;
}

bool RangeSet::covers(const IpRange &range) const
{
    if (range.isAny())
        return intervals::covers(m_v4, allV4) && intervals::covers(m_v6, allV6);
    return range.family() == Family::V4 ? intervals::covers(m_v4, intervalV4Of(range))
                                        : intervals::covers(m_v6, intervalV6Of(range));
}

bool RangeSet::overlaps(const IpRange &range) const
{
    if (range.isAny())
        return !isEmpty();
    return range.family() == Family::V4 ? intervals::overlaps(m_v4, intervalV4Of(range))
                                        : intervals::overlaps(m_v6, intervalV6Of(range));
}

AddressCount RangeSet::addressCount() const
{
    AddressCount count;
    for (const IntervalV4 &interval : m_v4)
        count += AddressCount(std::uint64_t{interval.last} - interval.first + 1);
    for (const IntervalV6 &interval : m_v6) {
        const Bits128 distance = interval.last - interval.first;
        count += AddressCount::fromBits(distance.high, distance.low);
        count += AddressCount(1);
    }
    return count;
}

RangeSet RangeSet::united(const RangeSet &other) const
{
    RangeSet result;
    result.m_v4 = intervals::united(m_v4, other.m_v4);
    result.m_v6 = intervals::united(m_v6, other.m_v6);
    return result;
}

RangeSet RangeSet::intersected(const RangeSet &other) const
{
    RangeSet result;
    result.m_v4 = intervals::intersected(m_v4, other.m_v4);
    result.m_v6 = intervals::intersected(m_v6, other.m_v6);
    return result;
}

RangeSet RangeSet::subtracted(const RangeSet &other) const
{
    RangeSet result;
    result.m_v4 = intervals::subtracted(m_v4, other.m_v4);
    result.m_v6 = intervals::subtracted(m_v6, other.m_v6);
    if (intervals::covers(result.m_v6, mapped) && !intervals::covers(result.m_v6, besideMapped))
        result.m_v6 = intervals::subtracted(result.m_v6, {mapped});
    return result;
}

std::vector<IpRange> RangeSet::toRanges() const
{
    if (covers(IpRange::any()))
        return {IpRange::any()};
    std::vector<IpRange> ranges;
    ranges.reserve(m_v4.size() + m_v6.size());
    for (const IntervalV4 &interval : m_v4) {
        intervals::forEachBlock(interval, [&ranges](std::uint32_t first, int hostBits) {
            ranges.push_back(IpRange::network(IpAddress::v4(first), widthOf(Family::V4) - hostBits));
        });
    }
    for (const IntervalV6 &interval : m_v6) {
        intervals::forEachBlock(interval, [&ranges](Bits128 first, int hostBits) {
            ranges.push_back(IpRange::network(IpAddress::v6(first.high, first.low), widthOf(Family::V6) - hostBits));
        });
    }
    return ranges;
}

} // namespace gatehouse
