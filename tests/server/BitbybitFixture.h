// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ApiFixture.h"
#include "server/bitbybit/BitbybitApi.h"
#include "server/data/ApiKeys.h"

namespace gatehouse::server::test {

inline QJsonObject errorOf(const Response &response)
{
    return jsonOf(response).value(QStringLiteral("error")).toObject();
}

inline QString errorCodeOf(const Response &response)
{
    return errorOf(response).value(QStringLiteral("code")).toString();
}

/// The bitbybit API without a socket: requests go to the router.
class BitbybitFixture : public ServiceFixture
{
public:
    static inline const QByteArray developer = "/bitbybit/developer/open/v1";
    static inline const QByteArray customers = "/bitbybit/customer/open/v1/customers";

    Response send(const QByteArray &method, const QByteArray &target, const QByteArray &secret,
                  const QByteArray &body = {}, const char *peer = "203.0.113.5")
    {
        Request request;
        request.method = method;
        request.target = target;
        request.headers = {{"Host", "127.0.0.1"}, {"Content-Type", "application/json"}};
        if (!secret.isEmpty())
            request.headers.append({"X-Api-Key", secret});
        request.body = body;
        request.peer = *IpAddress::parse(peer);
        return respond(request);
    }
    Response respond(const Request &request) { return m_router.respond(request, database(), clock.now()); }

    /// As whoever has the key's secret.
    Response use(const QByteArray &secret, const char *peer = "203.0.113.5")
    {
        return send("GET", customers, secret, {}, peer);
    }
    /// With the service's token; `path` below the developer's base.
    Response manage(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        return send(method, developer + path, token.toUtf8(), body);
    }
    Response putList(const QByteArray &entries, const QByteArray &id = "local")
    {
        return manage("PUT", "/api-keys/" + id + "/ip-allowlist", R"({"entries":[)" + entries + "]}");
    }
    Response getList(const QByteArray &id = "local") { return manage("GET", "/api-keys/" + id + "/ip-allowlist"); }

    [[nodiscard]] QByteArray localSecret() const { return scope(ScopeKind::ApiKey).secret.toUtf8(); }
    [[nodiscard]] qint64 localKey() const { return scope(ScopeKind::ApiKey).number; }

    const QString token = QStringLiteral("the-service-token");

private:
    Router m_router{bitbybitApis({}, token, clock), {token, {}, false}};
};

} // namespace gatehouse::server::test
