// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
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
/// one ended. Counts in memory, of this process alone, a few bytes for each of a bounded number of clients, however
/// long their names are: beyond that number all windows begin anew, which keeps the memory without keeping anybody out.
/// Any thread may ask.
class RateLimiter final
{
public:
    RateLimiter(int requests, std::chrono::seconds window, qsizetype mostClients = 100'000);

    /// Counts a request of `client` at `now`; one that is not admitted is not counted. A clock that was set back begins
    /// a new window.
    [[nodiscard]] RateStanding take(const QString &client, const QDateTime &now);
    /// The same without counting.
    [[nodiscard]] RateStanding standing(const QString &client, const QDateTime &now) const;
    /// True the first time that it is asked in a client's window: for what is to be noted once in each.
    [[nodiscard]] bool isFirstNote(const QString &client, const QDateTime &now);

private:
    struct Window
    {
        QDateTime begin;
        int requests = 0;
        bool isNoted = false;
    };
    [[nodiscard]] static QByteArray keyOf(const QString &client);
    [[nodiscard]] Window &windowOf(const QString &client, const QDateTime &now);
    [[nodiscard]] bool isOver(const Window &window, const QDateTime &now) const;
    [[nodiscard]] RateStanding standingIn(const Window &window, const QDateTime &now) const;
    void dropFinished(const QDateTime &now);

    int m_limit;
    std::chrono::seconds m_length;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Window> m_windows; ///< by a hash of the client's name
    qsizetype m_mostClients;
    qsizetype m_dropAt; ///< windows that are over are dropped when there are so many, and not at each request
};

} // namespace gatehouse::server
