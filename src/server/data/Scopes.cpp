// SPDX-License-Identifier: Apache-2.0
#include "server/data/Scopes.h"

#include "database/Database.h"
#include "database/Transaction.h"
#include "server/data/Secret.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kinds = {ScopeKind::Organization, ScopeKind::Workspace, ScopeKind::Environment, ScopeKind::ApiKey};
constexpr qsizetype longestScopeText = 200;
const auto scopeColumns = u"SELECT number, kind, id, name, secret, created_at FROM scopes "_s;

Scope scopeOf(const Statement &row)
{
    return {row.integer(0), scopeKindOf(row.text(1)).value_or(ScopeKind::Organization),
            row.text(2),    row.text(3),
            row.text(4),    row.time(5)};
}

bool isPrintable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
}

/// Ids stand in addresses and on command lines.
bool canBeId(const QString &id)
{
    return !id.isEmpty() && id.size() <= longestScopeText && isPrintable(id) && !id.contains(u' ') &&
           !id.contains(u'/');
}

tl::unexpected<Error> refused(const char *sentence, const QString &text)
{
    return failure(ErrorKind::InvalidInput, QCoreApplication::translate("Scopes", sentence).arg(text));
}

Result<void> checkFree(const Database &database, ScopeKind kind, const QString &id, const QString &name)
{
    const auto sameId = scopeById(database, kind, id);
    if (!sameId)
        return failure(sameId.error());
    if (*sameId)
        return refused(QT_TRANSLATE_NOOP("Scopes", "There is a scope %1 of this kind already."), id);
    if (kind != ScopeKind::Environment)
        return {};
    const auto sameName = scopeByName(database, kind, name);
    if (!sameName)
        return failure(sameName.error());
    if (*sameName)
        return refused(QT_TRANSLATE_NOOP("Scopes", "Another environment is named %1 already."), name);
    return {};
}

} // namespace

QString scopeKindName(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::Organization:
        return u"organization"_s;
    case ScopeKind::Workspace:
        return u"workspace"_s;
    case ScopeKind::Environment:
        return u"environment"_s;
    case ScopeKind::ApiKey:
        return u"api-key"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ScopeKind> scopeKindOf(const QString &name)
{
    const auto *found =
        std::find_if(kinds.begin(), kinds.end(), [&](auto kind) { return scopeKindName(kind) == name; });
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

Result<QList<Scope>> allScopes(const Database &database)
{
    return database.rows(scopeColumns + u"ORDER BY number"_s, {}, scopeOf);
}

Result<std::optional<Scope>> scopeById(const Database &database, ScopeKind kind, const QString &id)
{
    return database.first(scopeColumns + u"WHERE kind = ? AND id = ?"_s, {scopeKindName(kind), id}, scopeOf);
}

Result<std::optional<Scope>> scopeByName(const Database &database, ScopeKind kind, const QString &name)
{
    return database.first(scopeColumns + u"WHERE kind = ? AND name = ?"_s, {scopeKindName(kind), name}, scopeOf);
}

Result<Scope> addScope(const Database &database, ScopeKind kind, const QString &id, const QString &name)
{
    if (kind == ScopeKind::Workspace)
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("Scopes", "There is one workspace; another cannot be added."));
    Scope scope{0,
                kind,
                id,
                name.isEmpty() ? id : name,
                kind == ScopeKind::ApiKey ? newApiKeySecret(false) : QString(),
                QDateTime::currentDateTimeUtc()};
    if (!canBeId(scope.id))
        return refused(QT_TRANSLATE_NOOP("Scopes", "“%1” cannot be an id: use 1 to 200 visible characters without "
                                                   "blanks and slashes."),
                       scope.id);
    if (scope.name.size() > longestScopeText || !isPrintable(scope.name))
        return refused(QT_TRANSLATE_NOOP("Scopes", "“%1” cannot be a name: use up to 200 visible characters."),
                       scope.name);
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    if (auto free = checkFree(database, kind, scope.id, scope.name); !free)
        return failure(std::move(free.error()));
    const auto number = insertScope(database, scope);
    if (!number)
        return failure(number.error());
    scope.number = *number;
    if (auto done = transaction->commit(); !done)
        return failure(std::move(done.error()));
    return scope;
}

Result<qint64> insertScope(const Database &database, const Scope &scope)
{
    return database
        .first(u"INSERT INTO scopes(kind, id, name, secret, created_at) VALUES(?, ?, ?, ?, ?) RETURNING number"_s,
               {scopeKindName(scope.kind), scope.id, scope.name, scope.secret, sqlTime(scope.createdAt)},
               [](const Statement &row) { return row.integer(0); })
        .map([](const std::optional<qint64> &number) { return number.value_or(0); });
}

Result<std::optional<qint64>> apiKeyWithSecret(const Database &database, const QByteArray &secret)
{
    struct Key
    {
        qint64 number;
        QByteArray secret;
    };
    return database
        .rows(u"SELECT number, secret FROM scopes WHERE kind = ?"_s, {scopeKindName(ScopeKind::ApiKey)},
              [](const Statement &row) {
                  return Key{row.integer(0), row.text(1).toUtf8()};
              })
        .map([&](const QList<Key> &keys) {
            std::optional<qint64> found;
            for (const auto &key : keys) { // all of them, for the time it takes
                if (equalSecrets(key.secret, secret))
                    found = key.number;
            }
            return found;
        });
}

} // namespace gatehouse::server
