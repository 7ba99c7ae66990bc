// SPDX-License-Identifier: Apache-2.0
#include "server/data/ServiceSchema.h"

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

/// Ranges are kept in canonical form, so that equal text means equal network. Times are milliseconds since 1970 UTC.
Migration firstStep()
{
    return {u"CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
            u"CREATE TABLE scopes("
            "number @serial@, kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, secret TEXT NOT NULL, "
            "UNIQUE(kind, id))"_s,
            u"CREATE UNIQUE INDEX environment_names ON scopes(name) WHERE kind = 'environment'"_s,
            u"CREATE TABLE entries("
            "number @serial@, scope BIGINT NOT NULL REFERENCES scopes(number) ON DELETE CASCADE, "
            "id TEXT NOT NULL, range TEXT NOT NULL, label TEXT NOT NULL, active BIGINT NOT NULL, "
            "lifetime BIGINT, created_at BIGINT NOT NULL, expires_at BIGINT, "
            "UNIQUE(scope, id), UNIQUE(scope, range))"_s,
            u"CREATE INDEX entry_expiry ON entries(expires_at) WHERE expires_at IS NOT NULL"_s,
            u"CREATE TABLE deploys("
            "id @serial@, scope BIGINT NOT NULL REFERENCES scopes(number) ON DELETE CASCADE, "
            "cause TEXT NOT NULL, at BIGINT NOT NULL, status TEXT NOT NULL, list TEXT NOT NULL)"_s,
            u"CREATE INDEX deploys_of_scope ON deploys(scope, id)"_s};
}

/// The workspace of the Cortex API; what the entries of Astro and Cortex hold besides: a range as it was written, and
/// who added it. Scopes of before have no time of their making.
Migration workspaceAndActors()
{
    return {u"ALTER TABLE entries ADD COLUMN spelling TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE entries ADD COLUMN created_by TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE scopes ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0"_s,
            // A new database has no token yet, and gets its scopes together with it.
            u"INSERT INTO scopes(kind, id, name, secret) "
            "SELECT 'workspace', 'local', 'local', '' FROM settings WHERE name = 'token'"_s};
}

/// Where the services that are running deploy to, and how far each is.
Migration deployTargets()
{
    return {u"ALTER TABLE deploys ADD COLUMN reason TEXT NOT NULL DEFAULT ''"_s,
            u"CREATE TABLE deploy_targets("
            "number @serial@, host TEXT NOT NULL, name TEXT NOT NULL, "
            "scope BIGINT NOT NULL REFERENCES scopes(number) ON DELETE CASCADE, "
            "deploy BIGINT NOT NULL, failure TEXT NOT NULL, at BIGINT NOT NULL, UNIQUE(host, name))"_s};
}

/// What only API keys have (a key that was made as a scope alone has no row until it is used), and the log of their
/// use, which outlives the keys.
Migration apiKeysAndUsage()
{
    return {u"CREATE TABLE api_keys("
            "scope BIGINT PRIMARY KEY REFERENCES scopes(number) ON DELETE CASCADE, "
            "description TEXT, environment TEXT, permissions TEXT, expires_at BIGINT, last_used_at BIGINT)"_s,
            u"CREATE TABLE usage_log("
            "id @serial@, at BIGINT NOT NULL, key_id TEXT NOT NULL, key_name TEXT NOT NULL, method TEXT NOT NULL, "
            "path TEXT NOT NULL, status BIGINT NOT NULL, address TEXT NOT NULL, error_code TEXT NOT NULL, "
            "duration_milliseconds BIGINT NOT NULL)"_s,
            u"CREATE INDEX usage_by_time ON usage_log(at, id)"_s};
}

/// See UsageRing: 0 was served, 1 refused. What was logged before counts as served.
Migration usageRings()
{
    return {u"ALTER TABLE usage_log ADD COLUMN ring BIGINT NOT NULL DEFAULT 0"_s,
            u"CREATE INDEX usage_by_ring ON usage_log(ring, id)"_s};
}

} // namespace

QList<Migration> serviceMigrations()
{
    return {firstStep(), workspaceAndActors(), deployTargets(), apiKeysAndUsage(), usageRings()};
}

} // namespace gatehouse::server
