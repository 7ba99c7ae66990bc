// SPDX-License-Identifier: Apache-2.0
#include "http/RetryRule.h"

#include <algorithm>
#include <array>

namespace gatehouse {

using std::chrono::milliseconds;

namespace {

constexpr int tooManyRequests = 429;

bool isPassing(const Result<HttpResponse> &outcome)
{
    static constexpr std::array statuses{tooManyRequests, 502, 503, 504};
    if (!outcome)
        return outcome.error().kind == ErrorKind::Network;
    return std::ranges::find(statuses, outcome->status) != statuses.end();
}

bool saysBusy(const HttpRequest &request, const Result<HttpResponse> &outcome)
{
    return outcome && request.saysBusy && request.saysBusy(*outcome);
}

/// The quota's end (RateLimit-Reset) matters only when the quota is used up: some services send it with every answer.
std::optional<std::chrono::seconds> askedFor(const HttpResponse &answer, const QDateTime &now)
{
    if (answer.status != tooManyRequests && answer.header("Retry-After").isEmpty())
        return std::nullopt;
    return answer.retryAfter(now);
}

} // namespace

bool RetryRule::mayRepeat(const HttpRequest &request)
{
    static constexpr std::array methods{"GET", "HEAD", "PUT", "DELETE"};
    return request.repeatable ||
           std::ranges::any_of(methods, [&](const char *method) { return request.method == method; });
}

milliseconds RetryRule::backoff(int attempts, double chance) const
{
    constexpr int mostDoublings = 16; // far above any patience, far below an overflow
    const double full =
        static_cast<double>(m_policy.firstBackoff.count()) * (1 << std::clamp(attempts - 1, 0, mostDoublings));
    const milliseconds jittered(static_cast<milliseconds::rep>(full * (1 + chance) / 2));
    return std::min<milliseconds>(jittered, m_policy.longestWait);
}

int RetryRule::mostAttempts(const HttpRequest &request, const Result<HttpResponse> &outcome) const
{
    const bool isReader = request.method == "GET" || request.method == "HEAD";
    const bool isTold = isReader && outcome && outcome->status == tooManyRequests;
    const bool isPatient = isTold || saysBusy(request, outcome);
    return m_policy.maximumAttempts + (isPatient && m_policy.maximumAttempts > 1 ? m_policy.attemptsOfThePatient : 0);
}

std::optional<milliseconds> RetryRule::wait(const HttpRequest &request, int attempts,
                                            const Result<HttpResponse> &outcome, const QDateTime &now,
                                            double chance) const
{
    // Who asks to slow down has not taken the request, so that sending it again is no second time.
    const bool isBusy = saysBusy(request, outcome);
    const bool wasNotTaken = isBusy || (outcome && outcome->status == tooManyRequests);
    if (request.once || attempts >= mostAttempts(request, outcome) || !(isPassing(outcome) || isBusy) ||
        !(mayRepeat(request) || wasNotTaken))
        return std::nullopt;
    const milliseconds own = backoff(attempts, chance);
    const auto asked = outcome ? askedFor(*outcome, now) : std::nullopt;
    if (!asked)
        return own;
    if (*asked > m_policy.longestWait)
        return std::nullopt;
    return *asked + own; // never earlier than asked, and not all at the same moment
}

milliseconds RetryRule::silence(const Result<HttpResponse> &outcome, const QDateTime &now) const
{
    if (!outcome || outcome->status != tooManyRequests)
        return milliseconds::zero();
    const auto asked = askedFor(*outcome, now);
    return asked && *asked <= m_policy.longestWait ? *asked : milliseconds::zero();
}

} // namespace gatehouse
