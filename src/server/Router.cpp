// SPDX-License-Identifier: Apache-2.0
#include "server/Router.h"

#include "database/Database.h"
#include "server/data/Scopes.h"
#include "server/data/Secret.h"
#include "server/http/CallerAddress.h"

#include <QUrl>

#include <optional>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

using Parameters = QHash<QString, QString>;

/// Split before decoding: an encoded slash belongs to its segment.
std::optional<Parameters> matchPath(const QString &pattern, const QByteArray &path)
{
    const auto wanted = pattern.split(u'/');
    const auto given = path.split('/');
    if (wanted.size() != given.size())
        return std::nullopt;
    Parameters parameters;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QString segment = QUrl::fromPercentEncoding(given[i]);
        if (wanted[i].startsWith(u'{') && !segment.isEmpty())
            parameters.insert(wanted[i].mid(1, wanted[i].size() - 2), segment);
        else if (wanted[i] != segment)
            return std::nullopt;
    }
    return parameters;
}

Fault methodFault(const QList<QByteArray> &allowed)
{
    return {405,
            u"method-not-allowed"_s,
            u"Only %1 can be used here."_s.arg(QString::fromLatin1(allowed.join(", "))),
            {},
            {{"Allow", allowed.join(", ")}}};
}

} // namespace

bool isTooLarge(const Api &api, const Request &request)
{
    return api.bodyBytes &&
           (request.body.size() > *api.bodyBytes || request.header("Content-Length").toLongLong() > *api.bodyBytes);
}

Response shaped(const Api &api, const Call &call, Fault fault)
{
    fault.requestId = call.request.id;
    return api.faultResponse(fault);
}

/// A route, or the fault that stands in its place.
struct Router::Match
{
    const Api *api = nullptr; ///< null outside of every API
    const Route *route = nullptr;
    Parameters parameters;
    Fault fault;
    bool foreign = false; ///< guardFault() refused it: no API is asked
};

Router::Router(std::vector<Api> apis, RouterOptions options)
    : m_apis(std::move(apis))
    , m_token(options.token.toUtf8())
    , m_trustedProxies(std::move(options.trustedProxies))
    , m_hosts{options.onLoopback, std::move(options.allowedHosts)}
    , m_strangers(std::make_unique<RateLimiter>(options.strangers, std::chrono::minutes(1)))
{}

Response Router::respond(const Request &request, const Database &database, const QDateTime &now) const
{
    auto caller = callerAddress(request, m_trustedProxies);
    if (!caller) { // of whom nothing is known, so that no API can say whether he is let in
        caller.error().requestId = request.id;
        return faultResponse(request.target, caller.error());
    }
    const auto found = match(request);
    const Call call{request, found.parameters, database, now, *caller};
    if (found.api == nullptr)
        return plainFaultResponse(found.fault);
    auto response = answer(found, call);
    if (found.api->conclude)
        found.api->conclude(call, response);
    return response;
}

Response Router::answer(const Match &found, const Call &call) const
{
    const Api &api = *found.api;
    if (found.foreign)
        return shaped(api, call, strangerFault(call).value_or(found.fault));
    if (api.admit) {
        if (auto fault = api.admit(call))
            return shaped(api, call, std::move(*fault));
    }
    if (found.route == nullptr)
        return shaped(api, call, found.fault);
    if (found.route->access == Access::Management && !hasToken(api, call.request))
        return shaped(api, call, unauthorised(api, call));
    if (found.route->access == Access::Open && call.request.announcesBody())
        return shaped(api, call, {413, u"body-too-large"_s, u"No body is taken here."_s, {}, {}});
    if (isTooLarge(api, call.request))
        return shaped(
            api, call,
            {413, u"body-too-large"_s, u"The body is larger than %1 bytes."_s.arg(api.bodyBytes.value_or(0)), {}, {}});
    auto response = found.route->handler(call);
    return response ? std::move(*response) : shaped(api, call, std::move(response.error()));
}

bool Router::wantsBody(const Request &head) const
{
    const auto found = match(head);
    return found.route != nullptr && found.route->access == Access::Management && hasToken(*found.api, head) &&
           !isTooLarge(*found.api, head);
}

Response Router::faultResponse(const QByteArray &target, const Fault &fault) const
{
    const Api *api = apiOf(upTo(target, '?'));
    return api != nullptr ? api->faultResponse(fault) : plainFaultResponse(fault);
}

Router::Match Router::match(const Request &request) const
{
    Match found;
    found.api = apiOf(request.path());
    if (auto fault = guardFault(request, m_hosts)) {
        found.fault = std::move(*fault);
        found.foreign = true;
        return found;
    }
    found.fault = {404, u"not-found"_s, u"There is nothing at this path."_s, {}, {}};
    if (found.api == nullptr)
        return found;

    const QByteArray method = request.method == "HEAD" ? "GET" : request.method;
    const QByteArray below = request.path().mid(found.api->prefix.size());
    QList<QByteArray> allowed;
    for (const auto &route : found.api->routes) {
        auto parameters = matchPath(route.pattern, below);
        if (!parameters)
            continue;
        if (route.method == method) {
            found.route = &route;
            found.parameters = std::move(*parameters);
            return found;
        }
        allowed.append(route.method);
        if (route.method == "GET")
            allowed.append("HEAD");
    }
    if (!allowed.isEmpty())
        found.fault = methodFault(allowed);
    return found;
}

const Api *Router::apiOf(const QByteArray &path) const
{
    const Api *best = nullptr;
    for (const auto &api : m_apis) {
        const bool isBelow = path.startsWith(api.prefix) && path.mid(api.prefix.size()).startsWith('/');
        if (isBelow && (best == nullptr || api.prefix.size() > best->prefix.size()))
            best = &api;
    }
    return best;
}

bool Router::hasToken(const Api &api, const Request &request) const
{
    return equalSecrets(api.secretOf(request), m_token);
}

/// So that guessing, and looking a guess up in the database, is bounded.
std::optional<Fault> Router::strangerFault(const Call &call) const
{
    const auto standing = m_strangers->take(clientName(call.caller), call.now);
    if (standing.admitted)
        return std::nullopt;
    return Fault{429,
                 u"rate-limited"_s,
                 u"Too many requests without the right token have come from this address. Wait a minute."_s,
                 {},
                 {{"Retry-After", QByteArray::number(qint64(standing.reset.count()))}}};
}

Fault Router::unauthorised(const Api &api, const Call &call) const
{
    if (auto fault = strangerFault(call))
        return std::move(*fault);
    const QByteArray secret = api.secretOf(call.request);
    if (secret.isEmpty())
        return {401, u"unauthorized"_s, u"A token is needed."_s, {}, {}};
    const auto known = apiKeyWithSecret(call.database, secret);
    if (!known)
        return storageFault(known.error());
    if (*known)
        return {
            403, u"forbidden"_s, u"An API key's own secret does not manage lists; the service's token does."_s, {}, {}};
    return {401, u"unauthorized"_s, u"The token is not the one of this service."_s, {}, {}};
}

} // namespace gatehouse::server
