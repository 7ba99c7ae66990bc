// SPDX-License-Identifier: Apache-2.0
#include "database/Migrations.h"

#include "database/Database.h"
#include "database/Transaction.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

Result<void> runSteps(const Database &database, const QList<Migration> &steps)
{
    for (const auto &step : steps) {
        for (const auto &sql : step) {
            if (const auto done = database.execute(sql); !done)
                return failure(done.error());
        }
    }
    return {};
}

} // namespace

Result<void> migrate(const Database &database, const QList<Migration> &migrations)
{
    // The version is read inside the transaction: another program may be migrating the same file.
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    const auto version = database.schemaVersion();
    if (!version)
        return failure(version.error());
    const auto newest = int(migrations.size());
    if (*version == newest)
        return {};
    if (*version > newest || *version < 0)
        return failure(ErrorKind::Storage,
                       QCoreApplication::translate("Database",
                                                   "%1 was written by a newer version of Gatehouse (its schema is "
                                                   "version %2, this program knows up to %3). Install the newer one.")
                           .arg(database.file())
                           .arg(*version)
                           .arg(newest));
    if (auto done = runSteps(database, migrations.mid(*version)); !done)
        return done;
    if (auto set = database.setSchemaVersion(newest); !set)
        return set;
    return transaction->commit();
}

} // namespace gatehouse
