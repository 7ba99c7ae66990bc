// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/Interval.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>
#include <vector>

/// Sets of addresses of one family as sorted, disjoint, non-adjacent intervals. `Bits` is std::uint32_t or Bits128.
namespace gatehouse::intervals {

template <typename Bits>
using Intervals = std::vector<Interval<Bits>>;

// What the algorithms ask of an address.

constexpr std::uint32_t successor(std::uint32_t bits)
{
    return bits + 1;
}
constexpr Bits128 successor(Bits128 bits)
{
    return {bits.high + (bits.low == std::numeric_limits<std::uint64_t>::max() ? 1 : 0), bits.low + 1};
}
constexpr std::uint32_t predecessor(std::uint32_t bits)
{
    return bits - 1;
}
constexpr Bits128 predecessor(Bits128 bits)
{
    return bits - Bits128{0, 1};
}
constexpr int trailingZeros(std::uint32_t bits)
{
    return std::countr_zero(bits);
}
constexpr int trailingZeros(Bits128 bits)
{
    return bits.low != 0 ? std::countr_zero(bits.low) : 64 + std::countr_zero(bits.high);
}
constexpr int bitWidth(std::uint32_t bits)
{
    return static_cast<int>(std::bit_width(bits));
}
constexpr int bitWidth(Bits128 bits)
{
    return static_cast<int>(bits.high != 0 ? 64 + std::bit_width(bits.high) : std::bit_width(bits.low));
}
/// `bits` with the lowest `count` bits set.
constexpr std::uint32_t withLowest(std::uint32_t bits, int count)
{
    return bits | static_cast<std::uint32_t>((std::uint64_t{1} << count) - 1);
}
constexpr Bits128 withLowest(Bits128 bits, int count)
{
    return bits | Bits128::lowest(count);
}

/// `next` starts no earlier than `interval`: do they overlap or lie side by side? Where the successor of the highest
/// address wraps to zero, the first comparison has already said yes.
template <typename Bits>
constexpr bool touches(const Interval<Bits> &interval, const Interval<Bits> &next)
{
    return next.first <= interval.last || next.first == successor(interval.last);
}

/// Joins what touches in intervals that are sorted by their first addresses. Linear, in place.
template <typename Bits>
void coalesce(Intervals<Bits> &sorted)
{
    if (sorted.empty())
        return;
    auto kept = sorted.begin();
    for (auto next = kept + 1; next != sorted.end(); ++next) {
        if (touches(*kept, *next))
            kept->last = std::max(kept->last, next->last);
        else
            *++kept = *next;
    }
    sorted.erase(kept + 1, sorted.end());
}

template <typename Bits>
Intervals<Bits> united(const Intervals<Bits> &left, const Intervals<Bits> &right)
{
    Intervals<Bits> all;
    all.reserve(left.size() + right.size());
    std::merge(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(all),
               [](const auto &a, const auto &b) { return a.first < b.first; });
    coalesce(all);
    return all;
}

template <typename Bits>
Intervals<Bits> intersected(const Intervals<Bits> &left, const Intervals<Bits> &right)
{
    Intervals<Bits> common;
    auto a = left.begin();
    auto b = right.begin();
    while (a != left.end() && b != right.end()) {
        const Interval<Bits> both{std::max(a->first, b->first), std::min(a->last, b->last)};
        if (both.first <= both.last)
            common.push_back(both);
        if (a->last < b->last)
            ++a;
        else
            ++b;
    }
    return common;
}

template <typename Bits>
Intervals<Bits> subtracted(const Intervals<Bits> &from, const Intervals<Bits> &what)
{
    Intervals<Bits> rest;
    auto hole = what.begin();
    for (const Interval<Bits> &interval : from) {
        while (hole != what.end() && hole->last < interval.first)
            ++hole;
        // The last hole may reach into the next interval too, so that `hole` itself waits for it.
        Bits first = interval.first;
        bool isUsedUp = false;
        for (auto next = hole; !isUsedUp && next != what.end() && next->first <= interval.last; ++next) {
            if (first < next->first)
                rest.push_back({first, predecessor(next->first)});
            isUsedUp = next->last >= interval.last;
            first = successor(next->last);
        }
        if (!isUsedUp)
            rest.push_back({first, interval.last});
    }
    return rest;
}

/// The interval of the set that the address lies in, or null.
template <typename Bits>
const Interval<Bits> *find(const Intervals<Bits> &set, const Bits &address)
{
    auto next = std::upper_bound(set.begin(), set.end(), address, [](const Bits &bits, const Interval<Bits> &interval) {
        return bits < interval.first;
    });
    if (next == set.begin() || (--next)->last < address)
        return nullptr;
    return &*next;
}

template <typename Bits>
bool covers(const Intervals<Bits> &set, const Interval<Bits> &interval)
{
    const Interval<Bits> *found = find(set, interval.first);
    return found != nullptr && interval.last <= found->last;
}

template <typename Bits>
bool overlaps(const Intervals<Bits> &set, const Interval<Bits> &interval)
{
    const auto candidate = std::lower_bound(set.begin(), set.end(), interval.first,
                                            [](const Interval<Bits> &a, const Bits &first) { return a.last < first; });
    return candidate != set.end() && candidate->first <= interval.last;
}

/// The number of host bits of the largest block that starts where the interval starts and does not leave it.
template <typename Bits>
constexpr int hostBitsOfFirstBlock(const Interval<Bits> &interval)
{
    // Above `width` the bits of first and last are equal; the topmost of the others is 0 in first and 1 in last.
    const int width = bitWidth(interval.first ^ interval.last);
    const int alignment = trailingZeros(interval.first);
    if (alignment >= width && withLowest(interval.last, width) == interval.last)
        return width;
    return std::min(alignment, width - 1);
}

/// Calls `use(first, hostBits)` for each block of the smallest set of blocks that is equal to the interval.
template <typename Bits, typename Use>
void forEachBlock(Interval<Bits> interval, Use use)
{
    for (;;) {
        const int hostBits = hostBitsOfFirstBlock(interval);
        use(interval.first, hostBits);
        const Bits last = withLowest(interval.first, hostBits);
        if (last == interval.last)
            return;
        interval.first = successor(last);
    }
}

} // namespace gatehouse::intervals
