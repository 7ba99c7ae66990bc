// SPDX-License-Identifier: Apache-2.0
#include "database/Database.h"
#include "database/Migrations.h"
#include "support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const Migration first = {u"CREATE TABLE a(x)"_s, u"INSERT INTO a VALUES(1)"_s};
const Migration second = {u"ALTER TABLE a ADD COLUMN y DEFAULT 5"_s};
const Migration broken = {u"CREATE TABLE b(x)"_s, u"INSERT INTO nowhere VALUES(1)"_s};

} // namespace

class MigrationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newFileGetsEveryStep();
    void oldFileGetsPendingStepsAndKeepsItsData();
    void currentFileIsLeftAlone();
    void newerSchemaIsRefusedAndUntouched();
    void failingStepLeavesTheOldVersion();
    void threadsThatMigrateAtOnceDoItOnce();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"x.sqlite"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void MigrationsTest::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Database::open(file());
    QVERIFY(opened);
    m_database = std::make_unique<Database>(std::move(*opened));
}

void MigrationsTest::newFileGetsEveryStep()
{
    QCOMPARE(m_database->schemaVersion(), Result<int>(0));
    QVERIFY(migrate(*m_database, {first, second}));
    QCOMPARE(m_database->schemaVersion(), Result<int>(2));
    QVERIFY(m_database->execute(u"SELECT x, y FROM a"_s));
}

void MigrationsTest::oldFileGetsPendingStepsAndKeepsItsData()
{
    QVERIFY(migrate(*m_database, {first}));
    QVERIFY(m_database->execute(u"INSERT INTO a VALUES(2)"_s));
    QVERIFY(migrate(*m_database, {first, second}));
    const auto sum = m_database->first(u"SELECT sum(x), sum(y) FROM a"_s, {},
                                       [](const Statement &row) { return std::pair(row.integer(0), row.integer(1)); });
    QVERIFY(sum);
    QCOMPARE(sum->value(), (std::pair<qint64, qint64>(3, 10)));
}

void MigrationsTest::currentFileIsLeftAlone()
{
    QVERIFY(migrate(*m_database, {first}));
    // Needs no lock: a program may start while another one writes.
    const auto other = Database::open(file());
    QVERIFY(other && other->execute(u"BEGIN IMMEDIATE"_s));
    const auto impatient = Database::open(file(), std::chrono::milliseconds(0));
    QVERIFY(impatient && migrate(*impatient, {first}));
}

void MigrationsTest::newerSchemaIsRefusedAndUntouched()
{
    QVERIFY(migrate(*m_database, {first, second}));
    const auto refused = migrate(*m_database, {first});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(refused.error().message.contains(file()));
    QVERIFY2(refused.error().message.contains(u"newer"_s), qPrintable(refused.error().message));
    QCOMPARE(m_database->schemaVersion(), Result<int>(2));
}

void MigrationsTest::failingStepLeavesTheOldVersion()
{
    QVERIFY(migrate(*m_database, {first}));
    const auto failed = migrate(*m_database, {first, second, broken});
    QVERIFY(!failed);
    QVERIFY2(failed.error().detail.contains(u"nowhere"_s), qPrintable(failed.error().detail));
    QCOMPARE(m_database->schemaVersion(), Result<int>(1));
    QVERIFY(!m_database->prepare(u"SELECT y FROM a"_s)); // the step before the broken one is undone too
    QVERIFY(!m_database->prepare(u"SELECT x FROM b"_s));
    QVERIFY(migrate(*m_database, {first, second}));
}

void MigrationsTest::threadsThatMigrateAtOnceDoItOnce()
{
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([this, &failures] {
            const auto database = Database::open(file(), std::chrono::seconds(60));
            if (!database || !migrate(*database, {first, second}))
                ++failures;
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    const auto count =
        m_database->first(u"SELECT count(*) FROM a"_s, {}, [](const Statement &row) { return row.integer(0); });
    QVERIFY(count);
    QCOMPARE(count->value(), 1);
}

GATEHOUSE_TEST(MigrationsTest, QCoreApplication)
#include "tst_migrations.moc"
