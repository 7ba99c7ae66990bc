// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/Database.h"
#include "database/ServerAddress.h"
#include "server/data/ServiceDatabase.h"
#include "support/PostgreSqlServer.h"

#include <cstdlib>
#include <utility>

namespace gatehouse::server::test {

/// One database of PostgreSQL for a whole test program: made once, since that takes long, and emptied for each test.
class PostgreSqlPlace final
{
public:
    /// The program ends, as skipped, where PostgreSQL cannot be had.
    PostgreSqlPlace()
    {
        constexpr int skipped = 77;
        if (const auto problem = m_server.start(); !problem.isEmpty()) {
            qWarning().noquote() << "SKIPPED:" << problem;
            std::exit(skipped);
        }
        m_url = m_server.newDatabase();
        if (const auto database = openServiceDatabase(m_url))
            m_shape = shapeOf(*database);
    }

    /// Its address; there is nothing in it.
    [[nodiscard]] QString emptied() const
    {
        const auto address = ServerAddress::parse(m_url);
        const auto database = address ? Database::open(*address) : failure(address.error());
        // What has its tables still keeps them: making them is what takes the time.
        if (!database || !(shapeOf(*database) == m_shape ? clear(*database) : makeNew(*database)))
            qFatal("the database cannot be emptied");
        return m_url;
    }

private:
    using Shape = std::pair<int, QString>; ///< version; names of tables and columns

    static Shape shapeOf(const Database &database)
    {
        const auto names = database.first(
            QStringLiteral("SELECT string_agg(table_name || '.' || column_name, ' ' ORDER BY table_name, column_name) "
                           "FROM information_schema.columns WHERE table_schema = 'public'"),
            {}, [](const Statement &row) { return row.text(0); });
        return {database.schemaVersion().value_or(-1), names ? names->value_or(QString()) : QString()};
    }

    static bool clear(const Database &database)
    {
        return database
            .execute(QStringLiteral("DO $$ DECLARE name TEXT; BEGIN "
                                    "FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
                                    "AND tablename <> 'schema_version' LOOP EXECUTE 'DELETE FROM ' || name; END LOOP; "
                                    "FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' "
                                    "LOOP PERFORM setval(name::regclass, 1, false); END LOOP; END $$"))
            .has_value();
    }

    static bool makeNew(const Database &database)
    {
        return database.execute(QStringLiteral("DROP SCHEMA public CASCADE")) &&
               database.execute(QStringLiteral("CREATE SCHEMA public"));
    }

    gatehouse::test::PostgreSqlServer m_server;
    QString m_url;
    Shape m_shape;
};

} // namespace gatehouse::server::test
