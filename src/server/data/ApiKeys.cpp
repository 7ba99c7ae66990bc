// SPDX-License-Identifier: Apache-2.0
#include "server/data/ApiKeys.h"

#include "database/Database.h"
#include "server/data/Secret.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

const auto live = u"LIVE"_s;
const auto test = u"TEST"_s;

QString keysWhere(const QString &condition)
{
    return u"SELECT s.number, s.id, s.name, s.secret, s.created_at, "
           "k.description, k.environment, k.permissions, k.expires_at, k.last_used_at, "
           "(SELECT max(at) FROM deploys d WHERE d.scope = s.number), "
           "(SELECT count(*) FROM entries e WHERE e.scope = s.number) "
           "FROM scopes s LEFT JOIN api_keys k ON k.scope = s.number WHERE s.kind = ? %1 ORDER BY s.number"_s.arg(
               condition);
}

ApiKey apiKeyOf(const Statement &row)
{
    ApiKey key;
    key.scope = {row.integer(0), ScopeKind::ApiKey, row.text(1), row.text(2), row.text(3), row.time(4)};
    key.description = row.text(5);
    key.isTest = row.text(6) == test;
    if (!row.isNull(7))
        key.permissions = row.text(7).split(u' ', Qt::SkipEmptyParts);
    key.expiresAt = row.time(8);
    key.lastUsedAt = row.time(9);
    key.listChangedAt = row.time(10);
    key.entryCount = row.integer(11);
    return key;
}

QVariantList keysAnd(const QVariant &value)
{
    return {scopeKindName(ScopeKind::ApiKey), value};
}

Result<std::optional<ApiKey>> apiKeyByNumber(const Database &database, qint64 number)
{
    return database.first(keysWhere(u"AND s.number = ?"_s), keysAnd(number), apiKeyOf);
}

} // namespace

QStringList apiKeyPermissions()
{
    return {u"customers:READ"_s, u"customers:WRITE"_s, u"customers:DELETE"_s, u"orders:READ"_s,   u"orders:WRITE"_s,
            u"products:READ"_s,  u"products:WRITE"_s,  u"products:DELETE"_s,  u"messages:READ"_s, u"messages:WRITE"_s};
}

Result<QList<ApiKey>> allApiKeys(const Database &database)
{
    return database.rows(keysWhere({}), {scopeKindName(ScopeKind::ApiKey)}, apiKeyOf);
}

Result<std::optional<ApiKey>> apiKeyById(const Database &database, const QString &id)
{
    return database.first(keysWhere(u"AND s.id = ?"_s), keysAnd(id), apiKeyOf);
}

Result<std::optional<ApiKey>> apiKeyBySecret(const Database &database, const QByteArray &secret)
{
    const auto number = apiKeyWithSecret(database, secret);
    if (!number)
        return failure(number.error());
    if (!*number)
        return std::nullopt;
    return apiKeyByNumber(database, **number);
}

Result<ApiKey> addApiKey(const Database &database, const ApiKey &wanted, const QList<StoredEntry> &entries,
                         const QDateTime &now)
{
    const Scope scope{0,  ScopeKind::ApiKey, u"key_"_s + newId(), wanted.scope.name, newApiKeySecret(wanted.isTest),
                      now};
    const auto number = insertScope(database, scope);
    if (!number)
        return failure(number.error());
    const auto added = database.execute(
        u"INSERT INTO api_keys(scope, description, environment, permissions, expires_at) VALUES(?, ?, ?, ?, ?)"_s,
        {*number, wanted.description, wanted.isTest ? test : live, wanted.permissions.join(u' '),
         sqlTime(wanted.expiresAt)});
    if (!added)
        return failure(added.error());
    if (auto done = addEntries(database, *number, entries, now); !done)
        return failure(std::move(done.error()));
    return apiKeyByNumber(database, *number).map([](const std::optional<ApiKey> &key) {
        return key.value_or(ApiKey());
    });
}

Result<void> markUsed(const Database &database, const ApiKey &key, const QDateTime &now)
{
    return database
        .execute(u"INSERT INTO api_keys(scope, last_used_at) VALUES(?, ?) "
                 "ON CONFLICT(scope) DO UPDATE SET last_used_at = excluded.last_used_at"_s,
                 {key.scope.number, sqlTime(now)})
        .map([](int) {});
}

} // namespace gatehouse::server
