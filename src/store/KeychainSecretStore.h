// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/SecretStore.h"

#include <functional>

namespace QKeychain {
class Job;
}

namespace gatehouse {

class Store;

/// Secrets in the platform's keychain (on Linux the Secret Service or KWallet), as text items of the service
/// "Gatehouse" named after home and connection.
///
/// A locked keychain answers as an empty one does, and claims to have deleted what it keeps. So the store holds a mark
/// for each secret that was written: with the mark, "not found" is SecretLocked, and a removal overwrites first, which
/// only an open keychain lets happen.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeychainSecretStore)

public:
    /// `homeId` is Home::id(). `marks` must outlive this.
    KeychainSecretStore(QString homeId, Store &marks, QObject *parent = nullptr);

    /// Succeeds when there is a keychain at all, be it locked or not; else the detail has the reason.
    [[nodiscard]] Future<void> answers();

    [[nodiscard]] Future<QString> read(const QUuid &connection) override;
    [[nodiscard]] Future<void> write(const QUuid &connection, const QString &secret) override;
    [[nodiscard]] Future<void> remove(const QUuid &connection) override;
    [[nodiscard]] bool isLasting() const override { return true; }

private:
    void start(QKeychain::Job *job, const QString &item, std::function<void()> finished);
    [[nodiscard]] Future<void> put(const QUuid &connection, const QString &secret);
    [[nodiscard]] Future<void> erase(const QUuid &connection);
    [[nodiscard]] QString itemOf(const QUuid &connection) const;

    QString m_homeId;
    Store &m_marks;
};

} // namespace gatehouse
