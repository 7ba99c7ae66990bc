// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "RawClient.h"
#include "server/EmbeddedService.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::server::test {

/// Speaks to one service as its manager, about the environment `local`, over one connection.
class Manager final
{
public:
    explicit Manager(const EmbeddedService &service)
        : m_client(quint16(service.url().port()))
        , m_token(service.token().toLatin1())
    {}

    [[nodiscard]] static QByteArray listPath() { return "/quave/api/public/v1/app-env/allowlist"; }

    RawAnswer send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        m_client.send(method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + m_token +
                      "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                      "\r\n\r\n" + body);
        return m_client.answer();
    }

    RawAnswer patch(const QByteArray &entries)
    {
        return send("PATCH", listPath(), R"({"appEnvId":"local","allowlist":[)" + entries + "]}");
    }

    QStringList ranges()
    {
        const auto answer = send("GET", listPath() + "?appEnvId=local");
        QStringList all;
        const auto list = QJsonDocument::fromJson(answer.body).object().value(QStringLiteral("allowlist")).toArray();
        for (const auto &each : list)
            all.append(each.toObject().value(QStringLiteral("ip")).toString());
        return all;
    }

private:
    RawClient m_client;
    QByteArray m_token;
};

} // namespace gatehouse::server::test
