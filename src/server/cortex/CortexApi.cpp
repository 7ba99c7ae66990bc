// SPDX-License-Identifier: Apache-2.0
#include "server/cortex/CortexApi.h"

#include "server/RateLimiter.h"
#include "server/cortex/CortexAnswers.h"
#include "server/cortex/CortexList.h"
#include "server/data/Entries.h"
#include "server/http/CallerAddress.h"

#include <memory>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

QByteArray keySecretOf(const Request &request)
{
    return request.bearerToken();
}

std::optional<Fault> addressFault(const Call &call)
{
    const auto scope = cortexWorkspace(call.database);
    if (!scope)
        return scope.error();
    const auto isLetIn = letsIn(call.database, scope->number, call.caller, call.now);
    if (!isLetIn)
        return storageFault(isLetIn.error());
    if (*isLetIn)
        return std::nullopt;
    return Fault{403, u"address-refused"_s, u"Forbidden IP address"_s, {}, {}};
}

std::optional<Fault> rateFault(RateLimiter &limiter, const Call &call)
{
    const auto standing = limiter.take(clientName(call.caller), call.now);
    if (standing.admitted)
        return std::nullopt;
    const auto seconds = standing.reset.count();
    return Fault{429,
                 u"rate-limited"_s,
                 u"More than %1 requests a minute. Try again in %2 seconds."_s.arg(standing.limit).arg(seconds),
                 {},
                 {{"Retry-After", QByteArray::number(seconds)}}};
}

} // namespace

Api cortexApi(const ServiceRates &rates)
{
    constexpr qint64 largestBody = 2 * 1024 * 1024;
    constexpr std::chrono::seconds minute{60};
    const auto limiter = std::make_shared<RateLimiter>(rates.cortexRequests, minute);
    const auto list = u"/api/v1/ip-allowlist"_s;
    Api api = {"/cortex",
               {{"GET", list, getCortexList},
                {"PUT", list, replaceCortexList},
                {"POST", list + u"/validate"_s, validateCortexEntries}},
               keySecretOf,
               cortexFaultResponse};
    api.admit = [limiter](const Call &call) {
        const auto fault = rateFault(*limiter, call); // first, since it asks no database
        return fault ? fault : addressFault(call);
    };
    api.bodyBytes = largestBody;
    return api;
}

} // namespace gatehouse::server
