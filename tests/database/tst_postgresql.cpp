// SPDX-License-Identifier: Apache-2.0
// What Database promises, kept by a real PostgreSQL server.
#include "database/Database.h"
#include "database/Migrations.h"
#include "database/ServerAddress.h"
#include "database/Transaction.h"
#include "support/PostgreSqlServer.h"
#include "support/TestProgram.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

const Migration first = {u"CREATE TABLE a(number @serial@, x TEXT NOT NULL)"_s, u"INSERT INTO a(x) VALUES('1')"_s};
const Migration second = {u"ALTER TABLE a ADD COLUMN y BIGINT NOT NULL DEFAULT 5"_s};
const Migration broken = {u"CREATE TABLE b(x TEXT)"_s, u"INSERT INTO nowhere VALUES(1)"_s};

Result<Database> openUrl(const QString &url, std::chrono::milliseconds busyTimeout = std::chrono::seconds(30))
{
    const auto address = ServerAddress::parse(url);
    if (!address)
        return failure(address.error());
    return Database::open(*address, busyTimeout);
}

Result<qint64> number(const Database &database, const QString &sql)
{
    return database.first(sql, {}, [](const Statement &row) { return row.integer(0); })
        .map([](std::optional<qint64> value) { return value.value_or(-1); });
}

} // namespace

class PostgreSqlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void opens_data();
    void opens();
    void cannotOpen_data();
    void cannotOpen();
    void needsUtf8();
    void bindsEveryKindOfValue();
    void textsComeBackAsTheyWere_data();
    void textsComeBackAsTheyWere();
    void errorsNameStatementAndReasonButNoValue();
    void statementsMayInterleave();
    void keyCountsByItself();

    void uncommittedIsRolledBack();
    void committedIsSeenByAnotherConnection();
    void failedStatementFailsTheCommit();
    void secondWriterWaitsAndThenFails();
    void transactionsFollowOneAnother();

    void migrations();
    void newerSchemaIsRefused();
    void failingStepLeavesTheOldVersion();
    void threadsThatMigrateAtOnceDoItOnce();

    void readsAgainAfterARestart();
    void writesAgainAfterARestart();
    void lostTransactionLeavesNothing();
    void saysWhyWhileTheServerIsAway();

private:
    std::unique_ptr<PostgreSqlServer> m_server;
    QString m_url;
    std::unique_ptr<Database> m_database;
};

void PostgreSqlTest::initTestCase()
{
    m_server = std::make_unique<PostgreSqlServer>();
    if (const auto problem = m_server->start(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
}

void PostgreSqlTest::init()
{
    m_url = m_server->newDatabase();
    auto opened = openUrl(m_url);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    m_database = std::make_unique<Database>(std::move(*opened));
}

void PostgreSqlTest::opens_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("environment");
    const auto plain = u"postgresql://gatehouse@127.0.0.1:%1/postgres"_s.arg(m_server->port());
    QTest::newRow("password in the address") << m_server->url(u"postgres"_s) << QByteArray();
    QTest::newRow("password in the environment") << plain << QByteArray("PGPASSWORD");
    QTest::newRow("password in a file") << plain << QByteArray("PGPASSFILE");
    QTest::newRow("password in a file that the address names")
        << plain + u"?passfile="_s + m_server->folder() + u"/pgpass"_s << QByteArray();
}

void PostgreSqlTest::opens()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, environment);
    QFile file(m_server->folder() + u"/pgpass"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    auto inFile = PostgreSqlServer::password();
    inFile.replace(u'\\', u"\\\\"_s).replace(u':', u"\\:"_s);
    file.write("*:*:*:*:" + inFile.toUtf8() + "\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    if (environment == "PGPASSWORD")
        qputenv("PGPASSWORD", PostgreSqlServer::password().toUtf8());
    else if (!environment.isEmpty())
        qputenv(environment.constData(), file.fileName().toUtf8());
    const auto database = openUrl(url);
    qunsetenv("PGPASSWORD");
    qunsetenv("PGPASSFILE");
    QVERIFY2(database, qPrintable(database ? QString() : database.error().detail));
    QCOMPARE(number(*database, u"SELECT 7"_s), Result<qint64>(7));
    QCOMPARE(database->file(), u"postgresql://gatehouse@127.0.0.1:%1/postgres"_s.arg(m_server->port()));
}

void PostgreSqlTest::cannotOpen_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("reason");
    const auto with = [](const QString &password, const QString &name, int port) {
        return u"postgresql://gatehouse:%1@127.0.0.1:%2/%3"_s.arg(password).arg(port).arg(name);
    };
    QTest::newRow("wrong password") << with(u"hunter2"_s, u"postgres"_s, m_server->port()) << u"password"_s;
    QTest::newRow("no such database") << m_server->url(u"nowhere"_s) << u"nowhere"_s;
    QTest::newRow("nobody listens") << with(u"hunter2"_s, u"postgres"_s, 1) << u"refused"_s;
    QTest::newRow("TLS that the server does not speak")
        << m_server->url(u"postgres"_s) + u"?sslmode=require"_s << u"SSL"_s;
}

