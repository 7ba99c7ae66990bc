// SPDX-License-Identifier: Apache-2.0
// Several services share the lists of one PostgreSQL database.
#include "Manager.h"
#include "database/Database.h"
#include "server/EmbeddedService.h"
#include "server/data/Deploys.h"
#include "server/data/Scopes.h"
#include "server/data/ServiceDatabase.h"
#include "support/ManualClock.h"
#include "support/Patience.h"
#include "support/PostgreSqlServer.h"
#include "support/SourceFolder.h"
#include "support/TestProgram.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Outcome runProgram(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(programFile(u"gatehouse-service"_s), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

bool says(const Error &error, const QString &text)
{
    return error.message.contains(text) || error.detail.contains(text);
}

} // namespace

class PostgreSqlServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void firstStartsAtOnceAgree();
    void changesAreSeenByTheOther();
    void everyApiWritesAndReads();
    void clientsThatWriteAtOnce();
    void expiryHappensOnce();
    void restartOfTheDatabaseLosesNothing();
    void writersOutliveARestart();
    void eachServiceDeploysToItsOwnTarget();
    void unusableAddressIsRefusedWithoutItsPassword();
    void programSharesTheScopes();
    void programKeepsThePasswordToItself_data();
    void programKeepsThePasswordToItself();

private:
    [[nodiscard]] ServiceOptions options() const
    {
        ServiceOptions options;
        options.dataFolder = m_url;
        return options;
    }
    std::unique_ptr<EmbeddedService> start(const ServiceOptions &options)
    {
        auto service = EmbeddedService::start(options, m_clock);
        if (!service)
            qWarning().noquote() << service.error().message << service.error().detail;
        return service ? std::move(*service) : nullptr;
    }
    [[nodiscard]] QList<Deploy> deploys() const
    {
        const auto database = openServiceDatabase(m_url);
        const auto all = database ? newestDeploys(*database) : failure(database.error());
        return all.value_or(QList<Deploy>());
    }

    std::unique_ptr<PostgreSqlServer> m_server;
    QString m_url;
    ManualClock m_clock;
    std::unique_ptr<EmbeddedService> m_one;
    std::unique_ptr<EmbeddedService> m_two;
};

