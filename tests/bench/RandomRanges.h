// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace gatehouse::bench {

/// As real lists are: seven of ten entries are hosts, the rest /16 to /30. The same list for the same number.
inline std::vector<IpRange> randomRangesV4(std::size_t count)
{
    std::mt19937_64 random(count);
    std::vector<IpRange> ranges;
    ranges.reserve(count);
    while (ranges.size() < count) {
        const std::uint64_t bits = random();
        const int prefix = bits % 10 < 7 ? 32 : 16 + static_cast<int>(bits / 10 % 15);
        ranges.push_back(IpRange::network(IpAddress::v4(static_cast<std::uint32_t>(bits >> 32)), prefix));
    }
    return ranges;
}

/// Six of ten are hosts, the rest /32 to /112, all of them inside 2000::/3.
inline std::vector<IpRange> randomRangesV6(std::size_t count)
{
    std::mt19937_64 random(count);
    std::vector<IpRange> ranges;
    ranges.reserve(count);
    while (ranges.size() < count) {
        const std::uint64_t kind = random();
        const std::uint64_t high = (random() >> 3) | (std::uint64_t{1} << 61);
        const int prefix = kind % 10 < 6 ? 128 : 32 + static_cast<int>(kind / 10 % 81);
        ranges.push_back(IpRange::network(IpAddress::v6(high, random()), prefix));
    }
    return ranges;
}

inline std::vector<std::string> textsOf(const std::vector<IpRange> &ranges)
{
    std::vector<std::string> texts;
    texts.reserve(ranges.size());
    for (const IpRange &range : ranges)
        texts.push_back(range.toString());
    return texts;
}

} // namespace gatehouse::bench