void PostgreSqlTest::cannotOpen()
{
    QFETCH(QString, url);
    QFETCH(QString, reason);
    const auto before = QSqlDatabase::connectionNames().size();
    const auto refused = openUrl(url);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY2(refused.error().message.contains(u"postgresql://gatehouse@127.0.0.1"_s),
             qPrintable(refused.error().message));
    QVERIFY2(refused.error().detail.contains(reason), qPrintable(refused.error().detail));
    for (const auto &secret : {u"hunter2"_s, u"s3cr3t"_s})
        QVERIFY(!refused.error().message.contains(secret) && !refused.error().detail.contains(secret));
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

void PostgreSqlTest::needsUtf8()
{
    QVERIFY(!m_server->run(u"createdb"_s, {u"-E"_s, u"LATIN1"_s, u"-T"_s, u"template0"_s, u"latin"_s}).isEmpty());
    const auto refused = openUrl(m_server->url(u"latin"_s));
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(u"LATIN1"_s), qPrintable(refused.error().detail));
}

void PostgreSqlTest::bindsEveryKindOfValue()
{
    QVERIFY(m_database->execute(u"CREATE TABLE t(a TEXT NOT NULL, b TEXT, c BIGINT, d BYTEA, e BIGINT, f BIGINT)"_s));
    const auto now = QDateTime::fromMSecsSinceEpoch(1'772'000'000'123, Qt::UTC);
    QVERIFY(m_database->execute(u"INSERT INTO t VALUES(?,?,?,?,?,?)"_s,
                                {QString(), QVariant(), sqlTime(now), QByteArray("\0x", 2), true, sqlTime({})}));
    auto row = m_database->query(u"SELECT * FROM t"_s);
    QVERIFY(row && row->next().value_or(false));
    QVERIFY(!row->isNull(0));
    QCOMPARE(row->text(0), QString());
    QVERIFY(row->isNull(1));
    QCOMPARE(row->time(2), now);
    QCOMPARE(row->bytes(3), QByteArray("\0x", 2));
    QVERIFY(row->boolean(4));
    QVERIFY(!row->time(5).isValid());
    QCOMPARE(row->next(), Result<bool>(false));
    QCOMPARE(m_database->execute(u"UPDATE t SET e = 0 WHERE e = ? AND a <> 'why?'"_s, {true}), Result<int>(1));
}

void PostgreSqlTest::textsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    for (const auto &text : {u"it's \"fine\""_s, u"back\\slash\\"_s, u"a ? b $1 :c %1"_s, u"Büro 🏢"_s, u"a\nb\tc"_s,
                             u"'; DROP TABLE t; --"_s})
        QTest::newRow(qPrintable(text.simplified())) << text << text;
    QTest::newRow("U+0000 is replaced") << u"a"_s + QChar(u'\0') + u"b"_s << u"a\uFFFDb"_s;
}

