// SPDX-License-Identifier: Apache-2.0
#include "server/astro/AstroApi.h"

#include "server/RateLimiter.h"
#include "server/astro/AstroAnswers.h"
#include "server/astro/AstroOrganizations.h"
#include "server/astro/AstroRanges.h"
#include "server/data/Secret.h"
#include "server/http/CallerAddress.h"

#include <memory>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

QByteArray secretOf(const Request &request)
{
    return request.bearerToken();
}

/// The limits of the token, and of each address that asks without it.
class Rates final
{
public:
    Rates(const ServiceRates &rates, const QString &token)
        : m_token(token.toUtf8())
        , m_reads(rates.astroReads, window)
        , m_writes(rates.astroWrites, window)
        , m_deletes(rates.astroDeletes, window)
    {}

    std::optional<Fault> admit(const Call &call)
    {
        const bool hasToken = equalSecrets(call.request.bearerToken(), m_token);
        const auto client = hasToken ? u"token"_s : clientName(call.caller);
        if (limiterFor(call.request.method).take(client, call.now).admitted)
            return std::nullopt;
        return Fault{429, u"rate-limited"_s, u"Too many requests; wait a second."_s, {}, {}};
    }

private:
    static constexpr std::chrono::seconds window{1};

    RateLimiter &limiterFor(const QByteArray &method)
    {
        if (method == "GET" || method == "HEAD")
            return m_reads;
        return method == "DELETE" ? m_deletes : m_writes;
    }

    QByteArray m_token;
    RateLimiter m_reads;
    RateLimiter m_writes;
    RateLimiter m_deletes;
};

std::optional<Fault> versionFault(const Call &call)
{
    const auto version = call.request.header("X-API-Version");
    if (version.isEmpty() || version == "1.0")
        return std::nullopt;
    const auto message = u"Version %1 is not served; 1.0 is."_s.arg(QString::fromLatin1(version));
    return Fault{400, u"unknown-version"_s, message, {{-1, u"X-API-Version"_s, message, u"unknown-version"_s}}, {}};
}

/// A path that v1 has and its predecessors have not, and that would otherwise count as the id of a range.
Outcome<Response> notThere(const Call &)
{
    return refusal({404, u"not-found"_s, u"Bulk calls are part of v1 only."_s, {}, {}});
}

using Admit = std::function<std::optional<Fault>(const Call &)>;

QString listPattern()
{
    return u"/organizations/{organizationId}/allowed-ip-address-ranges"_s;
}

Api apiAt(const QByteArray &prefix, bool hasBulk, Admit admit)
{
    const auto list = listPattern();
    return {prefix,
            {{"GET", u"/organizations"_s, listAstroOrganizations},
             {"GET", list, listAstroRanges},
             {"POST", list, createAstroRange},
             {"DELETE", list + u"/{rangeId}"_s, deleteAstroRange},
             {"POST", list + u"/bulk-create"_s, hasBulk ? bulkCreateAstroRanges : notThere},
             {"POST", list + u"/bulk-delete"_s, hasBulk ? bulkDeleteAstroRanges : notThere}},
            secretOf,
            astroFaultResponse,
            std::move(admit)};
}

/// What the vendor's Terraform provider writes with: the bulk calls, by method instead of by path.
Api labs(Admit admit)
{
    return {"/astro/labs/v1",
            {{"POST", listPattern(), bulkCreateAstroRanges}, {"DELETE", listPattern(), bulkDeleteAstroRanges}},
            secretOf,
            astroFaultResponse,
            std::move(admit)};
}

} // namespace

std::vector<Api> astroApis(const ServiceRates &limits, const QString &token)
{
    const auto rates = std::make_shared<Rates>(limits, token);
    const auto admit = [rates](const Call &call) { return rates->admit(call); };
    const auto admitToV1 = [rates](const Call &call) {
        const auto fault = rates->admit(call);
        return fault ? fault : versionFault(call);
    };
    return {apiAt("/astro/v1", true, admitToV1), apiAt("/astro/iam/v1beta1", false, admit),
            apiAt("/astro/platform/v1beta1", false, admit), labs(admit)};
}

} // namespace gatehouse::server
