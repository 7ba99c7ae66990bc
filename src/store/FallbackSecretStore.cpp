// SPDX-License-Identifier: Apache-2.0
#include "store/FallbackSecretStore.h"

#include "base/Logging.h"
#include "store/KeychainSecretStore.h"
#include "store/MemorySecretStore.h"
#include "store/PendingResult.h"

namespace gatehouse {

FallbackSecretStore::FallbackSecretStore(std::unique_ptr<KeychainSecretStore> keychain, QObject *parent)
    : SecretStore(parent)
    , m_keychain(std::move(keychain))
{}

FallbackSecretStore::~FallbackSecretStore() = default;

SecretStore &FallbackSecretStore::choose(const Result<void> &keychainAnswers)
{
    if (keychainAnswers)
        return *m_keychain;
    if (!m_memory) {
        // One sentence, with the reason in it.
        qCWarning(logging::store).noquote() << "no keychain answers, so secrets are kept in memory for this run:"
                                            << keychainAnswers.error().detail.simplified();
        m_memory = std::make_unique<MemorySecretStore>();
        Q_EMIT lastingChanged();
    }
    return *m_memory;
}

template <typename T>
Future<T> FallbackSecretStore::whenChosen(Call<T> call)
{
    if (!m_probe)
        m_probe = m_keychain->answers();
    const PendingResult<T> pending(this);
    whenDone(*m_probe, this, [this, pending, call = std::move(call)](const Result<void> &answers) {
        const Future<T> called = call(choose(answers));
        forwardCancel(pending.future(), called, this);
        whenDone(called, this, [pending](Result<T> result) { pending.finish(std::move(result)); });
    });
    return pending.future();
}

Future<QString> FallbackSecretStore::read(const QUuid &connection)
{
    return whenChosen<QString>([connection](SecretStore &secrets) { return secrets.read(connection); });
}

Future<void> FallbackSecretStore::write(const QUuid &connection, const QString &secret)
{
    return whenChosen<void>([connection, secret](SecretStore &secrets) { return secrets.write(connection, secret); });
}

Future<void> FallbackSecretStore::remove(const QUuid &connection)
{
    return whenChosen<void>([connection](SecretStore &secrets) { return secrets.remove(connection); });
}

bool FallbackSecretStore::isLasting() const
{
    return m_memory == nullptr;
}

} // namespace gatehouse