void PostgreSqlTest::textsComeBackAsTheyWere()
{
    QFETCH(QString, text);
    QVERIFY(m_database->execute(u"CREATE TABLE t(x TEXT NOT NULL)"_s));
    QVERIFY(m_database->execute(u"INSERT INTO t VALUES(?)"_s, {text}));
    const auto stored =
        m_database->first(u"SELECT x FROM t WHERE x = ?"_s, {text}, [](const Statement &row) { return row.text(0); });
    QVERIFY(stored);
    QTEST(stored->value_or(u"(no row)"_s), "stored");
}

void PostgreSqlTest::errorsNameStatementAndReasonButNoValue()
{
    QVERIFY(m_database->execute(u"CREATE TABLE t(x TEXT UNIQUE)"_s));
    QVERIFY(m_database->execute(u"INSERT INTO t VALUES(?)"_s, {u"hunter2"_s}));
    const auto twice = m_database->execute(u"INSERT INTO t VALUES(?)"_s, {u"hunter2"_s});
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::Storage);
    const auto &detail = twice.error().detail;
    QVERIFY2(detail.contains(u"INSERT INTO t"_s) && detail.contains(u"duplicate key"_s) && detail.contains(u"23505"_s),
             qPrintable(detail));
    QVERIFY(detail.contains(m_database->file()));
    QVERIFY(!detail.contains(u"hunter2"_s) && !twice.error().message.contains(u"hunter2"_s));
    QVERIFY(!detail.contains(u"s3cr3t"_s));

    const auto nonsense = m_database->prepare(u"SELEKT 1"_s);
    QVERIFY(!nonsense);
    QVERIFY2(nonsense.error().detail.contains(u"syntax error"_s), qPrintable(nonsense.error().detail));
    QVERIFY(!m_database->execute(u"INSERT INTO t VALUES(?)"_s)); // a value too few
}

void PostgreSqlTest::statementsMayInterleave()
{
    QVERIFY(m_database->execute(u"CREATE TABLE t(x BIGINT)"_s));
    QVERIFY(m_database->execute(u"INSERT INTO t VALUES(1), (2), (3)"_s));
    auto rows = m_database->query(u"SELECT x FROM t ORDER BY x"_s);
    QVERIFY(rows);
    qint64 sum = 0;
    while (rows->next().value_or(false)) {
        sum += rows->integer(0);
        QVERIFY(m_database->execute(u"UPDATE t SET x = x + 10 WHERE x = ?"_s, {rows->integer(0)}));
    }
    QCOMPARE(sum, 6);
    QCOMPARE(number(*m_database, u"SELECT sum(x) FROM t"_s), Result<qint64>(36));
}

void PostgreSqlTest::keyCountsByItself()
{
    QVERIFY(migrate(*m_database, {first}));
    auto insert = m_database->prepare(u"INSERT INTO a(x) VALUES(?)"_s);
    QVERIFY(insert && insert->run({u"x"_s}));
    QCOMPARE(insert->changedRows(), 1);
    QCOMPARE(insert->lastInsertId(), 2);
    const auto returned = m_database->first(u"INSERT INTO a(x) VALUES(?) RETURNING number"_s, {u"y"_s},
                                            [](const Statement &row) { return row.integer(0); });
    QVERIFY(returned);
    QCOMPARE(returned->value_or(0), 3);
    QVERIFY(m_database->execute(u"DELETE FROM a WHERE number >= ?"_s, {2}));
    QVERIFY(m_database->execute(u"INSERT INTO a(number, x) VALUES(?, ?)"_s, {2, u"back"_s})); // the number it had
    QVERIFY(m_database->execute(u"INSERT INTO a(x) VALUES('z')"_s));
    QCOMPARE(number(*m_database, u"SELECT max(number) FROM a"_s), Result<qint64>(4)); // no number comes twice
}

void PostgreSqlTest::uncommittedIsRolledBack()
{
    QVERIFY(m_database->execute(u"CREATE TABLE t(x BIGINT)"_s));
    {
        const auto transaction = Transaction::begin(*m_database);
        QVERIFY(transaction);
        QVERIFY(m_database->execute(u"INSERT INTO t VALUES(1)"_s));
    }
    QCOMPARE(number(*m_database, u"SELECT count(*) FROM t"_s), Result<qint64>(0));
}

