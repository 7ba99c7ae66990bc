// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Home.h"
#include "server/EmbeddedService.h"
#include "store/EnvironmentSecretStore.h"
#include "store/Settings.h"
#include "store/Store.h"
#include "sync/AddressFinder.h"
#include "sync/ConnectionBook.h"
#include "sync/Keeper.h"
#include "sync/ServiceConnector.h"

#include <memory>

namespace gatehouse {

/// The objects that the window and the command line are made of, built once, in order, for one home. Only main()
/// functions and tests know it; everybody else is handed what it uses.
///
/// In two steps, so that a window can be on the screen before the disk is asked: the settings are there at once, the
/// rest after open().
class Composition final
{
public:
    explicit Composition(Home home);
    ~Composition();
    Composition(const Composition &) = delete;
    Composition &operator=(const Composition &) = delete;

    /// Opens the database and makes the rest. `environmentSecrets`, when there are any, go before the stored ones (see
    /// EnvironmentSecretStore). ErrorKind::Storage when the home cannot be used.
    [[nodiscard]] Result<void> open(const EnvironmentSecrets &environmentSecrets = {});

    /// Starts the embedded service, off this thread, and tells the connector where it listens.
    [[nodiscard]] Future<void> startEmbedded();

    [[nodiscard]] const Home &home() const { return m_home; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Settings &settings() { return m_settings; }

    // Only after open():
    [[nodiscard]] const DefinitionCatalog &catalog() const { return m_catalog; }
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] SecretStore &secrets() { return *m_secrets; }
    /// nullptr when the environment has none.
    [[nodiscard]] EnvironmentSecretStore *environmentSecrets() const { return m_environmentSecrets; }
    [[nodiscard]] ServiceConnector &connector() { return *m_connector; }
    [[nodiscard]] AddressFinder &addresses() { return *m_addresses; }
    [[nodiscard]] ConnectionBook &book() { return *m_book; }
    [[nodiscard]] Keeper &keeper() { return *m_keeper; }
    /// nullptr before startEmbedded() is done.
    [[nodiscard]] server::EmbeddedService *embedded() const { return m_embedded.get(); }

private:
    [[nodiscard]] std::unique_ptr<SecretStore> makeSecrets(const EnvironmentSecrets &environmentSecrets);
    [[nodiscard]] EchoServices echoServices() const;
    [[nodiscard]] HistoryLimits historyLimits() const;

    Home m_home;
    SystemClock m_clock;
    Settings m_settings;
    QObject m_context; ///< ends what is under way when this goes
    DefinitionCatalog m_catalog;
    // In the order of use: what stands below is destroyed first.
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SecretStore> m_secrets;
    EnvironmentSecretStore *m_environmentSecrets = nullptr; ///< m_secrets, where it is one
    std::unique_ptr<ServiceConnector> m_connector;
    std::unique_ptr<AddressFinder> m_addresses;
    std::unique_ptr<ConnectionBook> m_book;
    std::unique_ptr<Keeper> m_keeper;
    std::shared_ptr<server::EmbeddedService> m_embedded;
    QFuture<void> m_starting;
};

} // namespace gatehouse
