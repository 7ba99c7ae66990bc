// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/Bits128.h"

#include <cstdint>

namespace gatehouse {

/// All addresses of one family from the first to the last, both included.
template <typename Bits>
struct Interval
{
    Bits first{};
    Bits last{};
    friend constexpr bool operator==(const Interval &, const Interval &) = default;
};

using IntervalV4 = Interval<std::uint32_t>;
using IntervalV6 = Interval<Bits128>;

} // namespace gatehouse
