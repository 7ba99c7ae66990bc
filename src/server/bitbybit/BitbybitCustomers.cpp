// SPDX-License-Identifier: Apache-2.0
#include "server/bitbybit/BitbybitCustomers.h"

#include "server/bitbybit/BitbybitAnswer.h"
#include "server/bitbybit/BitbybitTraffic.h"
#include "server/data/ApiKeys.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

std::optional<Fault> keyFault(const Call &call, const QString &permission)
{
    const auto key = apiKeyBySecret(call.database, bitbybitSecret(call.request));
    if (!key)
        return storageFault(key.error());
    if (!*key || (*key)->isExpired(call.now))
        return Fault{401, u"invalid-api-key"_s, u"The API key is not known here or has expired."_s, {}, {}};
    if (!(*key)->permissions.contains(permission))
        return Fault{403, u"insufficient-scope"_s, u"The API key needs the scope %1."_s.arg(permission), {}, {}};
    const auto isLetIn = letsIn(call.database, (*key)->scope.number, call.caller, call.now);
    if (!isLetIn)
        return storageFault(isLetIn.error());
    if (!*isLetIn)
        return Fault{403, u"ip-not-allowed"_s, u"Request IP address is not in the API key's allowlist"_s, {}, {}};
    return std::nullopt;
}

Outcome<Response> listCustomers(const Call &call)
{
    if (auto fault = keyFault(call, u"customers:READ"_s))
        return refusal(std::move(*fault));
    BitbybitQuery query(call.request);
    const auto page = query.checked(query.page());
    if (!page)
        return refusal(page.error());
    return bitbybitCollection({}, *page, 0);
}

} // namespace

std::vector<Route> bitbybitCustomerRoutes()
{
    return {{"GET", u"/customers"_s, listCustomers, Access::Open}};
}

} // namespace gatehouse::server
