// SPDX-License-Identifier: Apache-2.0
#include "store/EnvironmentSecretStore.h"

namespace gatehouse {

QString takeEnvironmentSecret()
{
    constexpr auto variable = "GATEHOUSE_TOKEN";
    const QString secret = qEnvironmentVariable(variable).trimmed();
    qunsetenv(variable);
    return secret;
}

EnvironmentSecretStore::EnvironmentSecretStore(QString secret, std::unique_ptr<SecretStore> lasting, QObject *parent)
    : SecretStore(parent)
    , m_secret(std::move(secret))
    , m_lasting(std::move(lasting))
{
    connect(m_lasting.get(), &SecretStore::lastingChanged, this, &SecretStore::lastingChanged);
}

Future<QString> EnvironmentSecretStore::read(const QUuid &)
{
    return ready<QString>(m_secret);
}

Future<void> EnvironmentSecretStore::write(const QUuid &connection, const QString &secret)
{
    return m_lasting->write(connection, secret);
}

Future<void> EnvironmentSecretStore::remove(const QUuid &connection)
{
    return m_lasting->remove(connection);
}

bool EnvironmentSecretStore::isLasting() const
{
    return m_lasting->isLasting();
}

} // namespace gatehouse
