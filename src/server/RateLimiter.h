// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>

namespace gatehouse::server {

/// How a client stands with its limit.
struct RateStanding
{
    bool admitted = true; ///< false: this request was one too many
    int limit = 0;
    int remaining = 0;             ///< requests that are left in this window
    std::chrono::seconds reset{0}; ///< until the window ends, rounded up; a whole window when none has begun
};

/// So many requests in a window of time for each client. A window begins with a client's first request after its last
/// one ended. Counts in memory, of this process alone. Any thread may ask.
class RateLimiter final
{
public:
    RateLimiter(int requests, std::chrono::seconds window);

    /// Counts a request of `client` at `now`; one that is not admitted is not counted. A clock that was set back begins
    /// a new window.
    [[nodiscard]] RateStanding take(const QString &client, const QDateTime &now);
    /// The same without counting.
    [[nodiscard]] RateStanding standing(const QString &client, const QDateTime &now) const;

private:
    struct Window
    {
        QDateTime begin;
        int requests = 0;
    };
    [[nodiscard]] bool isOver(const Window &window, const QDateTime &now) const;
    [[nodiscard]] RateStanding standingIn(const Window &window, const QDateTime &now) const;
    void dropFinished(const QDateTime &now);

    int m_limit;
    std::chrono::seconds m_length;
    mutable std::mutex m_mutex;
    QHash<QString, Window> m_windows;
    qsizetype m_dropAt; ///< windows that are over are dropped when there are so many, and not at each request
};

} // namespace gatehouse::server
