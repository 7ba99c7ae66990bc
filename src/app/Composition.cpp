// SPDX-License-Identifier: Apache-2.0
#include "app/Composition.h"

#include "base/CoreDumps.h"
#include "store/FallbackSecretStore.h"
#include "store/KeychainSecretStore.h"
#include "store/SettingKeys.h"

#include <QPromise>
#include <QtConcurrent>

namespace gatehouse {

Composition::Composition(Home home)
    : m_home(std::move(home))
    , m_settings(m_home.settingsFile())
{}

Composition::~Composition()
{
    m_starting.waitForFinished(); // it uses our clock
}

Result<void> Composition::open(const EnvironmentSecrets &environmentSecrets)
{
    forbidCoreDumps();
    if (auto made = m_home.create(); !made)
        return made;
    auto store = Store::open(m_home.databaseFile());
    if (!store)
        return failure(store.error());
    m_store = std::move(*store);
    m_store->setHistoryLimits(historyLimits());
    m_catalog = DefinitionCatalog::load(m_home.userDefinitionsFolder());
    m_secrets = makeSecrets(environmentSecrets);
    m_connector = std::make_unique<ServiceConnector>(m_catalog, *m_secrets, m_clock);
    m_addresses = std::make_unique<AddressFinder>(echoServices());
    m_book = std::make_unique<ConnectionBook>(*m_store, *m_secrets, m_catalog);
    m_keeper = std::make_unique<Keeper>(*m_book, *m_connector, *m_store, *m_addresses, m_clock);
    QObject::connect(&m_settings, &Settings::changed, m_addresses.get(), [this] {
        m_addresses->setEchoServices(echoServices());
        m_store->setHistoryLimits(historyLimits());
    });
    return {};
}

std::unique_ptr<SecretStore> Composition::makeSecrets(const EnvironmentSecrets &environmentSecrets)
{
    auto keychain = std::make_unique<KeychainSecretStore>(m_home.id(), *m_store);
    auto lasting = std::make_unique<FallbackSecretStore>(std::move(keychain));
    if (environmentSecrets.isEmpty())
        return lasting;
    auto made = std::make_unique<EnvironmentSecretStore>(environmentSecrets, std::move(lasting));
    m_environmentSecrets = made.get();
    return made;
}

EchoServices Composition::echoServices() const
{
    return {m_settings.value(settings::echoServicesV4), m_settings.value(settings::echoServicesV6)};
}

HistoryLimits Composition::historyLimits() const
{
    HistoryLimits limits;
    limits.days = m_settings.value(settings::historyDays);
    limits.versions = m_settings.value(settings::historyVersions);
    return limits;
}

Future<void> Composition::startEmbedded()
{
    // Shared, since the future of what was started is kept until the end and must still be finished then.
    using Started = Result<std::shared_ptr<server::EmbeddedService>>;
    server::ServiceOptions options;
    options.dataFolder = m_home.serviceDataFolder();
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto starting = QtConcurrent::run(
        [options, &clock = m_clock]() -> Started { return server::EmbeddedService::start(options, clock); });
    m_starting = QFuture<void>(starting);
    starting.then(&m_context, [this, promise](const QFuture<Started> &future) {
        const Started started = future.result();
        Result<void> result;
        if (started) {
            m_embedded = *started;
            m_connector->setEmbedded({m_embedded->url(), m_embedded->token()});
        } else {
            result = failure(started.error());
        }
        promise->addResult(result);
        promise->finish();
    });
    return promise->future();
}

} // namespace gatehouse
