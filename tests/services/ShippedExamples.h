// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ServiceFixture.h"

namespace gatehouse::test {

// Each service whose definition is part of the program, by its id.

/// How a service is reached, and a list of two that it has.
struct Example
{
    QString basePath;
    QMap<QString, QString> scope;
    QByteArray list;
};

inline const QMap<QString, Example> examples{
    {QStringLiteral("astro"),
     {QStringLiteral("/v1"),
      {{QStringLiteral("organizationId"), QStringLiteral("org")}},
      json("{'allowedIpAddressRanges':[{'id':'a','ipAddressRange':'198.51.100.0/24','organizationId':'org','new':1},"
           "{'id':'b','ipAddressRange':'203.0.113.5/32','organizationId':'org'}],'totalCount':2}")}},
    {QStringLiteral("cortex"),
     {QStringLiteral(""),
      {},
      json("{'entries':[{'address':'198.51.100.0/24','description':'office','new':{'x':1}},"
           "{'address':'203.0.113.5'}],'page':0,'total':2,'totalPages':1}")}},
    {QStringLiteral("quave"),
     {QStringLiteral("/api/public/v1"),
      {{QStringLiteral("appEnvId"), QStringLiteral("env")}},
      json("{'allowlist':[{'entryId':'a','ip':'198.51.100.0/24','description':'office','isActive':true,'new':[1],"
           "'deleteEntry':'NEVER','createdAt':'2026-01-05T09:00:00.000Z','expiresAt':null},"
           "{'entryId':'b','ip':'203.0.113.5','description':'','isActive':false,'expiresAt':null}]}")}},
    {QStringLiteral("bitbybit"),
     {QStringLiteral("/developer/open/v1"),
      {{QStringLiteral("keyId"), QStringLiteral("key_01")}},
      json("{'data':{'apiKeyId':'key_01','entries':[{'cidr':'198.51.100.0/24','label':'office','new':null},"
           "{'cidr':'203.0.113.5/32','label':null}]}}")}},
};

/// A service of which no scope, or only `scope`, is given yet.
inline std::unique_ptr<ServiceFixture> speakTo(const QString &service, const QMap<QString, QString> &scope)
{
    return std::make_unique<ServiceFixture>(parsed(shippedText(service)), scope, HttpPolicy(),
                                            examples[service].basePath);
}

inline std::unique_ptr<ServiceFixture> speakTo(const QString &service)
{
    return speakTo(service, examples[service].scope);
}

/// "PUT /list {"a":1}" with the body in a fixed spelling.
inline QByteArray spelled(const QByteArray &request)
{
    const qsizetype body = request.indexOf('{');
    if (body < 0)
        return request;
    return request.first(body) + QJsonDocument::fromJson(request.sliced(body)).toJson(QJsonDocument::Compact);
}

inline QByteArrayList requestsOf(const FaultServer &server)
{
    QByteArrayList lines;
    for (const SeenRequest &request : server.requests())
        lines.append(spelled(QByteArray(request.method + ' ' + request.target + ' ' + request.body).trimmed()));
    return lines;
}

} // namespace gatehouse::test
