// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "store/ConnectionRecord.h"
#include "store/SecretStore.h"

#include <QHash>

#include <memory>
#include <vector>

namespace gatehouse {

/// The secrets of one run, from the environment.
struct EnvironmentSecrets
{
    QString common;                 ///< GATEHOUSE_TOKEN, without blanks around it
    QHash<QString, QString> byName; ///< GATEHOUSE_TOKEN_NAME, by NAME

    [[nodiscard]] bool isEmpty() const { return common.isEmpty() && byName.isEmpty(); }
};

/// Takes them out of the environment, so that no program started from here inherits them.
EnvironmentSecrets takeEnvironmentSecrets();

/// The secrets of one run of the command line, from the environment; they are stored nowhere. Each has an audience: it
/// is given for the connections that were admitted, and to no other, which have the secrets of `lasting`. Writing and
/// removing go to `lasting`, too.
class EnvironmentSecretStore final : public SecretStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvironmentSecretStore)

public:
    EnvironmentSecretStore(EnvironmentSecrets secrets, std::unique_ptr<SecretStore> lasting, QObject *parent = nullptr);

    /// Serves these connections from now on: each with the variable of its name, if there is one, else all with
    /// GATEHOUSE_TOKEN. InvalidInput, and none is served, when one variable would serve connections of several services
    /// or origins. The service of this computer has its own secret and is no part of it.
    [[nodiscard]] Result<void> admit(const std::vector<ConnectionRecord> &connections);

    /// "Büro Süd" is asked for as GATEHOUSE_TOKEN_B_RO_S_D: what is no letter or digit of ASCII is an underscore.
    [[nodiscard]] static QString variableFor(const QString &connection);

    [[nodiscard]] Future<QString> read(const QUuid &connection) override;
    [[nodiscard]] Future<void> write(const QUuid &connection, const QString &secret) override;
    [[nodiscard]] Future<void> remove(const QUuid &connection) override;
    [[nodiscard]] bool isLasting() const override;
    [[nodiscard]] bool isOfThisRun(const QUuid &connection) const override { return m_admitted.contains(connection); }

private:
    const EnvironmentSecrets m_secrets;
    QHash<QUuid, QString> m_admitted;
    std::unique_ptr<SecretStore> m_lasting;
};

} // namespace gatehouse
