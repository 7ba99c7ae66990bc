// SPDX-License-Identifier: Apache-2.0
#include "database/Database.h"
#include "database/Transaction.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QString firstText(const Database &database, const QString &sql)
{
    const auto text = database.first(sql, {}, [](const Statement &row) { return row.text(0); });
    return text ? text->value_or(u"(no row)"_s) : u"error: "_s + text.error().detail;
}

} // namespace

class DatabaseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void usesTheWriteAheadLogForeignKeysAndFullSync();
    void newFileIsPrivate();
    void cannotOpen_data();
    void cannotOpen();
    void errorsNameStatementAndReasonButNoValue();
    void bindsEveryKindOfValue();
    void reusesAPreparedStatement();
    void readerSeesAllRowsOrTheFirst();
    void uncommittedIsRolledBack();
    void committedIsSeenByAnotherConnection();
    void failedStatementInTransactionLeavesNothing();
    void secondWriterWaitsAndThenFails();
    void manyThreadsOpenAndWriteAtOnce();
    void movedConnectionIsClosedOnce();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"x.sqlite"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DatabaseTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void DatabaseTest::usesTheWriteAheadLogForeignKeysAndFullSync()
{
    const auto database = Database::open(file());
    QVERIFY(database);
    QCOMPARE(firstText(*database, u"PRAGMA journal_mode"_s), u"wal"_s);
    QCOMPARE(firstText(*database, u"PRAGMA foreign_keys"_s), u"1"_s);
    QCOMPARE(firstText(*database, u"PRAGMA synchronous"_s), u"2"_s);
    QCOMPARE(firstText(*database, u"PRAGMA busy_timeout"_s), u"5000"_s);
}

void DatabaseTest::newFileIsPrivate()
{
    const auto database = Database::open(file());
    QVERIFY(database);
    QVERIFY(database->execute(u"CREATE TABLE t(x)"_s));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const auto &name : {u"x.sqlite"_s, u"x.sqlite-wal"_s, u"x.sqlite-shm"_s}) {
        const QFileInfo info(m_folder->filePath(name));
        QVERIFY2(info.exists(), qPrintable(name));
        QVERIFY2((info.permissions() & others) == QFile::Permissions(), qPrintable(name));
    }
}

void DatabaseTest::cannotOpen_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder missing") << u"nowhere/x.sqlite"_s;
    QTest::newRow("is a folder") << u"folder"_s;
    QTest::newRow("not a database") << u"text.sqlite"_s;
    QTest::newRow("link to a file") << u"link.sqlite"_s;
    QTest::newRow("link to nothing") << u"dangling.sqlite"_s;
}

void DatabaseTest::cannotOpen()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QFile text(m_folder->filePath(u"text.sqlite"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(4096, 'x'));
    text.close();
    QVERIFY(QFile::link(m_folder->filePath(u"empty"_s), m_folder->filePath(u"link.sqlite"_s)));
    QVERIFY(QFile(m_folder->filePath(u"empty"_s)).open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(m_folder->filePath(u"nothing"_s), m_folder->filePath(u"dangling.sqlite"_s)));

    const auto database = Database::open(m_folder->filePath(name));
    QVERIFY(!database);
    QCOMPARE(database.error().kind, ErrorKind::Storage);
    QVERIFY2(database.error().message.contains(name), qPrintable(database.error().message));
    QVERIFY(!database.error().detail.isEmpty());
    QVERIFY(!QFile::exists(m_folder->filePath(u"nothing"_s)));
    QCOMPARE(QFileInfo(m_folder->filePath(u"empty"_s)).size(), 0);
}

