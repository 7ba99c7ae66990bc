// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/Interval.h"

#include <vector>

namespace gatehouse::intervals {

// By first address; intervals that start together come in any order. Linear when they are sorted already.

void sort(std::vector<IntervalV4> &intervals); ///< linear for many: a radix sort
void sort(std::vector<IntervalV6> &intervals);

} // namespace gatehouse::intervals
