// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "server/data/Entries.h"
#include "server/data/Scopes.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace gatehouse::server {

/// What an API key may do, in the vendor's words: "customers:READ" … All that its documentation lists.
[[nodiscard]] QStringList apiKeyPermissions();

/// A scope of ScopeKind::ApiKey with what only keys have. One that was made on the command line has no description, is
/// for live data, may do everything and never ends.
struct ApiKey
{
    Scope scope;
    QString description;
    bool isTest = false;
    QStringList permissions = apiKeyPermissions();
    QDateTime expiresAt;     ///< invalid: never
    QDateTime lastUsedAt;    ///< invalid: not yet
    QDateTime listChangedAt; ///< invalid: not yet
    qint64 entryCount = 0;

    [[nodiscard]] bool isExpired(const QDateTime &now) const { return expiresAt.isValid() && expiresAt <= now; }
};

/// All of them, in the order in which they were made.
[[nodiscard]] Result<QList<ApiKey>> allApiKeys(const Database &database);
[[nodiscard]] Result<std::optional<ApiKey>> apiKeyById(const Database &database, const QString &id);
[[nodiscard]] Result<std::optional<ApiKey>> apiKeyBySecret(const Database &database, const QByteArray &secret);

/// Adds a key with a new id and a new secret, and `entries` as its list. Of `wanted` count the scope's name, the
/// description, whether it is a test key, the permissions and the end. The caller holds the transaction. Answers the
/// key as it is stored.
[[nodiscard]] Result<ApiKey> addApiKey(const Database &database, const ApiKey &wanted,
                                       const QList<StoredEntry> &entries, const QDateTime &now);

/// Remembers `now` as the key's last use.
[[nodiscard]] Result<void> markUsed(const Database &database, const ApiKey &key, const QDateTime &now);

} // namespace gatehouse::server
