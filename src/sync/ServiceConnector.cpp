// SPDX-License-Identifier: Apache-2.0
#include "sync/ServiceConnector.h"

#include "http/HttpClient.h"
#include "sync/Chain.h"
#include "sync/SecretAudience.h"

namespace gatehouse {

namespace {

Error unknownService(const QString &id)
{
    return makeError(ErrorKind::Definition,
                     ServiceConnector::tr("There is no definition of the service “%1”.").arg(id));
}

} // namespace

ServiceConnector::ServiceConnector(const DefinitionCatalog &catalog, SecretStore &secrets, const Clock &clock,
                                   QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_secrets(secrets)
    , m_clock(clock)
{}

ServiceConnector::~ServiceConnector() = default;

void ServiceConnector::setEmbedded(const EmbeddedEndpoint &embedded)
{
    m_embedded = embedded;
}

Future<std::shared_ptr<RestService>> ServiceConnector::connectTo(const ConnectionRecord &connection)
{
    if (connection.embedded)
        return ready(connectWith(connection, m_embedded.token));
    const auto definition = m_catalog.find(connection.serviceId);
    if (definition && definition->secretTitle.isEmpty())
        return ready(connectWith(connection, {}));
    if (definition && !m_secrets.isOfThisRun(connection.id)) {
        if (auto may = checkAudience(*definition, connection); !may)
            return readyFailure<std::shared_ptr<RestService>>(std::move(may.error()));
    }
    const auto chain = Chain<std::shared_ptr<RestService>>::begin(this);
    chain->then(m_secrets.read(connection.id),
                [this, chain, connection](const QString &secret) { chain->finish(connectWith(connection, secret)); });
    return chain->future();
}

Result<std::shared_ptr<RestService>> ServiceConnector::connectWith(const ConnectionRecord &connection,
                                                                   const QString &secret)
{
    const auto definition = m_catalog.find(connection.serviceId);
    if (!definition)
        return failure(unknownService(connection.serviceId));
    Endpoint endpoint;
    endpoint.baseUrl = connection.baseUrl;
    endpoint.scope = connection.scope;
    if (connection.embedded) {
        if (m_embedded.url.isEmpty())
            return failure(ErrorKind::Network, tr("The service of this computer is not running."));
        endpoint.baseUrl = QUrl(m_embedded.url.toString() + connection.baseUrl.path());
        endpoint.echoUrl = QUrl(m_embedded.url.toString() + QStringLiteral("/ip"));
    }
    HttpPolicy policy = m_policy(*definition);
    policy.authorities = connection.caFile;
    return std::make_shared<RestService>(definition, endpoint, secret, std::make_unique<HttpClient>(policy), m_clock);
}

} // namespace gatehouse