void PostgreSqlTest::committedIsSeenByAnotherConnection()
{
    const auto reader = openUrl(m_url);
    QVERIFY(reader && m_database->execute(u"CREATE TABLE t(x BIGINT)"_s));
    auto transaction = Transaction::begin(*m_database);
    QVERIFY(transaction);
    QVERIFY(m_database->execute(u"INSERT INTO t VALUES(1)"_s));
    QCOMPARE(number(*reader, u"SELECT count(*) FROM t"_s), Result<qint64>(0));
    QVERIFY(transaction->commit());
    QCOMPARE(number(*reader, u"SELECT count(*) FROM t"_s), Result<qint64>(1));
    QVERIFY(!transaction->commit());
}

void PostgreSqlTest::failedStatementFailsTheCommit()
{
    QVERIFY(m_database->execute(u"CREATE TABLE t(x BIGINT UNIQUE)"_s));
    {
        auto transaction = Transaction::begin(*m_database);
        QVERIFY(transaction);
        QVERIFY(m_database->execute(u"INSERT INTO t VALUES(1)"_s));
        QVERIFY(!m_database->execute(u"INSERT INTO t VALUES(1)"_s));
        QVERIFY(!transaction->commit());
    }
    QCOMPARE(number(*m_database, u"SELECT count(*) FROM t"_s), Result<qint64>(0));
    QVERIFY(Transaction::begin(*m_database)); // no transaction was left open
}

void PostgreSqlTest::secondWriterWaitsAndThenFails()
{
    const auto impatient = openUrl(m_url, std::chrono::milliseconds(20));
    QVERIFY(impatient && m_database->execute(u"CREATE TABLE t(x BIGINT)"_s));
    {
        const auto writing = Transaction::begin(*m_database);
        QVERIFY(writing);
        const auto refused = Transaction::begin(*impatient);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(u"lock timeout"_s), qPrintable(refused.error().detail));
        QCOMPARE(number(*impatient, u"SELECT count(*) FROM t"_s), Result<qint64>(0)); // readers do not wait
    }
    QVERIFY(Transaction::begin(*impatient));
}

