// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RestService.h"
#include "sync/Chain.h"
#include "sync/ServiceConnector.h"

#include <QObject>

namespace gatehouse {

/// Asks a service under settings that may still be in somebody's hands; stores nothing. An empty secret stands for the
/// one that is stored for the connection.
class ConnectionProbe final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionProbe)

public:
    /// `connector` must outlive this. What is under way ends with it.
    explicit ConnectionProbe(ServiceConnector &connector, QObject *parent = nullptr);

    /// Reads the list: how many entries it has.
    [[nodiscard]] Future<qsizetype> countEntries(const ConnectionRecord &connection, const QString &secret);
    /// Of a scope field; the scope need not be complete.
    [[nodiscard]] Future<std::vector<ScopeChoice>> choices(const ConnectionRecord &connection, const QString &secret,
                                                           const QString &scopeKey);
    /// With the secret of what the list guards, which is kept nowhere.
    [[nodiscard]] Future<Verification> verify(const ConnectionRecord &connection, const QString &secret,
                                              const QString &guardedSecret);
    [[nodiscard]] Future<MadeScope> makeScope(const ConnectionRecord &connection, const QString &secret,
                                              const NewScope &wanted);

private:
    [[nodiscard]] Future<std::shared_ptr<RestService>> connectTo(const ConnectionRecord &connection,
                                                                 const QString &secret);

    /// ask(service), with the service alive until the answer is there.
    template <typename T, typename Ask>
    Future<T> with(const ConnectionRecord &connection, const QString &secret, Ask ask)
    {
        auto chain = Chain<T>::begin(this);
        chain->then(connectTo(connection, secret), [chain, ask](const std::shared_ptr<RestService> &service) {
            chain->either(ask(*service), [chain, service](const Result<T> &answer) { chain->finish(answer); });
        });
        return chain->future();
    }

    ServiceConnector &m_connector;
};

} // namespace gatehouse
