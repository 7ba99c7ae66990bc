// SPDX-License-Identifier: Apache-2.0
#include "server/RateLimiter.h"

#include <algorithm>

namespace gatehouse::server {

namespace {

constexpr qsizetype fewWindows = 256;

} // namespace

RateLimiter::RateLimiter(int requests, std::chrono::seconds window)
    : m_limit(requests)
    , m_length(window)
    , m_dropAt(fewWindows)
{}

RateStanding RateLimiter::take(const QString &client, const QDateTime &now)
{
    const std::scoped_lock lock(m_mutex);
    auto found = m_windows.find(client);
    if (found == m_windows.end()) {
        if (m_windows.size() >= m_dropAt)
            dropFinished(now);
        found = m_windows.insert(client, {now, 0});
    } else if (isOver(*found, now)) {
        *found = {now, 0};
    }
    if (found->requests >= m_limit) {
        auto refused = standingIn(*found, now);
        refused.admitted = false;
        return refused;
    }
    ++found->requests;
    return standingIn(*found, now);
}

RateStanding RateLimiter::standing(const QString &client, const QDateTime &now) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_windows.constFind(client);
    if (found == m_windows.cend() || isOver(*found, now))
        return standingIn({now, 0}, now);
    return standingIn(*found, now);
}

bool RateLimiter::isOver(const Window &window, const QDateTime &now) const
{
    return now < window.begin || now >= window.begin.addSecs(m_length.count());
}

RateStanding RateLimiter::standingIn(const Window &window, const QDateTime &now) const
{
    const std::chrono::milliseconds left(now.msecsTo(window.begin.addSecs(m_length.count())));
    return {true, m_limit, m_limit - window.requests, std::chrono::ceil<std::chrono::seconds>(left)};
}

/// So that many clients, seen once each, do not fill the memory.
void RateLimiter::dropFinished(const QDateTime &now)
{
    m_windows.removeIf([&](const auto &each) { return isOver(each.value(), now); });
    m_dropAt = std::max(fewWindows, 2 * m_windows.size());
}

} // namespace gatehouse::server
