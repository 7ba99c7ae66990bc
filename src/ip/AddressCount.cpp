// SPDX-License-Identifier: Apache-2.0
#include "ip/AddressCount.h"

#include <algorithm>
#include <cmath>

namespace gatehouse {

namespace {

/// Divides in place by ten and returns the remainder: schoolbook division in steps of 32 bits, which never overflows.
unsigned divideByTen(std::array<std::uint64_t, 3> &limbs)
{
    std::uint64_t remainder = 0;
    for (std::uint64_t &limb : limbs) {
        const std::uint64_t upper = (remainder << 32) | (limb >> 32);
        const std::uint64_t lower = ((upper % 10) << 32) | (limb & 0xffffffffU);
        limb = ((upper / 10) << 32) | (lower / 10);
        remainder = lower % 10;
    }
    return static_cast<unsigned>(remainder);
}

} // namespace

AddressCount &AddressCount::operator+=(const AddressCount &other)
{
    std::uint64_t carry = 0;
    for (std::size_t i = m_limbs.size(); i-- > 0;) {
        const std::uint64_t sum = m_limbs[i] + other.m_limbs[i];
        const std::uint64_t total = sum + carry;
        carry = (sum < m_limbs[i] || total < sum) ? 1 : 0;
        m_limbs[i] = total;
    }
    return *this;
}

std::string AddressCount::toString() const
{
    std::string digits;
    auto rest = m_limbs;
    do
        digits += static_cast<char>('0' + divideByTen(rest));
    while (rest != std::array<std::uint64_t, 3>{});
    std::reverse(digits.begin(), digits.end());
    return digits;
}

double AddressCount::toDouble() const
{
    return std::ldexp(static_cast<double>(m_limbs[0]), 128) + std::ldexp(static_cast<double>(m_limbs[1]), 64) +
           static_cast<double>(m_limbs[2]);
}

} // namespace gatehouse
