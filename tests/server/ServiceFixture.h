// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "PostgreSqlPlace.h"
#include "database/Database.h"
#include "database/Transaction.h"
#include "server/data/Entries.h"
#include "server/data/Scopes.h"
#include "server/data/ServiceDatabase.h"
#include "support/ManualClock.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace gatehouse::server::test {

/// Where a service may keep its data: `folder`, or a database of PostgreSQL when GATEHOUSE_TEST_POSTGRESQL is set.
inline QString placeFor(const QTemporaryDir &folder)
{
    if (!qEnvironmentVariableIsSet("GATEHOUSE_TEST_POSTGRESQL"))
        return folder.path();
    static const PostgreSqlPlace place;
    return place.emptied();
}

/// A service's data with its database open, and a clock that stands.
class ServiceFixture
{
public:
    ServiceFixture()
        : m_place(placeFor(folder))
    {
        auto database = openServiceDatabase(m_place);
        if (!database)
            qFatal("%s", qPrintable(database.error().detail));
        m_database = std::make_unique<Database>(std::move(*database));
    }

    [[nodiscard]] const Database &database() const { return *m_database; }
    /// What openServiceDatabase() takes.
    [[nodiscard]] const QString &place() const { return m_place; }

    [[nodiscard]] Scope scope(ScopeKind kind, const QString &id = QStringLiteral("local")) const
    {
        const auto found = scopeById(*m_database, kind, id);
        return found && *found ? **found : Scope();
    }

    [[nodiscard]] qint64 environment() const { return scope(ScopeKind::Environment).number; }

    [[nodiscard]] StoredEntry entry(const char *range, const QDateTime &expiresAt = {}) const
    {
        StoredEntry entry;
        entry.id = QString::fromLatin1(range);
        entry.range = *IpRange::parse(range);
        entry.createdAt = clock.now();
        entry.expiresAt = expiresAt;
        return entry;
    }

    /// Whether the list was changed; nullopt when that failed.
    std::optional<bool> replace(qint64 scope, const QList<StoredEntry> &entries)
    {
        auto transaction = Transaction::begin(*m_database);
        const auto changed = replaceEntries(*m_database, scope, entries, clock.now());
        if (!transaction || !changed || !transaction->commit())
            return std::nullopt;
        return *changed;
    }

    [[nodiscard]] QList<StoredEntry> entries(qint64 scope) const
    {
        return entriesOf(*m_database, scope).value_or(QList<StoredEntry>());
    }

    [[nodiscard]] QStringList ranges(qint64 scope) const
    {
        QStringList texts;
        for (const auto &each : entries(scope))
            texts.append(shortText(each.range));
        return texts;
    }

    QTemporaryDir folder; ///< for files
    gatehouse::test::ManualClock clock;

private:
    QString m_place;
    std::unique_ptr<Database> m_database;
};

} // namespace gatehouse::server::test
