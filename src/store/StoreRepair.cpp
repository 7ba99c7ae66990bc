// SPDX-License-Identifier: Apache-2.0
#include "store/StoreRepair.h"

#include "base/Logging.h"
#include "database/Migrations.h"
#include "database/Salvage.h"
#include "store/ConnectionTable.h"
#include "store/Schema.h"
#include "store/StoreUse.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <filesystem>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

const QString writeAheadLog = u"-wal"_s;
const QString sharedMemory = u"-shm"_s;

tl::unexpected<Error> cannotRepair(const QString &file, const QString &detail)
{
    return failure(
        ErrorKind::Storage,
        QCoreApplication::translate("Store", "The database %1 is damaged, and no new one could be put in its place.")
            .arg(file),
        detail);
}

/// A name beside the file that nothing has yet: "gatehouse.sqlite.damaged-20260301T120000Z".
QString nameAside(const QString &file)
{
    const QString name = file + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'hhmmss'Z'"_s);
    QString free = name;
    for (int count = 2; QFileInfo::exists(free); ++count)
        free = name + u'-' + QString::number(count);
    return free;
}

bool copyAside(const QString &file, const QString &aside)
{
    const QString log = file + writeAheadLog;
    return QFile::copy(file, aside) && (!QFileInfo::exists(log) || QFile::copy(log, aside + writeAheadLog));
}

void removeDatabase(const QString &file)
{
    for (const QString &part : QStringList{file, file + writeAheadLog, file + sharedMemory})
        QFile::remove(part);
}

/// A new database in `fresh`, with what can be read of `damaged`. Gives how many connections these are.
Result<int> buildAnew(const QString &fresh, const QString &damaged)
{
    const auto database = Database::open(fresh);
    if (!database)
        return failure(database.error());
    const QList<Migration> migrations = storeMigrations();
    const int told = damagedSchemaVersion(damaged);
    // Its rows fit the tables of its own version.
    const auto version = told > 0 && told <= migrations.size() ? told : migrations.size();
    return migrate(*database, migrations.first(version))
        .and_then([&] { return salvage(damaged, *database); })
        .and_then([&](int) { return migrate(*database, migrations); })
        .and_then([&] { return ConnectionTable(*database).all(); })
        .map([](const std::vector<ConnectionRecord> &connections) { return int(connections.size()); });
}

/// No log of the old file may be taken for one of the new.
Result<void> putInPlace(const QString &fresh, const QString &file)
{
    QFile::remove(file + writeAheadLog);
    QFile::remove(file + sharedMemory);
    std::error_code problem;
    std::filesystem::rename(fresh.toStdString(), file.toStdString(), problem);
    if (problem)
        return cannotRepair(file, QString::fromStdString(problem.message()));
    return {};
}

} // namespace

QString describe(const StoreRepair &repair)
{
    const QString kept = QCoreApplication::translate("Store", "%n connections could be read and are there again.",
                                                     nullptr, repair.connections);
    if (repair.setAside.isEmpty())
        return QCoreApplication::translate("Store", "The database of this computer was found empty, so Gatehouse has "
                                                    "begun a new one. The lists at the services are not touched.");
    return QCoreApplication::translate("Store",
                                       "The database of this computer was damaged. It was set aside as %1, and a new "
                                       "one was begun from what could be read. The lists at the services are not "
                                       "touched.")
               .arg(repair.setAside) +
           u' ' + kept;
}

Result<StoreRepair> repairStore(const QString &file)
{
    // Many may wait here, each of which looks at the whole file; the lock of one that has died does not count.
    constexpr int patience = 60'000; // milliseconds
    QLockFile lock(file + u".lock"_s);
    lock.setStaleLockTime(0); // a repair may take its time: as long as its process lives, it goes on
    if (!lock.tryLock(patience))
        return cannotRepair(file, u"another program is at it"_s);
    if (!isDamaged(file))
        return StoreRepair(); // by now
    // Others that find the damage at the same moment have no use of it, and wait for the lock above.
    const auto use = StoreUse::alone(file, std::chrono::seconds(2));
    if (!use)
        return cannotRepair(file, u"another program has it open, or its folder cannot be written"_s);
    StoreRepair repair{nameAside(file), 0};
    if (!copyAside(file, repair.setAside)) {
        removeDatabase(repair.setAside);
        return cannotRepair(file, u"it cannot be copied to "_s + repair.setAside);
    }
    const QString fresh = file + u".new"_s;
    removeDatabase(fresh);
    const auto connections = buildAnew(fresh, repair.setAside);
    const auto placed = connections ? putInPlace(fresh, file) : failure(connections.error());
    if (!placed) {
        removeDatabase(fresh);
        removeDatabase(repair.setAside);
        return cannotRepair(file, placed.error().message + u'\n' + placed.error().detail);
    }
    QFile::remove(repair.setAside + sharedMemory);
    repair.connections = *connections;
    qCWarning(logging::store) << "the database was damaged and is set aside as" << repair.setAside;
    return repair;
}

} // namespace gatehouse
