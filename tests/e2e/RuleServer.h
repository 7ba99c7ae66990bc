// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/FaultServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <vector>

namespace gatehouse::test {

/// The firewall of docs/service-definitions.md, as its team might have written it: one zone, rules numbered from 1,
/// pages of two, everything wrapped in "result" and errors in "fault". Whoever lacks the token is refused.
class RuleServer final
{
public:
    explicit RuleServer(QByteArray token)
        : m_token(std::move(token))
    {
        m_server.setResponder([this](const SeenRequest &request) { return answerTo(request); });
    }

    [[nodiscard]] QUrl url() const { return m_server.url(QStringLiteral("/api/v2")); }

    /// What a colleague did in the firewall's own console.
    void put(const QJsonObject &rule)
    {
        QJsonObject numbered = rule;
        numbered.insert(QStringLiteral("nr"), ++m_last);
        m_rules.push_back(numbered);
    }

    [[nodiscard]] const std::vector<QJsonObject> &rules() const { return m_rules; }

    /// An empty object when there is none.
    [[nodiscard]] QJsonObject ruleFor(const QString &source) const
    {
        const auto found = std::find_if(m_rules.begin(), m_rules.end(), [&](const QJsonObject &rule) {
            return rule.value(QStringLiteral("source")).toString() == source;
        });
        return found == m_rules.end() ? QJsonObject() : *found;
    }

private:
    static ScriptedAnswer json(int status, const QJsonObject &object)
    {
        return answer(status, QJsonDocument(object).toJson(), {{"Content-Type", "application/json"}});
    }

    static ScriptedAnswer fault(int status, const QString &text)
    {
        const QJsonObject inner{{QStringLiteral("text"), text}, {QStringLiteral("trace"), QStringLiteral("t-1")}};
        return json(status, {{QStringLiteral("fault"), inner}});
    }

    ScriptedAnswer answerTo(const SeenRequest &request)
    {
        const QUrl url(QString::fromLatin1(request.target));
        const QStringList path = url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
        if (request.header("Authorization") != "Token " + m_token)
            return fault(401, QStringLiteral("Who are you?"));
        const QStringList list{QStringLiteral("api"), QStringLiteral("v2"), QStringLiteral("zones"),
                               QStringLiteral("berlin-dmz"), QStringLiteral("rules")};
        if (path.mid(0, list.size()) != list)
            return fault(404, QStringLiteral("No such zone"));
        if (request.method == "GET")
            return page(QUrlQuery(url).queryItemValue(QStringLiteral("after")).toInt());
        const QJsonObject rule =
            QJsonDocument::fromJson(request.body).object().value(QStringLiteral("rule")).toObject();
        return request.method == "POST" ? make(rule) : change(request.method, path.value(list.size()).toInt(), rule);
    }

    ScriptedAnswer make(const QJsonObject &rule)
    {
        if (rule.value(QStringLiteral("source")).toString().isEmpty())
            return fault(422, QStringLiteral("A rule needs a source"));
        put(rule);
        return json(201, {{QStringLiteral("result"), m_rules.back()}});
    }

    ScriptedAnswer change(const QByteArray &method, int number, QJsonObject rule)
    {
        const auto found = std::find_if(m_rules.begin(), m_rules.end(), [number](const QJsonObject &each) {
            return each.value(QStringLiteral("nr")).toInt() == number;
        });
        if (found == m_rules.end())
            return fault(404, QStringLiteral("No such rule"));
        if (method == "DELETE") {
            m_rules.erase(found);
            return answer(204);
        }
        if (method != "PUT")
            return fault(405, QStringLiteral("Only PUT and DELETE"));
        rule.insert(QStringLiteral("nr"), number);
        *found = rule;
        return json(200, {{QStringLiteral("result"), rule}});
    }

    ScriptedAnswer page(int after) const
    {
        constexpr int most = 2;
        QJsonArray page;
        int last = after;
        bool more = false;
        for (const QJsonObject &rule : m_rules) {
            const int number = rule.value(QStringLiteral("nr")).toInt();
            if (number <= after)
                continue;
            more = page.size() == most;
            if (more)
                break;
            page.append(rule);
            last = number;
        }
        const QJsonValue next = more ? QJsonValue(QString::number(last)) : QJsonValue();
        return json(200, {{QStringLiteral("result"),
                           QJsonObject{{QStringLiteral("rules"), page}, {QStringLiteral("next"), next}}}});
    }

    FaultServer m_server;
    QByteArray m_token;
    std::vector<QJsonObject> m_rules;
    int m_last = 0;
};

} // namespace gatehouse::test
