// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "http/HttpMessage.h"
#include "http/HttpPolicy.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace gatehouse {

/// When a request is tried again. Pure: time and chance are handed in.
class RetryRule final
{
public:
    explicit RetryRule(const HttpPolicy &policy)
        : m_policy(policy)
    {}

    /// GET, HEAD, PUT, DELETE (RFC 9110, section 9.2.2) and what its sender marked repeatable.
    [[nodiscard]] static bool mayRepeat(const HttpRequest &request);

    /// How long to wait before the next attempt, or nullopt when `outcome` stands. Tried again are broken connections
    /// (ErrorKind::Network) and the answers 502, 503 and 504 where the request may be repeated, and 429, by which it
    /// was not taken, whatever the method, as by what HttpRequest::saysBusy knows; nothing that is to be sent once. Not
    /// time-outs: the user has waited long enough. `attempts` counts those made, `chance` is in [0, 1) and spreads the
    /// clients that failed together.
    [[nodiscard]] std::optional<std::chrono::milliseconds> wait(const HttpRequest &request, int attempts,
                                                                const Result<HttpResponse> &outcome,
                                                                const QDateTime &now, double chance) const;

    /// How long the service wants to hear nothing at all from us: the Retry-After or RateLimit-Reset of a 429, zero
    /// when there is none or it is longer than our patience.
    [[nodiscard]] std::chrono::milliseconds silence(const Result<HttpResponse> &outcome, const QDateTime &now) const;

private:
    [[nodiscard]] std::chrono::milliseconds backoff(int attempts, double chance) const;
    [[nodiscard]] int mostAttempts(const HttpRequest &request, const Result<HttpResponse> &outcome) const;

    HttpPolicy m_policy;
};

} // namespace gatehouse
