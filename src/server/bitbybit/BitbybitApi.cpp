// SPDX-License-Identifier: Apache-2.0
#include "server/bitbybit/BitbybitApi.h"

#include "server/bitbybit/BitbybitAnswer.h"
#include "server/bitbybit/BitbybitCustomers.h"
#include "server/bitbybit/BitbybitKeys.h"
#include "server/bitbybit/BitbybitLogs.h"
#include "server/bitbybit/BitbybitTraffic.h"

#include <memory>

namespace gatehouse::server {

namespace {

Api api(const QByteArray &path, std::vector<Route> routes, const std::shared_ptr<BitbybitTraffic> &traffic)
{
    constexpr qint64 largestBody = 64 * 1024; // twenty entries with their labels are less
    Api made;
    made.prefix = bitbybitRoot + path;
    made.routes = std::move(routes);
    made.secretOf = bitbybitSecret;
    made.faultResponse = bitbybitFault;
    made.admit = [traffic](const Call &call) { return traffic->admit(call); };
    made.conclude = [traffic](const Call &call, Response &response) { traffic->conclude(call, response); };
    made.bodyBytes = largestBody;
    return made;
}

} // namespace

std::vector<Api> bitbybitApis(const ServiceRates &rates, const QString &token, const Clock &clock)
{
    const auto traffic = std::make_shared<BitbybitTraffic>(rates.bitbybitRequests, token, clock);
    auto management = bitbybitKeyRoutes();
    for (auto &route : bitbybitLogRoutes())
        management.push_back(std::move(route));
    return {api("/developer/open/v1", std::move(management), traffic),
            api("/customer/open/v1", bitbybitCustomerRoutes(), traffic),
            api("/customer/api/open/v1", bitbybitCustomerRoutes(), traffic)};
}

} // namespace gatehouse::server
