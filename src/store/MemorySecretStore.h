// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/SecretStore.h"

#include <QHash>

namespace gatehouse {

/// Secrets for this run only.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemorySecretStore)

public:
    using SecretStore::SecretStore;

    [[nodiscard]] Future<QString> read(const QUuid &connection) override;
    [[nodiscard]] Future<void> write(const QUuid &connection, const QString &secret) override;
    [[nodiscard]] Future<void> remove(const QUuid &connection) override;
    [[nodiscard]] bool isLasting() const override { return false; }

private:
    QHash<QUuid, QString> m_secrets;
};

} // namespace gatehouse
