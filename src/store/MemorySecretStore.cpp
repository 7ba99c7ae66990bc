// SPDX-License-Identifier: Apache-2.0
#include "store/MemorySecretStore.h"

#include "store/SecretErrors.h"

namespace gatehouse {

Future<QString> MemorySecretStore::read(const QUuid &connection)
{
    const auto found = m_secrets.constFind(connection);
    if (found == m_secrets.cend())
        return readyFailure<QString>(secretMissing());
    return ready<QString>(*found);
}

Future<void> MemorySecretStore::write(const QUuid &connection, const QString &secret)
{
    if (secret.isEmpty())
        return readyFailure<void>(emptySecret());
    m_secrets.insert(connection, secret);
    return ready<void>({});
}

Future<void> MemorySecretStore::remove(const QUuid &connection)
{
    m_secrets.remove(connection);
    return ready<void>({});
}

} // namespace gatehouse
