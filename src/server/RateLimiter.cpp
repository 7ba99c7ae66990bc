// SPDX-License-Identifier: Apache-2.0
#include "server/RateLimiter.h"

#include <QCryptographicHash>

#include <algorithm>

namespace gatehouse::server {

namespace {

constexpr qsizetype fewWindows = 256;

} // namespace

RateLimiter::RateLimiter(int requests, std::chrono::seconds window, qsizetype mostClients)
    : m_limit(requests)
    , m_length(window)
    , m_mostClients(mostClients)
    , m_dropAt(std::min(fewWindows, mostClients))
{}

RateStanding RateLimiter::take(const QString &client, const QDateTime &now)
{
    const std::scoped_lock lock(m_mutex);
    auto &window = windowOf(client, now);
    if (window.requests >= m_limit) {
        auto refused = standingIn(window, now);
        refused.admitted = false;
        return refused;
    }
    ++window.requests;
    return standingIn(window, now);
}

RateStanding RateLimiter::standing(const QString &client, const QDateTime &now) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_windows.constFind(keyOf(client));
    if (found == m_windows.cend() || isOver(*found, now))
        return standingIn({now}, now);
    return standingIn(*found, now);
}

bool RateLimiter::isFirstNote(const QString &client, const QDateTime &now)
{
    const std::scoped_lock lock(m_mutex);
    auto &window = windowOf(client, now);
    const bool isFirst = !window.isNoted;
    window.isNoted = true;
    return isFirst;
}

/// A name may be as long as a header, and a secret.
QByteArray RateLimiter::keyOf(const QString &client)
{
    return QCryptographicHash::hash(client.toUtf8(), QCryptographicHash::Sha256);
}

RateLimiter::Window &RateLimiter::windowOf(const QString &client, const QDateTime &now)
{
    const auto key = keyOf(client);
    auto found = m_windows.find(key);
    if (found == m_windows.end()) {
        if (m_windows.size() >= m_dropAt)
            dropFinished(now);
        found = m_windows.insert(key, {now});
    } else if (isOver(*found, now)) {
        *found = {now};
    }
    return *found;
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
    if (m_windows.size() >= m_mostClients)
        m_windows.clear();
    m_dropAt = std::min(std::max(fewWindows, 2 * m_windows.size()), m_mostClients);
}

} // namespace gatehouse::server
