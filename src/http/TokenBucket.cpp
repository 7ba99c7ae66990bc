// SPDX-License-Identifier: Apache-2.0
#include "http/TokenBucket.h"

#include <algorithm>
#include <cmath>

namespace gatehouse {

TokenBucket::TokenBucket(const HttpRate &rate, Time now)
    : m_perSecond(rate.requestsPerSecond)
    , m_most(std::max(1, rate.burst))
    , m_tokens(m_most)
    , m_filled(now)
{}

std::chrono::milliseconds TokenBucket::wait(Time now)
{
    if (m_perSecond <= 0)
        return {};
    refill(now);
    if (m_tokens >= 1)
        return {};
    constexpr double millisecondsPerSecond = 1000;
    const double missing = (1 - m_tokens) / m_perSecond * millisecondsPerSecond;
    return std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(std::ceil(missing)));
}

void TokenBucket::take(Time now)
{
    refill(now);
    m_tokens -= 1;
}

void TokenBucket::refill(Time now)
{
    constexpr double rounding = 1e-9; // so that the wait we named ourselves is always enough
    const std::chrono::duration<double> passed = now - m_filled;
    m_tokens = std::min(m_most, m_tokens + passed.count() * m_perSecond + rounding);
    m_filled = now;
}

} // namespace gatehouse