void PostgreSqlTest::transactionsFollowOneAnother()
{
    constexpr int threadCount = 6;
    constexpr int each = 20;
    QVERIFY(m_database->execute(u"CREATE TABLE t(x BIGINT)"_s));
    QVERIFY(m_database->execute(u"INSERT INTO t VALUES(0)"_s));
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    threads.reserve(threadCount);
    for (int i = 0; i < threadCount; ++i) {
        threads.emplace_back([this, &failures] {
            const auto database = openUrl(m_url);
            for (int round = 0; round < each; ++round) {
                // Read, compute, write: one that did not wait would overwrite another's work.
                auto transaction = database ? Transaction::begin(*database) : failure(database.error());
                const auto read = transaction ? number(*database, u"SELECT x FROM t"_s) : failure(transaction.error());
                if (!read || !database->execute(u"UPDATE t SET x = ?"_s, {*read + 1}) || !transaction->commit())
                    ++failures;
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(number(*m_database, u"SELECT x FROM t"_s), Result<qint64>(threadCount * each));
}

void PostgreSqlTest::migrations()
{
    QCOMPARE(m_database->schemaVersion(), Result<int>(0));
    QVERIFY(migrate(*m_database, {first}));
    QCOMPARE(m_database->schemaVersion(), Result<int>(1));
    QVERIFY(migrate(*m_database, {first, second}));
    QVERIFY(migrate(*m_database, {first, second}));
    QCOMPARE(m_database->schemaVersion(), Result<int>(2));
    QCOMPARE(number(*m_database, u"SELECT sum(y) FROM a"_s), Result<qint64>(5));
}

void PostgreSqlTest::newerSchemaIsRefused()
{
    QVERIFY(migrate(*m_database, {first, second}));
    const auto refused = migrate(*m_database, {first});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"newer"_s), qPrintable(refused.error().message));
    QVERIFY(refused.error().message.contains(m_database->file()));
}

void PostgreSqlTest::failingStepLeavesTheOldVersion()
{
    QVERIFY(migrate(*m_database, {first}));
    const auto failed = migrate(*m_database, {first, second, broken});
    QVERIFY(!failed);
    QVERIFY2(failed.error().detail.contains(u"nowhere"_s), qPrintable(failed.error().detail));
    QCOMPARE(m_database->schemaVersion(), Result<int>(1));
    QVERIFY(!m_database->execute(u"SELECT y FROM a"_s)); // the step before the broken one is undone too
    QVERIFY(!m_database->execute(u"SELECT x FROM b"_s));
    QVERIFY(migrate(*m_database, {first, second}));
}

void PostgreSqlTest::threadsThatMigrateAtOnceDoItOnce()
{
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([this, &failures] {
            const auto database = openUrl(m_url);
            const auto done = database ? migrate(*database, {first, second}) : failure(database.error());
            if (done)
                return;
            qWarning().noquote() << done.error().message << done.error().detail;
            ++failures;
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(number(*m_database, u"SELECT count(*) FROM a"_s), Result<qint64>(1));
}

void PostgreSqlTest::readsAgainAfterARestart()
{
    QVERIFY(m_database->execute(u"CREATE TABLE t(x BIGINT)"_s));
    QVERIFY(m_database->execute(u"INSERT INTO t VALUES(5)"_s));
    for (const auto &values : {QVariantList(), QVariantList{0}}) { // run at once, and prepared first
        m_server->stop();
        QVERIFY(m_server->startAgain());
        const auto sql = values.isEmpty() ? u"SELECT x FROM t"_s : u"SELECT x FROM t WHERE x > ?"_s;
        const auto read = m_database->first(sql, values, [](const Statement &row) { return row.integer(0); });
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(read->value_or(-1), 5);
    }
    QVERIFY(m_database->execute(u"CREATE TEMP TABLE x(y BIGINT)"_s)); // what is set up for each connection is again
    const auto impatient = number(*m_database, u"SELECT setting FROM pg_settings WHERE name = 'lock_timeout'"_s);
    QCOMPARE(impatient, Result<qint64>(30'000));
}

void PostgreSqlTest::writesAgainAfterARestart()
{
    QVERIFY(m_database->execute(u"CREATE TABLE t(x BIGINT)"_s));
    m_server->stop();
    QVERIFY(m_server->startAgain());
    auto transaction = Transaction::begin(*m_database);
    QVERIFY2(transaction, qPrintable(transaction ? QString() : transaction.error().detail));
    QVERIFY(m_database->execute(u"INSERT INTO t VALUES(?)"_s, {1}));
    QVERIFY(transaction->commit());
    QCOMPARE(number(*m_database, u"SELECT count(*) FROM t"_s), Result<qint64>(1));
}

void PostgreSqlTest::lostTransactionLeavesNothing()
{
    QVERIFY(m_database->execute(u"CREATE TABLE t(x BIGINT)"_s));
    {
        auto transaction = Transaction::begin(*m_database);
        QVERIFY(transaction);
        QVERIFY(m_database->execute(u"INSERT INTO t VALUES(?)"_s, {1}));
        m_server->stop();
        QVERIFY(m_server->startAgain());
        // Must not be run on a new connection, where it would be committed by itself.
        QVERIFY(!m_database->execute(u"INSERT INTO t VALUES(?)"_s, {2}));
        QVERIFY(!m_database->execute(u"INSERT INTO t VALUES(3)"_s));
        QVERIFY(!transaction->commit());
    }
    QCOMPARE(number(*m_database, u"SELECT count(*) FROM t"_s), Result<qint64>(0));
    QVERIFY(Transaction::begin(*m_database));
}

void PostgreSqlTest::saysWhyWhileTheServerIsAway()
{
    m_server->stop();
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto failed = number(*m_database, u"SELECT 1"_s);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
        QVERIFY2(failed.error().detail.contains(u"refused"_s), qPrintable(failed.error().detail));
        QVERIFY(!failed.error().detail.contains(u"s3cr3t"_s));
    }
    QVERIFY(m_server->startAgain());
    QCOMPARE(number(*m_database, u"SELECT 1"_s), Result<qint64>(1));
}

GATEHOUSE_TEST(PostgreSqlTest, QCoreApplication)
#include "tst_postgresql.moc"
