// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ConnectionProbe.h"

namespace gatehouse {

ConnectionProbe::ConnectionProbe(ServiceConnector &connector, QObject *parent)
    : QObject(parent)
    , m_connector(connector)
{}

Future<std::shared_ptr<RestService>> ConnectionProbe::connectTo(const ConnectionRecord &connection,
                                                                const QString &secret)
{
    return secret.isEmpty() ? m_connector.connectTo(connection) : ready(m_connector.connectWith(connection, secret));
}

Future<qsizetype> ConnectionProbe::countEntries(const ConnectionRecord &connection, const QString &secret)
{
    auto chain = Chain<qsizetype>::begin(this);
    const auto read =
        with<std::vector<Entry>>(connection, secret, [](RestService &service) { return service.fetch(); });
    chain->then(read,
                [chain](const std::vector<Entry> &entries) { chain->finish(static_cast<qsizetype>(entries.size())); });
    return chain->future();
}

Future<std::vector<ScopeChoice>> ConnectionProbe::choices(const ConnectionRecord &connection, const QString &secret,
                                                          const QString &scopeKey)
{
    return with<std::vector<ScopeChoice>>(connection, secret,
                                          [scopeKey](RestService &service) { return service.choices(scopeKey); });
}

Future<Verification> ConnectionProbe::verify(const ConnectionRecord &connection, const QString &secret,
                                             const QString &guardedSecret)
{
    return with<Verification>(connection, secret,
                              [guardedSecret](RestService &service) { return service.verify(guardedSecret); });
}

Future<MadeScope> ConnectionProbe::makeScope(const ConnectionRecord &connection, const QString &secret,
                                             const NewScope &wanted)
{
    return with<MadeScope>(connection, secret, [wanted](RestService &service) { return service.makeScope(wanted); });
}

} // namespace gatehouse
