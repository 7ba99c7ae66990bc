// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QUuid>

namespace gatehouse {

/// Where secrets are. Nothing else ever holds one beyond the moment of its use.
class SecretStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    using QObject::QObject;

    /// ErrorKind::SecretMissing when none was ever stored, SecretLocked when it is there and cannot be had now.
    [[nodiscard]] virtual Future<QString> read(const QUuid &connection) = 0;
    [[nodiscard]] virtual Future<void> write(const QUuid &connection, const QString &secret) = 0;
    /// Done also when there was none.
    [[nodiscard]] virtual Future<void> remove(const QUuid &connection) = 0;
    /// False: what is written is forgotten when the program ends, and the window says so.
    [[nodiscard]] virtual bool isLasting() const = 0;

Q_SIGNALS:
    /// isLasting() changed: no secret service answered, so secrets live in memory from now on.
    void lastingChanged();
};

} // namespace gatehouse