void DatabaseTest::errorsNameStatementAndReasonButNoValue()
{
    const auto database = Database::open(file());
    QVERIFY(database);
    QVERIFY(database->execute(u"CREATE TABLE t(x UNIQUE)"_s));
    QVERIFY(database->execute(u"INSERT INTO t VALUES(?)"_s, {u"hunter2"_s}));
    const auto twice = database->execute(u"INSERT INTO t VALUES(?)"_s, {u"hunter2"_s});
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::Storage);
    QVERIFY(twice.error().detail.contains(u"INSERT INTO t"_s));
    QVERIFY(twice.error().detail.contains(u"UNIQUE constraint failed: t.x"_s));
    QVERIFY(twice.error().detail.contains(file()));
    QVERIFY(!twice.error().detail.contains(u"hunter2"_s));

    const auto nonsense = database->prepare(u"SELEKT 1"_s);
    QVERIFY(!nonsense);
    QVERIFY2(nonsense.error().detail.contains(u"syntax error"_s), qPrintable(nonsense.error().detail));
    QVERIFY(!database->execute(u"INSERT INTO t VALUES(?)"_s));      // a value too few
    QVERIFY(!database->execute(u"INSERT INTO t VALUES(1)"_s, {1})); // one too many
}

void DatabaseTest::bindsEveryKindOfValue()
{
    const auto database = Database::open(file());
    QVERIFY(database);
    QVERIFY(database->execute(u"CREATE TABLE t(a TEXT NOT NULL, b, c, d, e, f)"_s));
    const auto now = QDateTime::fromMSecsSinceEpoch(1'772'000'000'123, Qt::UTC);
    QVERIFY(database->execute(u"INSERT INTO t VALUES(?,?,?,?,?,?)"_s,
                              {QString(), QVariant(), sqlTime(now), QByteArray("\0x", 2), true, sqlTime({})}));
    auto row = database->query(u"SELECT * FROM t"_s);
    QVERIFY(row && row->next().value_or(false));
    QVERIFY(!row->isNull(0));
    QCOMPARE(row->text(0), QString());
    QVERIFY(row->isNull(1));
    QCOMPARE(row->time(2), now);
    QCOMPARE(row->time(2).timeSpec(), Qt::UTC);
    QCOMPARE(row->bytes(3), QByteArray("\0x", 2));
    QVERIFY(row->boolean(4));
    QVERIFY(!row->time(5).isValid());
    QCOMPARE(row->next(), Result<bool>(false));
}

void DatabaseTest::reusesAPreparedStatement()
{
    const auto database = Database::open(file());
    QVERIFY(database && database->execute(u"CREATE TABLE t(id INTEGER PRIMARY KEY, x)"_s));
    auto insert = database->prepare(u"INSERT INTO t(x) VALUES(?)"_s);
    QVERIFY(insert);
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(insert->run({i * 10}));
        QCOMPARE(insert->changedRows(), 1);
        QCOMPARE(insert->lastInsertId(), i);
    }
    QCOMPARE(firstText(*database, u"SELECT group_concat(x) FROM t"_s), u"10,20,30"_s);
    QCOMPARE(database->execute(u"DELETE FROM t WHERE x > ?"_s, {10}), Result<int>(2));
}

void DatabaseTest::readerSeesAllRowsOrTheFirst()
{
    const auto database = Database::open(file());
    QVERIFY(database && database->execute(u"CREATE TABLE t(x)"_s));
    const auto integer = [](const Statement &row) { return row.integer(0); };
    QCOMPARE(database->rows(u"SELECT x FROM t"_s, {}, integer).value(), QList<qint64>());
    QCOMPARE(database->first(u"SELECT x FROM t"_s, {}, integer).value(), std::nullopt);
    QVERIFY(database->execute(u"INSERT INTO t VALUES(3),(1),(2)"_s));
    QCOMPARE(database->rows(u"SELECT x FROM t ORDER BY x"_s, {}, integer).value(), (QList<qint64>{1, 2, 3}));
    QCOMPARE(database->first(u"SELECT x FROM t WHERE x > ? ORDER BY x"_s, {1}, integer).value(), 2);
    QVERIFY(!database->rows(u"SELECT y FROM t"_s, {}, integer));
    QVERIFY(!database->first(u"SELECT y FROM t"_s, {}, integer));
}

