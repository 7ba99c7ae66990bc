// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/SecretStore.h"

#include <memory>

namespace gatehouse {

/// GATEHOUSE_TOKEN, without blanks around it; empty when there is none. Takes it out of the environment, so that no
/// program started from here inherits it.
QString takeEnvironmentSecret();

/// The secret of one run of the command line, from the environment: read() gives it for every connection, and it is
/// stored nowhere. Writing and removing go to `lasting`.
class EnvironmentSecretStore final : public SecretStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvironmentSecretStore)

public:
    EnvironmentSecretStore(QString secret, std::unique_ptr<SecretStore> lasting, QObject *parent = nullptr);

    [[nodiscard]] Future<QString> read(const QUuid &connection) override;
    [[nodiscard]] Future<void> write(const QUuid &connection, const QString &secret) override;
    [[nodiscard]] Future<void> remove(const QUuid &connection) override;
    [[nodiscard]] bool isLasting() const override;
    [[nodiscard]] bool isOfThisRun() const override { return true; }

private:
    QString m_secret;
    std::unique_ptr<SecretStore> m_lasting;
};

} // namespace gatehouse
