// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "base/Clock.h"
#include "services/DefinitionCatalog.h"
#include "services/RestService.h"
#include "store/ConnectionRecord.h"
#include "store/SecretStore.h"
#include "sync/Turns.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace gatehouse {

/// Where the service inside this program (or beside it) listens in this run.
struct EmbeddedEndpoint
{
    QUrl url; ///< its root, without a trailing slash
    QString token;
};

/// Makes the RestService of a connection: definition, endpoint and secret together.
class ServiceConnector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceConnector)

public:
    /// `catalog`, `secrets` and `clock` must outlive this.
    ServiceConnector(const DefinitionCatalog &catalog, SecretStore &secrets, const Clock &clock,
                     QObject *parent = nullptr);
    ~ServiceConnector() override;

    void setEmbedded(const EmbeddedEndpoint &embedded);
    /// How patient with services that are connected from now on; httpPolicyFor() unless set.
    void setPolicy(std::function<HttpPolicy(const ServiceDefinition &)> policy) { m_policy = std::move(policy); }
    /// How long after a change a list that is only taken as a whole is looked at once more, at the least: whoever read
    /// it before the change and replaces it later than that undoes the change unseen.
    [[nodiscard]] std::chrono::milliseconds leastPause() const { return m_leastPause; }
    void setLeastPause(std::chrono::milliseconds pause) { m_leastPause = pause; }
    /// How long a change that a service took may take until its list shows it, where the definition does not say it.
    [[nodiscard]] std::chrono::milliseconds showsWithin() const { return m_showsWithin; }
    void setShowsWithin(std::chrono::milliseconds time) { m_showsWithin = time; }
    [[nodiscard]] HttpPolicy policyFor(const ServiceDefinition &definition) const { return m_policy(definition); }
    [[nodiscard]] const DefinitionCatalog &catalog() const { return m_catalog; }
    /// Of all who change lists through this.
    [[nodiscard]] Turns &turns() { return m_turns; }

    /// ErrorKind::Definition when the service is unknown, SecretMissing/SecretLocked from the keychain; SecretMissing
    /// also where a stored secret was given for somebody else (SecretAudience.h). A definition without a secret needs
    /// none. A scope that is
    /// not complete is no error yet: choices(), makeScope(), verify() and logs() of the service work with what they
    /// need of it, and what lacks a part of it fails with InvalidInput.
    [[nodiscard]] Future<std::shared_ptr<RestService>> connectTo(const ConnectionRecord &connection);
    /// The same for a connection that is not stored yet: the dialog's "Test", and its choices while the scope is still
    /// being filled in.
    [[nodiscard]] Result<std::shared_ptr<RestService>> connectWith(const ConnectionRecord &connection,
                                                                   const QString &secret);

private:
    const DefinitionCatalog &m_catalog;
    SecretStore &m_secrets;
    const Clock &m_clock;
    EmbeddedEndpoint m_embedded;
    std::function<HttpPolicy(const ServiceDefinition &)> m_policy = httpPolicyFor;
    std::chrono::milliseconds m_leastPause{200};
    std::chrono::milliseconds m_showsWithin{5000};
    Turns m_turns;
};

} // namespace gatehouse