void PostgreSqlServiceTest::initTestCase()
{
    m_server = std::make_unique<PostgreSqlServer>();
    if (const auto problem = m_server->start(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
}

void PostgreSqlServiceTest::init()
{
    m_url = m_server->newDatabase();
    m_one = start(options());
    m_two = start(options());
    QVERIFY(m_one && m_two);
}

void PostgreSqlServiceTest::cleanup()
{
    m_one.reset();
    m_two.reset();
}

void PostgreSqlServiceTest::firstStartsAtOnceAgree()
{
    const auto url = m_server->newDatabase();
    std::vector<std::future<QString>> tokens;
    for (int i = 0; i < 5; ++i) {
        tokens.push_back(std::async(std::launch::async, [url] {
            const auto database = openServiceDatabase(url);
            return database ? serviceToken(*database).value_or(QString()) : database.error().detail;
        }));
    }
    const auto token = tokens.front().get();
    QCOMPARE(token.size(), 43);
    for (std::size_t i = 1; i < tokens.size(); ++i)
        QCOMPARE(tokens[i].get(), token);
    const auto database = openServiceDatabase(url);
    QVERIFY(database);
    QCOMPARE(allScopes(*database)->size(), 4);
}

void PostgreSqlServiceTest::changesAreSeenByTheOther()
{
    QCOMPARE(m_one->token(), m_two->token());
    Manager one(*m_one);
    Manager two(*m_two);
    QCOMPARE(one.patch(R"({"ip":"10.0.0.1","description":"Büro 'süd' \\ 🏢"},{"ip":"2001:db8::/32"})").status, 200);
    QCOMPARE(two.ranges(), (QStringList{u"10.0.0.1"_s, u"2001:db8::/32"_s}));
    const auto answer = two.send("GET", Manager::listPath() + "?appEnvId=local");
    QVERIFY2(answer.body.contains("Büro 'süd' \\\\ 🏢"), answer.body.constData());
    QCOMPARE(two.patch(R"({"ip":"10.0.0.2","isActive":false})").status, 200);
    QCOMPARE(one.ranges(), QStringList{u"10.0.0.2"_s});
    QCOMPARE(one.patch(R"({"ip":"10.0.0.3","description":"a\u0000b"})").status, 200); // which PostgreSQL cannot hold
}

void PostgreSqlServiceTest::everyApiWritesAndReads()
{
    Manager one(*m_one);
    Manager two(*m_two);
    QCOMPARE(one.send("GET", "/healthz").status, 200);
    QCOMPARE(two.send("GET", Manager::listPath() + "?envName=local").status, 200);
    QCOMPARE(two.send("GET", Manager::listPath() + "?envName=%00").status, 404);
    QCOMPARE(two.send("GET", "/quave/api/public/v1/account").status, 200);
}

void PostgreSqlServiceTest::clientsThatWriteAtOnce()
{
    std::atomic<int> refused = 0;
    std::vector<std::thread> clients;
    for (int number = 0; number < 6; ++number) {
        clients.emplace_back([&, number] {
            Manager manager(number % 2 == 0 ? *m_one : *m_two);
            for (int i = 0; i < 10; ++i) {
                const QByteArray range = QByteArray("10.0.") + QByteArray::number(number) + '.' + QByteArray::number(i);
                if (manager.patch(R"({"ip":")" + range + R"("},{"ip":"192.0.2.1"})").status != 200)
                    ++refused;
            }
        });
    }
    for (auto &client : clients)
        client.join();
    QCOMPARE(refused.load(), 0);
    QCOMPARE(Manager(*m_one).ranges().size(), 2); // the last one's list, whole
    QCOMPARE(deploys().size(), 60);               // one for each change
}

void PostgreSqlServiceTest::expiryHappensOnce()
{
    Manager manager(*m_one);
    manager.patch(R"({"ip":"10.0.0.1","deleteEntry":"AFTER_6_HOURS"},{"ip":"10.0.0.2"})");
    m_clock.advance(6h);
    std::vector<std::thread> jobs;
    for (int i = 0; i < 6; ++i)
        jobs.emplace_back([&, i] { (i % 2 == 0 ? m_one : m_two)->expireNow(); });
    for (auto &job : jobs)
        job.join();
    QCOMPARE(Manager(*m_two).ranges(), QStringList{u"10.0.0.2"_s});
    const auto all = deploys();
    QCOMPARE(std::count_if(all.begin(), all.end(), [](const auto &deploy) { return deploy.cause == u"expiry"_s; }), 1);
    QCOMPARE(all.first().list, u"10.0.0.2/32"_s);
}

void PostgreSqlServiceTest::restartOfTheDatabaseLosesNothing()
{
    Manager one(*m_one);
    Manager two(*m_two);
    QCOMPARE(one.patch(R"({"ip":"10.0.0.1"})").status, 200);
    m_server->stop();
    QCOMPARE(two.send("GET", "/healthz").status, 500);
    const auto refused = one.patch(R"({"ip":"10.0.0.2"})");
    QCOMPARE(refused.status, 500);
    QVERIFY(!refused.body.contains("s3cr3t"));
    QVERIFY(m_server->startAgain());
    QCOMPARE(two.send("GET", "/healthz").status, 200);
    QCOMPARE(two.ranges(), QStringList{u"10.0.0.1"_s});
    for (int i = 0; i < 4; ++i) { // whichever of the connections it is
        QCOMPARE(one.patch(R"({"ip":"10.0.1.)" + QByteArray::number(i) + R"("})").status, 200);
        QCOMPARE(two.ranges(), QStringList{u"10.0.1.%1"_s.arg(i)});
    }
}

void PostgreSqlServiceTest::writersOutliveARestart()
{
    std::atomic<int> done = 0;
    std::atomic<int> mixed = 0;
    std::vector<std::jthread> clients; // end with the test, however that ends
    for (int number = 0; number < 2; ++number) {
        clients.emplace_back([&, number](const std::stop_token &stop) {
            Manager manager(number == 0 ? *m_one : *m_two);
            for (int i = 0; !stop.stop_requested(); ++i) {
                const QByteArray net = "10." + QByteArray::number(number) + '.' + QByteArray::number(i % 250);
                const auto answer = manager.patch(R"({"ip":")" + net + R"(.1"},{"ip":")" + net + R"(.2"})");
                done += answer.status == 200 ? 1 : 0;
                const auto ranges = manager.ranges();
                if (!ranges.isEmpty() && (ranges.size() != 2 || ranges[0].chopped(1) != ranges[1].chopped(1)))
                    ++mixed;
            }
        });
    }
    QTRY_VERIFY_WITH_TIMEOUT(done > 5, 30'000);
    m_server->stop();
    const int before = done;
    QVERIFY(m_server->startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(done > before + 5, 30'000);
    clients.clear();
    QCOMPARE(mixed.load(), 0); // always a list that somebody sent, whole
}

void PostgreSqlServiceTest::eachServiceDeploysToItsOwnTarget()
{
    const QTemporaryDir folder;
    const auto withTarget = [&](const QString &name) {
        auto all = options();
        all.deploy.targets = {*DeployTarget::parse(u"file:"_s + folder.filePath(name))};
        all.deploy.pollInterval = 20ms;
        all.deploy.firstRetry = 20ms;
        return all;
    };
    m_one = start(withTarget(u"one"_s));
    m_two = start(withTarget(u"two"_s));
    QVERIFY(m_one && m_two);
    QCOMPARE(Manager(*m_one).patch(R"({"ip":"10.0.0.1"})").status, 200);
    QTRY_COMPARE(contentOf(folder.filePath(u"one"_s)), "10.0.0.1\n");
    QTRY_COMPARE(contentOf(folder.filePath(u"two"_s)), "10.0.0.1\n");
    QTRY_COMPARE(deploys().value(0).status, u"live"_s);
    m_server->stop();
    QVERIFY(m_server->startAgain());
    QTRY_COMPARE(Manager(*m_two).patch(R"({"ip":"10.0.0.2"})").status, 200);
    QTRY_COMPARE(contentOf(folder.filePath(u"one"_s)), "10.0.0.2\n");
    QTRY_COMPARE(contentOf(folder.filePath(u"two"_s)), "10.0.0.2\n");
    QTRY_COMPARE(deploys().value(0).status, u"live"_s);
}

void PostgreSqlServiceTest::unusableAddressIsRefusedWithoutItsPassword()
{
    auto wrong = options();
    QUrl address(m_url);
    address.setPassword(u"hunter2"_s);
    wrong.dataFolder = address.toString();
    const auto refused = EmbeddedService::start(wrong, m_clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY(!says(refused.error(), u"hunter2"_s));
    wrong.dataFolder = u"postgresql://bob:hunter2@127.0.0.1"_s;
    const auto unreadable = EmbeddedService::start(wrong, m_clock);
    QVERIFY(!unreadable);
    QCOMPARE(unreadable.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!says(unreadable.error(), u"hunter2"_s));
}

void PostgreSqlServiceTest::programSharesTheScopes()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, PostgreSqlServer::password());
    const auto address = u"postgresql://gatehouse@127.0.0.1:%1/%2"_s.arg(m_server->port()).arg(m_url.section(u'/', -1));
    const auto added = runProgram({u"add-scope"_s, u"environment"_s, u"staging"_s, u"--data"_s, address}, environment);
    QVERIFY2(added.status == 0, added.err.constData());
    QCOMPARE(Manager(*m_one).send("GET", Manager::listPath() + "?appEnvId=staging").status, 200);
    QCOMPARE(Manager(*m_two).patch(R"({"ip":"10.0.0.1"})").status, 200);
    const auto listed = runProgram({u"deploys"_s, u"--data"_s, address, u"--json"_s}, environment);
    const auto deploy = QJsonDocument::fromJson(listed.out).array().first().toObject();
    QCOMPARE(deploy.value(u"status"_s).toString(), u"live"_s);
    QCOMPARE(deploy.value(u"ranges"_s).toArray(), QJsonArray{u"10.0.0.1/32"_s});
}

void PostgreSqlServiceTest::programKeepsThePasswordToItself_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("status");
    QTest::newRow("wrong password") << u"postgresql://gatehouse:hunter2@127.0.0.1:%1/postgres"_s << 1;
    QTest::newRow("nobody listens") << u"postgresql://gatehouse:hunter2@127.0.0.1:1/postgres"_s << 1;
    QTest::newRow("wrong usage") << u"postgresql://gatehouse:hunter2@127.0.0.1:port/postgres"_s << 2;
    QTest::newRow("unescaped slash") << u"postgresql://gatehouse:hunter2/x@127.0.0.1/postgres"_s << 2;
}

void PostgreSqlServiceTest::programKeepsThePasswordToItself()
{
    QFETCH(QString, address);
    if (address.contains(u"%1"_s))
        address = address.arg(m_server->port());
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &more : {QStringList(), QStringList{u"scopes"_s}, QStringList{u"--json"_s}}) {
        const auto outcome = runProgram(QStringList{u"--verbose"_s, u"--data"_s, address} + more, environment);
        QTEST(outcome.status, "status");
        QVERIFY(!outcome.out.isEmpty() || !outcome.err.isEmpty());
        QVERIFY2(!outcome.out.contains("hunter2") && !outcome.err.contains("hunter2"), outcome.err.constData());
    }
}

GATEHOUSE_TEST(PostgreSqlServiceTest, QCoreApplication)
#include "tst_postgresql_service.moc"
