// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/SecretStore.h"

#include <functional>
#include <memory>
#include <optional>

namespace gatehouse {

class KeychainSecretStore;
class MemorySecretStore;

/// Secrets in the keychain, or in memory when this computer has none. Which it is turns out at the first use, and stays
/// for the run; until then isLasting() is true.
class FallbackSecretStore final : public SecretStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FallbackSecretStore)

public:
    explicit FallbackSecretStore(std::unique_ptr<KeychainSecretStore> keychain, QObject *parent = nullptr);
    ~FallbackSecretStore() override;

    [[nodiscard]] Future<QString> read(const QUuid &connection) override;
    [[nodiscard]] Future<void> write(const QUuid &connection, const QString &secret) override;
    [[nodiscard]] Future<void> remove(const QUuid &connection) override;
    [[nodiscard]] bool isLasting() const override;

private:
    template <typename T>
    using Call = std::function<Future<T>(SecretStore &)>;

    template <typename T>
    Future<T> whenChosen(Call<T> call);
    SecretStore &choose(const Result<void> &keychainAnswers);

    std::unique_ptr<KeychainSecretStore> m_keychain;
    std::unique_ptr<MemorySecretStore> m_memory; ///< set once the keychain turned out to be missing
    std::optional<Future<void>> m_probe;
};

} // namespace gatehouse
