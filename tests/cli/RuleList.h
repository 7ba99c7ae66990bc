// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/FaultServer.h"
#include "support/NoEcho.h"
#include "support/Programs.h"
#include "support/SourceFolder.h"
#include "support/TempHome.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace gatehouse::test {

/// A service of a test: one list of rules with a number, a range, a note and a state, which holds no expiry.
class RuleList final
{
public:
    RuleList()
    {
        m_server.setResponder([this](const SeenRequest &request) { return answerTo(request); });
    }

    /// What describes it to Gatehouse.
    static QByteArray definition(const QString &id, const QString &name)
    {
        QByteArray text = R"({
            "id": "ID", "name": "NAME", "summary": "Rules of a test",
            "documentation": "https://rules.example.com", "certainty": { "level": "documented" },
            "baseUrl": "https://rules.example.com",
            "secret": { "title": "Key", "header": "X-Key", "value": "{secret}" },
            "apply": { "mode": "at once" },
            "rules": { "emptyList": "closed", "guardsItsOwnApi": false, "seesPublicAddressesOnly": false },
            "list": { "path": "/rules", "entries": "rules", "paging": { "by": "none" } },
            "entry": {
                "id": { "field": "nr", "type": "number" },
                "range": { "field": "source", "write": "cidr", "any": "*" },
                "label": { "field": "note" },
                "active": { "field": "state", "on": "on", "off": "off" }
            },
            "write": {
                "create": { "one": { "method": "POST", "path": "/rules", "body": "{entry}" } },
                "update": { "one": { "method": "PUT", "path": "/rules/{id}", "body": "{entry}" } },
                "remove": { "one": { "method": "DELETE", "path": "/rules/{id}" } }
            },
            "errors": { "message": "error" }
        })";
        text.replace("\"ID\"", QJsonDocument(QJsonArray{id}).toJson(QJsonDocument::Compact).mid(1).chopped(1));
        text.replace("\"NAME\"", QJsonDocument(QJsonArray{name}).toJson(QJsonDocument::Compact).mid(1).chopped(1));
        return text;
    }

    void put(const QString &source, const QString &note)
    {
        m_rules[++m_last] = {{QStringLiteral("source"), source},
                             {QStringLiteral("note"), note},
                             {QStringLiteral("state"), QStringLiteral("on")}};
    }
    /// Every change from now on, in these words.
    void refuseWith(const QString &words) { m_refusal = words; }
    /// Answers a change instead of the list, which stays as it is; no answer leaves it to the list.
    using Instead = std::function<std::optional<ScriptedAnswer>(const SeenRequest &)>;
    void answerInstead(Instead instead) { m_instead = std::move(instead); }
    /// Gives every rule a new number with each change of one.
    void renumber() { m_renumbers = true; }
    /// Shows a new rule only when it was asked for the list so often since.
    void showLater(int readings) { m_hiddenFor = readings; }
    /// Keeps every rule on, whatever is sent.
    void ignoreSwitch() { m_ignoresSwitch = true; }

    /// What is asked at other paths is not there.
    void serveOnly(const QByteArray &path) { m_path = path; }

    [[nodiscard]] QString url() const { return m_server.url(QString()).toString(); }
    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_server.requests(); }
    [[nodiscard]] int countOf(const QString &source) const
    {
        int count = 0;
        for (const auto &[number, rule] : m_rules)
            count += rule.value(QStringLiteral("source")).toString() == source ? 1 : 0;
        return count;
    }
    [[nodiscard]] std::size_t size() const { return m_rules.size(); }

private:
    static ScriptedAnswer json(int status, const QJsonObject &object)
    {
        return answer(status, QJsonDocument(object).toJson(), {{"Content-Type", "application/json"}});
    }

    static QJsonObject numbered(int number, QJsonObject rule)
    {
        rule.insert(QStringLiteral("nr"), number);
        return rule;
    }

    ScriptedAnswer answerTo(const SeenRequest &request)
    {
        if (!request.target.startsWith(m_path))
            return json(404, {});
        if (request.method == "GET") {
            QJsonArray all;
            for (const auto &[number, rule] : m_rules) {
                if (--m_hidden[number] < 0)
                    all.append(numbered(number, rule));
            }
            return json(200, {{QStringLiteral("rules"), all}});
        }
        if (!m_refusal.isEmpty())
            return json(422, {{QStringLiteral("error"), m_refusal}});
        if (const auto instead = m_instead ? m_instead(request) : std::nullopt)
            return *instead;
        const int number = request.target.mid(request.target.lastIndexOf('/') + 1).toInt();
        QJsonObject rule = QJsonDocument::fromJson(request.body).object();
        if (m_ignoresSwitch)
            rule.insert(QStringLiteral("state"), QStringLiteral("on"));
        if (request.method != "POST" && !m_rules.contains(number))
            return json(404, {});
        if (request.method == "DELETE") {
            m_rules.erase(number);
            return answer(204);
        }
        const int place = request.method == "POST" ? ++m_last : number;
        m_rules[place] = rule;
        if (request.method == "POST")
            m_hidden[place] = m_hiddenFor;
        if (m_renumbers)
            giveNewNumbers();
        return json(request.method == "POST" ? 201 : 200, numbered(place, rule));
    }

    void giveNewNumbers()
    {
        for (const auto &[number, rule] : std::exchange(m_rules, {}))
            m_rules[++m_last] = rule;
    }

    FaultServer m_server;
    std::map<int, QJsonObject> m_rules;
    std::map<int, int> m_hidden; ///< how often a rule stays out of the list that is asked for
    QString m_refusal;
    QByteArray m_path;
    Instead m_instead;
    int m_hiddenFor = 0;
    bool m_renumbers = false;
    bool m_ignoresSwitch = false;
    int m_last = 0;
};

/// A home without echo services in which gatehouse-cli knows the service `rules`.
class RuleHome final
{
public:
    explicit RuleHome(const QString &serviceName = QStringLiteral("Rules"))
    {
        askNoEcho(m_home);
        define(QStringLiteral("rules.json"), RuleList::definition(QStringLiteral("rules"), serviceName));
    }

    /// From now on, for IPv6.
    void askEcho(const QString &url) const
    {
        Settings settings(m_home->settingsFile());
        settings.setValue(settings::echoServicesV6, {url});
    }

    void define(const QString &file, const QByteArray &content)
    {
        const QString folder = m_home->userDefinitionsFolder();
        QDir().mkpath(folder);
        QFile written(QDir(folder).filePath(file));
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            qFatal("the definition cannot be written");
    }

    CliCall run(const QStringList &arguments, const QString &token = QStringLiteral("key"),
                const QByteArray &input = {}) const
    {
        return callCli(programFile(QStringLiteral("gatehouse-cli")), m_home.path(), arguments, token, input);
    }
    CliCall connect(const QString &name, const RuleList &list, const QString &service = QStringLiteral("rules")) const
    {
        return run({QStringLiteral("connect"), name, QStringLiteral("--service"), service, QStringLiteral("--url"),
                    list.url()});
    }
    [[nodiscard]] QString path() const { return m_home.path(); }

private:
    TempHome m_home;
};

} // namespace gatehouse::test
