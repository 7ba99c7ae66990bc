// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "server/RateLimiter.h"
#include "server/Router.h"
#include "server/data/ApiKeys.h"

#include <QByteArray>

#include <optional>

namespace gatehouse::server {

/// The secret of a request, in `x-api-key`.
[[nodiscard]] QByteArray bitbybitSecret(const Request &request);

/// What every request of the API goes through, whichever path it asks for: the limit of requests a minute, and the
/// usage log. Each key has its limit, and so has the service's token; what has neither is counted by the caller's
/// address. Any thread may ask.
class BitbybitTraffic final
{
public:
    /// `requests` a minute; `clock` must outlive this object.
    BitbybitTraffic(int requests, const QString &token, const Clock &clock);

    /// 429 beyond the limit, 401 without a secret.
    [[nodiscard]] std::optional<Fault> admit(const Call &call);
    /// Adds RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset, and writes the log: of the requests that one
    /// client makes beyond his limit, the first of each window. A log that cannot be written is warned of and harms
    /// nobody.
    void conclude(const Call &call, Response &response);

private:
    struct Client
    {
        QString name;         ///< by which it is counted
        bool isKnown = false; ///< by its key or the service's token
        std::optional<ApiKey> key;
    };
    [[nodiscard]] Client clientOf(const Call &call) const;
    [[nodiscard]] Result<void> log(const Call &call, const Response &response, const Client &client) const;

    int m_requests;
    QByteArray m_token;
    const Clock &m_clock;
    RateLimiter m_limiter;
};

} // namespace gatehouse::server
