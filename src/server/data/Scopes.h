// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace gatehouse {
class Database;
}

namespace gatehouse::server {

enum class ScopeKind {
    Organization, ///< of Astro
    Workspace,    ///< of Cortex; there is one
    Environment,  ///< of Quave Cloud
    ApiKey,       ///< of bitbybit
};

/// The name in the database and on the command line: "organization", "workspace", "environment", "api-key".
[[nodiscard]] QString scopeKindName(ScopeKind kind);
[[nodiscard]] std::optional<ScopeKind> scopeKindOf(const QString &name);

/// What has an allowlist of its own.
struct Scope
{
    qint64 number = 0; ///< the row, by which entries and deploys refer to it
    ScopeKind kind = ScopeKind::Organization;
    QString id;          ///< unique within its kind
    QString name;        ///< of an environment: its envName, unique among environments
    QString secret;      ///< of an API key: its own; empty otherwise
    QDateTime createdAt; ///< 1970 for a scope that was made when this was not recorded
    bool operator==(const Scope &) const = default;
};

/// In the order in which they were added.
[[nodiscard]] Result<QList<Scope>> allScopes(const Database &database);
[[nodiscard]] Result<std::optional<Scope>> scopeById(const Database &database, ScopeKind kind, const QString &id);
[[nodiscard]] Result<std::optional<Scope>> scopeByName(const Database &database, ScopeKind kind, const QString &name);

/// Adds a scope; `name` is the id when empty; an API key gets a new secret. ErrorKind::InvalidInput, with a sentence,
/// for an id or name that is taken or cannot be used (blanks, control characters, too long), and for a workspace.
[[nodiscard]] Result<Scope> addScope(const Database &database, ScopeKind kind, const QString &id, const QString &name);

/// Stores a scope as it is, but for its number, which the database gives and which is the answer. The caller has seen
/// that id and name are free.
[[nodiscard]] Result<qint64> insertScope(const Database &database, const Scope &scope);

/// The number of the API key that has this secret; nullopt when none has it. Takes the same time in either case.
[[nodiscard]] Result<std::optional<qint64>> apiKeyWithSecret(const Database &database, const QByteArray &secret);

} // namespace gatehouse::server
