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

Result<QList<Migration>> pendingSteps(const Database &database, const QList<Migration> &migrations)
{
    const auto version = database.schemaVersion();
    if (!version)
        return failure(version.error());
    const auto newest = int(migrations.size());
    if (*version > newest || *version < 0)
        return failure(ErrorKind::Storage,
                       QCoreApplication::translate("Database",
                                                   "%1 was written by a newer version of Gatehouse (its schema is "
                                                   "version %2, this program knows up to %3). Install the newer one.")
                           .arg(database.file())
                           .arg(*version)
                           .arg(newest));
    return migrations.mid(*version);
}

} // namespace

Result<void> migrate(const Database &database, const QList<Migration> &migrations)
{
    // Asked first without the write lock, which another program may be holding.
    if (const auto pending = pendingSteps(database, migrations); !pending)
        return failure(pending.error());
    else if (pending->isEmpty())
        return {};

    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    // Asked again: while we waited for the lock another program may have migrated.
    const auto pending = pendingSteps(database, migrations);
    if (!pending)
        return failure(pending.error());
    if (auto done = runSteps(database, *pending); !done)
        return done;
    if (auto set = database.setSchemaVersion(int(migrations.size())); !set)
        return set;
    return transaction->commit();
}

} // namespace gatehouse