void DatabaseTest::uncommittedIsRolledBack()
{
    const auto database = Database::open(file());
    QVERIFY(database && database->execute(u"CREATE TABLE t(x)"_s));
    {
        const auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(database->execute(u"INSERT INTO t VALUES(1)"_s));
    }
    QCOMPARE(firstText(*database, u"SELECT count(*) FROM t"_s), u"0"_s);
}

void DatabaseTest::committedIsSeenByAnotherConnection()
{
    const auto writer = Database::open(file());
    const auto reader = Database::open(file());
    QVERIFY(writer && reader && writer->execute(u"CREATE TABLE t(x)"_s));
    auto transaction = Transaction::begin(*writer);
    QVERIFY(transaction);
    QVERIFY(writer->execute(u"INSERT INTO t VALUES(1)"_s));
    QCOMPARE(firstText(*reader, u"SELECT count(*) FROM t"_s), u"0"_s);
    QVERIFY(transaction->commit());
    QCOMPARE(firstText(*reader, u"SELECT count(*) FROM t"_s), u"1"_s);
    QVERIFY(!transaction->commit());
}

void DatabaseTest::failedStatementInTransactionLeavesNothing()
{
    const auto database = Database::open(file());
    QVERIFY(database && database->execute(u"CREATE TABLE p(id INTEGER PRIMARY KEY)"_s));
    QVERIFY(database->execute(u"CREATE TABLE c(p INTEGER REFERENCES p(id) DEFERRABLE INITIALLY DEFERRED)"_s));
    {
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(database->execute(u"INSERT INTO c VALUES(7)"_s));
        QVERIFY(!transaction->commit()); // the foreign key is checked here
    }
    QCOMPARE(firstText(*database, u"SELECT count(*) FROM c"_s), u"0"_s);
    QVERIFY(Transaction::begin(*database)); // no transaction was left open
}

void DatabaseTest::secondWriterWaitsAndThenFails()
{
    const auto one = Database::open(file());
    const auto two = Database::open(file(), std::chrono::milliseconds(20));
    QVERIFY(one && two && one->execute(u"CREATE TABLE t(x)"_s));
    const auto writing = Transaction::begin(*one);
    QVERIFY(writing);
    const auto refused = Transaction::begin(*two);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(u"locked"_s), qPrintable(refused.error().detail));
}

void DatabaseTest::manyThreadsOpenAndWriteAtOnce()
{
    constexpr int threadCount = 8;
    constexpr int writesEach = 20;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    threads.reserve(threadCount);
    for (int i = 0; i < threadCount; ++i) {
        threads.emplace_back([this, &failures] {
            const auto database = Database::open(file(), std::chrono::seconds(60));
            if (!database || !database->execute(u"CREATE TABLE IF NOT EXISTS t(x)"_s)) {
                qWarning() << (database ? u"create"_s : database.error().detail);
                ++failures;
                return;
            }
            for (int write = 0; write < writesEach; ++write) {
                if (const auto done = database->execute(u"INSERT INTO t VALUES(1)"_s); !done) {
                    qWarning() << done.error().detail;
                    ++failures;
                }
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    const auto database = Database::open(file());
    QCOMPARE(firstText(*database, u"SELECT count(*) FROM t"_s), QString::number(threadCount * writesEach));
}

void DatabaseTest::movedConnectionIsClosedOnce()
{
    const auto before = QSqlDatabase::connectionNames().size();
    {
        auto first = Database::open(file());
        auto second = Database::open(m_folder->filePath(u"y.sqlite"_s));
        QVERIFY(first && second);
        *first = std::move(*second);
        QVERIFY(first->file().endsWith(u"y.sqlite"_s));
        const Database third(std::move(*first));
        QVERIFY(third.execute(u"CREATE TABLE t(x)"_s));
    }
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

GATEHOUSE_TEST(DatabaseTest, QCoreApplication)
#include "tst_database.moc"
