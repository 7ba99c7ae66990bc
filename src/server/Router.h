// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpAddress.h"
#include "ip/RangeSet.h"
#include "server/Fault.h"
#include "server/RateLimiter.h"
#include "server/ServiceRates.h"
#include "server/http/Message.h"
#include "server/http/RequestGuard.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gatehouse {
class Database;
}

namespace gatehouse::server {

/// What a handler is given. Everything is borrowed for the length of the call.
struct Call
{
    const Request &request;
    const QHash<QString, QString> &parameters; ///< the decoded `{name}` segments of the path
    const Database &database;                  ///< the connection of this thread
    QDateTime now;                             ///< one time for the whole call, in UTC
    IpAddress caller;                          ///< who asks, behind trusted proxies; see callerAddress()
};

/// Pure but for the database. Called in any worker thread, several at once. A refusal gets the API's shape.
using Handler = std::function<Outcome<Response>(const Call &)>;

enum class Access {
    Open,       ///< anyone who reaches the socket; takes no body
    Management, ///< whoever has the service's token
};

struct Route
{
    QByteArray method;
    QString pattern; ///< below the API's prefix; a segment `{name}` takes any one segment
    Handler handler;
    Access access = Access::Management;
};

/// One vendor's API: where it lies, how it carries a secret, how its errors look, what it answers.
struct Api
{
    QByteArray prefix; ///< "/quave/api/public/v1"; empty for the service's own paths
    std::vector<Route> routes;
    /// The secret as this API carries it (raw, Bearer, own header); empty when there is none.
    std::function<QByteArray(const Request &)> secretOf;
    std::function<Response(const Fault &)> faultResponse;
    /// Asked of every request below the prefix, before its path and its secret are looked at, for what comes before
    /// authentication: an address that is not let in, a rate limit. May be empty.
    std::function<std::optional<Fault>(const Call &)> admit = {};
    /// Sees every answer below the prefix, refusals too, right before it goes out: adds headers, keeps a log. May be
    /// empty. Not called for what the HTTP server itself refuses.
    std::function<void(const Call &, Response &)> conclude = {};
    /// The largest body that is taken; nullopt: whatever the HTTP server takes. A larger one is a 413 after
    /// authentication, and is not read when its length was declared.
    std::optional<qint64> bodyBytes = {};
};

struct RouterOptions
{
    QString token; ///< authorises every Management route
    RangeSet trustedProxies;
    bool onLoopback = true;        ///< see HostRule
    QStringList allowedHosts = {}; ///< likewise
    int strangers = ServiceRates().strangers;
};

/// Finds the handler of a request and keeps away what may not reach it. Any thread may ask.
class Router final
{
public:
    Router(std::vector<Api> apis, RouterOptions options);

    /// The answer. HEAD is answered as GET is, with the body, which the caller leaves out.
    [[nodiscard]] Response respond(const Request &request, const Database &database, const QDateTime &now) const;

    /// False when respond() will refuse `head` (a request without its body) whatever the body says: it need not be
    /// read.
    [[nodiscard]] bool wantsBody(const Request &head) const;

    /// `fault` in the shape of the API that `target` belongs to.
    [[nodiscard]] Response faultResponse(const QByteArray &target, const Fault &fault) const;

private:
    struct Match;
    [[nodiscard]] Response answer(const Match &found, const Call &call) const;
    [[nodiscard]] Match match(const Request &request) const;
    [[nodiscard]] const Api *apiOf(const QByteArray &path) const;
    [[nodiscard]] bool hasToken(const Api &api, const Request &request) const;
    [[nodiscard]] Fault unauthorised(const Api &api, const Call &call) const;
    [[nodiscard]] std::optional<Fault> strangerFault(const Call &call) const;

    std::vector<Api> m_apis;
    QByteArray m_token;
    RangeSet m_trustedProxies;
    HostRule m_hosts;
    std::unique_ptr<RateLimiter> m_strangers;
};

} // namespace gatehouse::server
