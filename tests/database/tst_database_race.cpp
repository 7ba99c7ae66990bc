// SPDX-License-Identifier: Apache-2.0
#include "database/Database.h"
#include "database/Migrations.h"
#include "database/Transaction.h"
#include "support/ManyProcesses.h"
#include "support/Rounds.h"
#include "support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <future>
#include <thread>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int processes = 16;
constexpr int writesEach = 2;
const QList<Migration> steps = {{u"CREATE TABLE a(x)"_s, u"INSERT INTO a VALUES(0)"_s},
                                {u"CREATE TABLE b(x)"_s},
                                {u"ALTER TABLE a ADD COLUMN y DEFAULT 5"_s}};

QString told(const Result<void> &done)
{
    return done ? u"done"_s : done.error().message + u' ' + done.error().detail;
}

/// Reads what it then writes, so that a write that was lost shows.
Result<void> countOn(const Database &database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return failure(transaction.error());
    const auto highest =
        database.first(u"SELECT max(x) FROM a"_s, {}, [](const Statement &row) { return row.integer(0); });
    if (!highest)
        return failure(highest.error());
    if (const auto added = database.execute(u"INSERT INTO a(x) VALUES(?)"_s, {highest->value_or(0) + 1}); !added)
        return failure(added.error());
    return transaction->commit();
}

Result<void> openMigrateAndWrite(const QString &file)
{
    const auto database = Database::open(file, std::chrono::seconds(60));
    if (!database)
        return failure(database.error());
    if (auto migrated = migrate(*database, steps); !migrated)
        return migrated;
    for (int write = 0; write < writesEach; ++write) {
        if (auto counted = countOn(*database); !counted)
            return counted;
        if (const auto alone = database->execute(u"INSERT INTO b VALUES(?)"_s, {write}); !alone)
            return failure(alone.error());
    }
    return {};
}

/// Writes to the file, which has no log yet, for a moment: as a program of another make may, or one that is just making
/// it.
void writeForAMoment(const QString &file, std::promise<bool> isWriting)
{
    constexpr auto moment = std::chrono::milliseconds(100);
    const QString name = u"writer"_s;
    {
        auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setDatabaseName(file);
        isWriting.set_value(connection.open() && QSqlQuery(connection).exec(u"BEGIN IMMEDIATE"_s) &&
                            QSqlQuery(connection).exec(u"CREATE TABLE t(x)"_s));
        std::this_thread::sleep_for(moment);
        QSqlQuery(connection).exec(u"COMMIT"_s);
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

class DatabaseRaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void processesOpenMigrateAndWriteAtOnce();
    void theSwitchToTheLogWaitsForAWriter();
};

void DatabaseRaceTest::processesOpenMigrateAndWriteAtOnce()
{
    for (int round = 0; round < test::raceRounds(2, 200); ++round) {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"x.sqlite"_s);
        const QStringList outcomes =
            test::inManyProcesses(processes, [&file] { return told(openMigrateAndWrite(file)); });
        QCOMPARE(outcomes, QStringList(processes, u"done"_s));
        const auto database = Database::open(file);
        QVERIFY(database);
        const auto counted =
            database->first(u"SELECT count(*), count(DISTINCT x), max(x), (SELECT count(*) FROM b) FROM a"_s, {},
                            [](const Statement &row) {
                                return QList<qint64>{row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
                            });
        constexpr qint64 written = processes * writesEach;
        QVERIFY(counted && *counted);
        QCOMPARE(**counted, (QList<qint64>{written + 1, written + 1, written, written}));
    }
}

/// SQLite refuses it at once, whatever its busy time-out.
void DatabaseRaceTest::theSwitchToTheLogWaitsForAWriter()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"x.sqlite"_s);
    std::promise<bool> begun;
    auto isWriting = begun.get_future();
    std::thread writer(writeForAMoment, file, std::move(begun));
    const bool wasWriting = isWriting.get();
    const auto database = Database::open(file, std::chrono::seconds(60));
    writer.join();
    QVERIFY(wasWriting);
    QVERIFY2(database, qPrintable(database ? QString() : database.error().detail));
    QVERIFY(database->execute(u"INSERT INTO t VALUES(1)"_s));
}

GATEHOUSE_TEST(DatabaseRaceTest, QCoreApplication)
#include "tst_database_race.moc"
