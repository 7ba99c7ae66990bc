// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/HttpPolicy.h"

#include <chrono>

namespace gatehouse {

/// A rate limit: tokens come evenly, at most `burst` lie in store, each request takes one. Time is handed in.
class TokenBucket final
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// A rate of zero or less means no limit.
    TokenBucket(const HttpRate &rate, Time now);

    /// Until a token is there; zero when one is.
    [[nodiscard]] std::chrono::milliseconds wait(Time now);
    /// To be called when wait() was zero.
    void take(Time now);

private:
    void refill(Time now);

    double m_perSecond;
    double m_most;
    double m_tokens;
    Time m_filled;
};

} // namespace gatehouse
