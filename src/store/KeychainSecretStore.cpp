// SPDX-License-Identifier: Apache-2.0
#include "store/KeychainSecretStore.h"

#include "store/PendingResult.h"
#include "store/SecretErrors.h"
#include "store/Store.h"

#include <qt6keychain/keychain.h>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

const auto serviceName = u"Gatehouse"_s;

} // namespace

KeychainSecretStore::KeychainSecretStore(QString homeId, Store &marks, QObject *parent)
    : SecretStore(parent)
    , m_homeId(std::move(homeId))
    , m_marks(marks)
{}

QString KeychainSecretStore::itemOf(const QUuid &connection) const
{
    return u"%1/%2"_s.arg(m_homeId, connection.toString(QUuid::WithoutBraces));
}

/// The job has no parent: its backend calls back into it, so it must live until then and deletes itself. When this
/// store dies first, `finished` is dropped, and the futures it would have finished are cancelled.
void KeychainSecretStore::start(QKeychain::Job *job, const QString &item, std::function<void()> finished)
{
    job->setKey(item);
    connect(job, &QKeychain::Job::finished, this, std::move(finished));
    job->start();
}

Future<void> KeychainSecretStore::answers()
{
    const PendingResult<void> pending(this);
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    start(job, u"%1/probe"_s.arg(m_homeId), [job, pending] {
        // Reading what was never stored can only fail with "other" when nobody is there to ask; the texts that come
        // with it are translated, and no base to decide on.
        const auto error = job->error();
        const bool nobodyIsThere = error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented ||
                                   error == QKeychain::OtherError;
        pending.finish(nobodyIsThere ? failure(secretLocked(job->errorString())) : Result<void>());
    });
    return pending.future();
}

Future<QString> KeychainSecretStore::read(const QUuid &connection)
{
    const PendingResult<QString> pending(this);
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    start(job, itemOf(connection), [this, job, connection, pending] {
        if (job->error() == QKeychain::NoError && !job->textData().isEmpty())
            return pending.finish(job->textData());
        if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
            return pending.finish(failure(secretLocked(job->errorString())));
        whenDone(m_marks.hasSecretMark(connection), this, [pending](const Result<bool> &marked) {
            if (!marked)
                return pending.finish(failure(marked.error()));
            pending.finish(failure(*marked ? secretLocked({}) : secretMissing()));
        });
    });
    return pending.future();
}

Future<void> KeychainSecretStore::write(const QUuid &connection, const QString &secret)
{
    if (secret.isEmpty())
        return readyFailure<void>(emptySecret());
    const PendingResult<void> pending(this);
    whenDone(put(connection, secret), this, [this, connection, pending](const Result<void> &written) {
        if (!written)
            return pending.finish(written);
        whenDone(m_marks.setSecretMark(connection, true), this,
                 [pending](const Result<void> &marked) { pending.finish(marked); });
    });
    return pending.future();
}

Future<void> KeychainSecretStore::remove(const QUuid &connection)
{
    const PendingResult<void> pending(this);
    const auto finish = [pending](const Result<void> &done) { pending.finish(done); };
    const auto unmark = [this, connection, pending, finish](const Result<void> &erased) {
        if (!erased)
            return pending.finish(erased);
        whenDone(m_marks.setSecretMark(connection, false), this, finish);
    };
    const auto eraseOverwritten = [this, connection, pending, unmark](const Result<void> &overwritten) {
        if (!overwritten)
            return pending.finish(overwritten);
        whenDone(erase(connection), this, unmark);
    };
    whenDone(m_marks.hasSecretMark(connection), this,
             [this, connection, pending, finish, eraseOverwritten](const Result<bool> &marked) {
                 if (!marked)
                     return pending.finish(failure(marked.error()));
                 if (*marked)
                     whenDone(put(connection, {}), this, eraseOverwritten);
                 else
                     whenDone(erase(connection), this, finish);
             });
    return pending.future();
}

Future<void> KeychainSecretStore::put(const QUuid &connection, const QString &secret)
{
    const PendingResult<void> pending(this);
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setTextData(secret); // never binary data: the two under one name hide each other
    start(job, itemOf(connection), [job, pending] {
        const bool done = job->error() == QKeychain::NoError;
        pending.finish(done ? Result<void>() : failure(secretLocked(job->errorString())));
    });
    return pending.future();
}

Future<void> KeychainSecretStore::erase(const QUuid &connection)
{
    const PendingResult<void> pending(this);
    auto *job = new QKeychain::DeletePasswordJob(serviceName);
    start(job, itemOf(connection), [job, pending] {
        const bool done = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        pending.finish(done ? Result<void>() : failure(secretLocked(job->errorString())));
    });
    return pending.future();
}

} // namespace gatehouse
