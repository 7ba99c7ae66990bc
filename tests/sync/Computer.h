// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/EmbeddedService.h"
#include "store/MemorySecretStore.h"
#include "support/Await.h"
#include "support/Entries.h"
#include "support/LoopbackEcho.h"
#include "support/ManualClock.h"
#include "support/TempHome.h"
#include "sync/ConnectionBook.h"
#include "sync/Keeper.h"
#include "sync/ListSession.h"

#include <memory>

// Computers of several people and the services they share. A test that includes this links Gatehouse::app and
// Gatehouse::test_support.
namespace gatehouse::test {

/// The services, as the embedded one speaks them, under a clock that stands at noon().
class Office
{
public:
    Office()
    {
        server::ServiceOptions options;
        options.dataFolder = m_home->serviceDataFolder();
        constexpr int plenty = 1000000;
        options.rates = {plenty, plenty, plenty, plenty, plenty};
        auto started = server::EmbeddedService::start(options, clock);
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
        m_service = std::move(*started);
    }

    [[nodiscard]] QString token() const { return m_service->token(); }
    [[nodiscard]] QUrl url(const QString &path) const { return QUrl(m_service->url().toString() + path); }
    /// What tells a Computer that it comes from 127.0.0.1.
    [[nodiscard]] EchoServices echoes() const { return {{m_echo.url()}, {}}; }

    /// A connection to the first list that this service has.
    [[nodiscard]] ConnectionRecord connection(const QString &serviceId) const
    {
        static const QMap<QString, QString> paths{
            {QStringLiteral("astro"), QStringLiteral("/astro/v1")},
            {QStringLiteral("cortex"), QStringLiteral("/cortex")},
            {QStringLiteral("quave"), QStringLiteral("/quave/api/public/v1")},
            {QStringLiteral("bitbybit"), QStringLiteral("/bitbybit/developer/open/v1")}};
        static const QMap<QString, QString> scopes{{QStringLiteral("astro"), QStringLiteral("organizationId")},
                                                   {QStringLiteral("quave"), QStringLiteral("appEnvId")},
                                                   {QStringLiteral("bitbybit"), QStringLiteral("keyId")}};
        ConnectionRecord record;
        record.name = serviceId;
        record.serviceId = serviceId;
        record.baseUrl = url(paths[serviceId]);
        if (scopes.contains(serviceId))
            record.scope.insert(scopes[serviceId], QStringLiteral("local"));
        record.collectChanges = true;
        return record;
    }

    ManualClock clock;

private:
    TempHome m_home;
    LoopbackEcho m_echo;
    std::unique_ptr<server::EmbeddedService> m_service;
};

/// One computer with Gatehouse on it: a home, and all that is composed over it.
class Computer
{
public:
    explicit Computer(const Clock &clock, const EchoServices &echoes = {})
        : m_clock(clock)
        , m_echoes(echoes)
    {
        start();
    }
    Computer(const Computer &) = delete;
    Computer &operator=(const Computer &) = delete;

    /// As after an end of the program, however it came. Sessions must be gone.
    void restart()
    {
        m_run.reset();
        start();
    }

    /// Stores it; gives it with its id.
    ConnectionRecord connect(const ConnectionRecord &record, const QString &secret)
    {
        auto saved = await(book().save(record, secret));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        m_secrets.insert(saved->id, secret);
        return *saved;
    }

    [[nodiscard]] std::unique_ptr<ListSession> session(const ConnectionRecord &record,
                                                       ListSession::Memory memory = ListSession::Memory::Kept)
    {
        return std::make_unique<ListSession>(record, connector(), store(), m_run->addresses, m_clock, memory);
    }

    /// Opened and read.
    [[nodiscard]] std::unique_ptr<ListSession> opened(const ConnectionRecord &record,
                                                      ListSession::Memory memory = ListSession::Memory::Kept)
    {
        auto made = session(record, memory);
        const auto loaded = await(made->open()) ? await(made->reload()) : failure(ErrorKind::Storage, {});
        if (!loaded)
            qFatal("%s", qPrintable(kindName(loaded.error().kind) + loaded.error().message));
        return made;
    }

    /// What the service holds, read past every session, as words (see Entries.h), sorted.
    [[nodiscard]] QStringList told(const ConnectionRecord &record)
    {
        const auto service = await(connector().connectTo(record));
        const auto list = service ? await((*service)->fetch()) : failure(service.error());
        if (!list)
            return {kindName(list.error().kind)};
        QStringList lines;
        for (const Entry &entry : *list)
            lines += inWords(entry);
        lines.sort();
        return lines;
    }

    [[nodiscard]] QString databaseFile() const { return m_home->databaseFile(); }
    [[nodiscard]] Store &store() { return *m_run->store; }
    [[nodiscard]] ServiceConnector &connector() { return m_run->connector; }
    [[nodiscard]] AddressFinder &addresses() { return m_run->addresses; }
    [[nodiscard]] ConnectionBook &book() { return m_run->book; }
    [[nodiscard]] Keeper &keeper() { return m_run->keeper; }

private:
    struct Run
    {
        Run(const Home &home, const EchoServices &echoes, const Clock &clock)
            : store(std::move(*Store::open(home.databaseFile())))
            , catalog(DefinitionCatalog::load(home.userDefinitionsFolder()))
            , connector(catalog, secrets, clock)
            , addresses(echoes)
            , book(*store, secrets, catalog)
            , keeper(book, connector, *store, addresses, clock)
        {}

        std::unique_ptr<Store> store;
        MemorySecretStore secrets;
        DefinitionCatalog catalog;
        ServiceConnector connector;
        AddressFinder addresses;
        ConnectionBook book;
        Keeper keeper;
    };

    void start()
    {
        m_run = std::make_unique<Run>(m_home.home(), m_echoes, m_clock);
        connector().setShowsWithin(std::chrono::milliseconds(20)); // no service here shows anything later
        for (auto secret = m_secrets.cbegin(); secret != m_secrets.cend(); ++secret)
            (void)await(m_run->secrets.write(secret.key(), secret.value()));
        if (!await(m_run->book.load()))
            qFatal("the connections cannot be read");
    }

    TempHome m_home;
    const Clock &m_clock;
    EchoServices m_echoes;
    QHash<QUuid, QString> m_secrets;
    std::unique_ptr<Run> m_run;
};

inline EntryKey keyOf(const ListSession &session, const QString &range)
{
    const Allowlist list = session.draft().result();
    for (const Entry &entry : list.entries()) {
        if (entry.content.range == test::range(range))
            return entry.key;
    }
    return {};
}

/// The list as the session has it, as words, sorted.
inline QStringList shown(const ListSession &session)
{
    QStringList lines = inWords(session.draft().snapshot());
    lines.sort();
    return lines;
}

/// Of complete entries, as words, what the service holds, as words, sorted.
inline QStringList heldBy(const QString &service, const QStringList &lines)
{
    QStringList held;
    for (Entry entry : entries(lines)) {
        if (service != u"quave" && !entry.content.active)
            continue;
        if (service != u"quave")
            entry.content.expiresAt.reset();
        if (service == u"astro")
            entry.content.label.clear();
        held += inWords(entry);
    }
    held.sort();
    return held;
}

inline std::vector<EntryContent> contents(const QStringList &lines)
{
    std::vector<EntryContent> result;
    for (const Entry &entry : entries(lines))
        result.push_back(entry.content);
    return result;
}

} // namespace gatehouse::test
