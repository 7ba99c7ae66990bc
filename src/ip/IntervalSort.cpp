// SPDX-License-Identifier: Apache-2.0
#include "ip/IntervalSort.h"

#include <algorithm>
#include <array>

namespace gatehouse::intervals {

namespace {

constexpr auto byFirst = [](const auto &a, const auto &b) { return a.first < b.first; };

// Three digits of 11 bits hold the 32 of an address, and a table of 2048 counters stays in the first-level cache.
constexpr int digitBits = 11;
constexpr int digitCount = 3;
constexpr std::size_t digitValues = std::size_t{1} << digitBits;
/// Below this a comparison sort is quicker than going over the counters.
constexpr std::size_t fewestForRadix = 1024;

using Counters = std::array<std::uint32_t, digitValues>;

std::size_t digitOf(const IntervalV4 &interval, int digit)
{
    return (interval.first >> (digit * digitBits)) & (digitValues - 1);
}

/// One stable pass of a radix sort, by the given digit.
void distribute(const std::vector<IntervalV4> &from, std::vector<IntervalV4> &to, Counters &counts, int digit)
{
    std::uint32_t place = 0;
    for (std::uint32_t &count : counts) {
        const std::uint32_t start = place;
        place += count;
        count = start;
    }
    for (const IntervalV4 &interval : from)
        to[counts[digitOf(interval, digit)]++] = interval;
}

void radixSort(std::vector<IntervalV4> &intervals)
{
    std::array<Counters, digitCount> counts{};
    for (const IntervalV4 &interval : intervals) {
        for (int digit = 0; digit < digitCount; ++digit)
            ++counts[static_cast<std::size_t>(digit)][digitOf(interval, digit)];
    }
    std::vector<IntervalV4> other(intervals.size());
    for (int digit = 0; digit < digitCount; ++digit) {
        distribute(intervals, other, counts[static_cast<std::size_t>(digit)], digit);
        intervals.swap(other);
    }
}

} // namespace

void sort(std::vector<IntervalV4> &intervals)
{
    if (std::is_sorted(intervals.begin(), intervals.end(), byFirst))
        return;
    if (intervals.size() < fewestForRadix)
        std::sort(intervals.begin(), intervals.end(), byFirst);
    else
        radixSort(intervals);
}

void sort(std::vector<IntervalV6> &intervals)
{
    if (!std::is_sorted(intervals.begin(), intervals.end(), byFirst))
        std::sort(intervals.begin(), intervals.end(), byFirst);
}

} // namespace gatehouse::intervals
