// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <QObject>
#include <QString>
#include <QUuid>

namespace gatehouse {

/// Where secrets are. Nothing else ever holds one beyond the moment of its use.
///
/// Lives in the program's main thread and never blocks it; a call may take as long as the user takes to unlock a
/// keychain. The futures may be cancelled, which leaves the prompt alone but waits for it no longer.
class SecretStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    using QObject::QObject;

    /// ErrorKind::SecretMissing when none was ever stored, SecretLocked when it is there and cannot be had now.
    [[nodiscard]] virtual Future<QString> read(const QUuid &connection) = 0;
    /// Replaces the one that was there. An empty secret is ErrorKind::InvalidInput.
    [[nodiscard]] virtual Future<void> write(const QUuid &connection, const QString &secret) = 0;
    /// Done also when there was none. SecretLocked when there is one and it cannot be removed now.
    [[nodiscard]] virtual Future<void> remove(const QUuid &connection) = 0;
    /// True: read() gives what the user has given for this connection and this run, and no stored secret.
    [[nodiscard]] virtual bool isOfThisRun(const QUuid & /*connection*/) const { return false; }
    /// False: what is written is forgotten when the program ends, and the window says so.
    [[nodiscard]] virtual bool isLasting() const = 0;

Q_SIGNALS:
    /// isLasting() changed: no secret service answered, so secrets live in memory from now on.
    void lastingChanged();
};

} // namespace gatehouse
