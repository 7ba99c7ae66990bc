// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ServiceFixture.h"
#include "allowlist/Text.h"
#include "server/EmbeddedService.h"
#include "services/DefinitionCatalog.h"

#include <QTemporaryDir>

namespace gatehouse::test {

/// Where the embedded service speaks the API of a vendor, and the list it has from the start.
struct Spoken
{
    QString path;
    QMap<QString, QString> scope;
};

inline const QString local = QStringLiteral("local");
inline const QMap<QString, Spoken> spoken{
    {QStringLiteral("astro"), {QStringLiteral("/astro/v1"), {{QStringLiteral("organizationId"), local}}}},
    {QStringLiteral("bitbybit"), {QStringLiteral("/bitbybit/developer/open/v1"), {{QStringLiteral("keyId"), local}}}},
    {QStringLiteral("cortex"), {QStringLiteral("/cortex"), {}}},
    {QStringLiteral("quave"), {QStringLiteral("/quave/api/public/v1"), {{QStringLiteral("appEnvId"), local}}}},
};

/// So many that no test meets them.
inline server::ServiceRates withoutRates()
{
    constexpr int plenty = 100'000;
    return {plenty, plenty, plenty, plenty, plenty};
}

/// A shipped definition, spoken with the embedded service over real HTTP. They share no code: each tests the other.
class ContractFixture
{
public:
    using Change = std::function<void(Draft &)>;

    explicit ContractFixture(const QString &service, const server::ServiceRates &rates = withoutRates())
        : m_definition(DefinitionCatalog::load({}).find(service))
        , m_spoken(spoken.value(service))
    {
        if (!m_definition)
            qFatal("there is no definition of %s", qPrintable(service));
        server::ServiceOptions options;
        options.dataFolder = m_folder.path();
        options.rates = rates;
        auto started = server::EmbeddedService::start(options, m_clock);
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
        m_server = std::move(*started);
        connectTo(m_spoken.scope, m_server->token());
    }

    /// Another list, secret or path than those the fixture begins with.
    void connectTo(const QMap<QString, QString> &scope, const QString &token, const QString &path = {})
    {
        HttpPolicy policy; // without a rate: the test has no time for it
        policy.maximumAttempts = 1;
        Endpoint endpoint;
        endpoint.baseUrl = QUrl(m_server->url().toString() + (path.isEmpty() ? m_spoken.path : path));
        endpoint.scope = scope;
        endpoint.echoUrl = QUrl(m_server->url().toString() + QStringLiteral("/ip"));
        m_service =
            std::make_unique<RestService>(m_definition, endpoint, token, std::make_unique<HttpClient>(policy), m_clock);
        m_list = {};
    }

    /// Speaks by the shipped definition with the value at a dotted path replaced.
    void change(const QString &path, const QJsonValue &value)
    {
        m_definition = changed(shippedText(m_definition->id), path, value);
        connectTo(m_spoken.scope, m_server->token());
    }

    /// Reads the list; keys are those of the last reading.
    Result<void> read()
    {
        auto fresh = await(m_service->fetch());
        if (!fresh)
            return failure(fresh.error());
        m_list = withKeysOf(std::move(*fresh), m_list);
        return {};
    }

    /// Sends what `change` does to the list as read, from this computer's address, and reads it back.
    Result<void> apply(const Change &change)
    {
        Draft draft(std::make_shared<const Allowlist>(m_list));
        change(draft);
        CurrentAddresses own;
        own.v4 = *IpAddress::parse("127.0.0.1");
        for (const Operation &operation : m_service->plan(draft, own)) {
            if (auto sent = await(m_service->send(operation)); !sent)
                return sent;
        }
        return read();
    }

    Result<void> send(const Operation &operation) { return await(m_service->send(operation)); }

    [[nodiscard]] const Allowlist &list() const { return m_list; }
    /// The entry with that range; fails the test program when there is none.
    [[nodiscard]] const Entry &at(const char *rangeText) const
    {
        for (const Entry &each : m_list.entries()) {
            if (each.content.range == range(rangeText))
                return each;
        }
        qFatal("%s is not in the list", rangeText);
    }
    /// In the order of the service.
    [[nodiscard]] QStringList ranges() const
    {
        QStringList texts;
        for (const Entry &each : m_list.entries())
            texts.append(QString::fromStdString(each.content.range.toShortString()));
        return texts;
    }

    [[nodiscard]] RestService &service() { return *m_service; }
    [[nodiscard]] server::EmbeddedService &server() { return *m_server; }
    [[nodiscard]] ManualClock &clock() { return m_clock; }
    [[nodiscard]] const Spoken &target() const { return m_spoken; }

private:
    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::shared_ptr<const ServiceDefinition> m_definition;
    Spoken m_spoken;
    std::unique_ptr<server::EmbeddedService> m_server;
    std::unique_ptr<RestService> m_service;
    Allowlist m_list;
};

// Changes of a draft.

inline ContractFixture::Change adding(std::vector<Entry> entries)
{
    return [entries = std::move(entries)](Draft &draft) {
        for (const Entry &added : entries)
            draft.set(added.key, added);
    };
}

inline ContractFixture::Change editing(Entry changed, const std::function<void(EntryContent &)> &change)
{
    change(changed.content);
    return [changed](Draft &draft) { draft.set(changed.key, changed); };
}

inline ContractFixture::Change removing(const Allowlist &list)
{
    return [list](Draft &draft) {
        for (const Entry &each : list.entries())
            draft.set(each.key, std::nullopt);
    };
}

} // namespace gatehouse::test
