// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ServiceFixture.h"
#include "server/Router.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace gatehouse::server::test {

/// A request as a test says it: with the service's token, as JSON, from an address of its own.
struct Sent
{
    QByteArray method = "GET";
    QByteArray target;
    QByteArray body = {};
    QByteArray caller = "203.0.113.7";
    QByteArray authorization = "Bearer the-service-token";
    QList<Header> headers = {{"Content-Type", "application/json"}};
};

inline QJsonObject jsonOf(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// What is at `key` in each object of `array`.
inline QStringList textsOf(const QJsonValue &array, const QString &key)
{
    QStringList texts;
    for (const auto &each : array.toArray())
        texts.append(each.toObject().value(key).toString());
    return texts;
}

/// APIs without a socket: requests go to the router.
class ApiFixture : public ServiceFixture
{
public:
    explicit ApiFixture(std::vector<Api> apis)
        : m_router(std::move(apis), {QStringLiteral("the-service-token"), {}, true})
    {}

    Response send(const Sent &sent)
    {
        Request request;
        request.method = sent.method;
        request.target = sent.target;
        request.headers = sent.headers;
        request.headers.append(Header{"Host", "localhost"});
        if (!sent.authorization.isEmpty())
            request.headers.append(Header{"Authorization", sent.authorization});
        request.body = sent.body;
        request.peer = *IpAddress::parse(sent.caller.toStdString());
        request.id = "request-1";
        return m_router.respond(request, database(), clock.now());
    }

private:
    Router m_router;
};

} // namespace gatehouse::server::test
