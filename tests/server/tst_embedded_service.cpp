// SPDX-License-Identifier: Apache-2.0
// The whole service over real HTTP.
#include "Manager.h"
#include "database/Database.h"
#include "server/EmbeddedService.h"
#include "server/data/Deploys.h"
#include "server/data/Scopes.h"
#include "server/data/ServiceDatabase.h"
#include "support/ManualClock.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray listPath = Manager::listPath();

} // namespace

class EmbeddedServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void urlAndToken();
    void openPaths();
    void listIsWrittenAndRead();
    void restartKeepsListAndToken();
    void twoServicesShareOneFolder();
    void tokenIsTakenFromTheOptions();
    void clientsThatWriteAtOnce();
    void expiredEntriesGoNow();
    void expiredEntriesGoByThemselves();
    void expiredEntriesGoAtTheStart();
    void callerBehindAProxy();
    void foreignHostAndOrigin();
    void unauthorisedBodyIsNotRead();
    void oversizedBodyHasTheApisShape();
    void unusableOptions_data();
    void unusableOptions();
    void failedStartLeavesNothingRunning();
    void requestWithoutCommittedAnswerIsAllOrNothing();

private:
    ServiceOptions options()
    {
        ServiceOptions options;
        options.dataFolder = m_folder->path();
        return options;
    }
    std::unique_ptr<EmbeddedService> start(const ServiceOptions &options)
    {
        auto service = EmbeddedService::start(options, m_clock);
        if (!service)
            qWarning() << service.error().message << service.error().detail;
        return service ? std::move(*service) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    gatehouse::test::ManualClock m_clock;
    std::unique_ptr<EmbeddedService> m_service;
};

void EmbeddedServiceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_service = start(options());
    QVERIFY(m_service);
}

void EmbeddedServiceTest::cleanup()
{
    m_service.reset();
}

void EmbeddedServiceTest::urlAndToken()
{
    QCOMPARE(m_service->url().scheme(), u"http"_s);
    QCOMPARE(m_service->url().host(), u"127.0.0.1"_s);
    QVERIFY(m_service->url().port() > 0);
    QVERIFY(!m_service->url().toString().endsWith(u'/'));
    QCOMPARE(m_service->token().size(), 43);
}

void EmbeddedServiceTest::openPaths()
{
    RawClient client(quint16(m_service->url().port()));
    const auto ip = client.send("GET /ip HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
    QCOMPARE(ip.body, R"({"ip":"127.0.0.1"})");
    QCOMPARE(client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").answer().status, 200);
    QCOMPARE(client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").answer().status, 404);
    const auto wrong = client.send("POST /ip HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.header("Allow"), "GET, HEAD");
}

void EmbeddedServiceTest::listIsWrittenAndRead()
{
    Manager manager(*m_service);
    QCOMPARE(manager.patch(R"({"ip":"203.0.113.50"},{"ip":"*","isActive":false})").status, 200);
    QCOMPARE(manager.ranges(), (QStringList{u"203.0.113.50"_s, u"*"_s}));
}

void EmbeddedServiceTest::restartKeepsListAndToken()
{
    Manager(*m_service).patch(R"({"ip":"203.0.113.50"})");
    const auto token = m_service->token();
    m_service.reset();
    m_service = start(options());
    QVERIFY(m_service);
    QCOMPARE(m_service->token(), token);
    QCOMPARE(Manager(*m_service).ranges(), QStringList{u"203.0.113.50"_s});
}

void EmbeddedServiceTest::twoServicesShareOneFolder()
{
    const auto second = start(options());
    QVERIFY(second);
    QVERIFY(second->url() != m_service->url());
    QCOMPARE(second->token(), m_service->token());
    Manager one(*m_service);
    Manager two(*second);
    QCOMPARE(one.patch(R"({"ip":"10.0.0.1"})").status, 200);
    QCOMPARE(two.ranges(), QStringList{u"10.0.0.1"_s});
    QCOMPARE(two.patch(R"({"ip":"10.0.0.2"})").status, 200);
    QCOMPARE(one.ranges(), QStringList{u"10.0.0.2"_s});
}

void EmbeddedServiceTest::tokenIsTakenFromTheOptions()
{
    m_service.reset();
    auto withToken = options();
    withToken.token = u"a-token-of-my-own"_s;
    m_service = start(withToken);
    QVERIFY(m_service);
    QCOMPARE(m_service->token(), u"a-token-of-my-own"_s);
    QCOMPARE(Manager(*m_service).patch("").status, 200);
    m_service.reset();
    m_service = start(options()); // it stays
    QCOMPARE(m_service->token(), u"a-token-of-my-own"_s);
}

void EmbeddedServiceTest::clientsThatWriteAtOnce()
{
    const auto second = start(options());
    QVERIFY(second);
    std::atomic<int> refused = 0;
    std::vector<std::thread> clients;
    for (int number = 0; number < 6; ++number) {
        clients.emplace_back([&, number] {
            Manager manager(number % 2 == 0 ? *m_service : *second);
            for (int i = 0; i < 15; ++i) {
                const QByteArray range = QByteArray("10.0.") + QByteArray::number(number) + '.' + QByteArray::number(i);
                if (manager.patch(R"({"ip":")" + range + R"("},{"ip":"192.0.2.1"})").status != 200)
                    ++refused;
            }
        });
    }
    for (auto &client : clients)
        client.join();
    QCOMPARE(refused.load(), 0);
    QCOMPARE(Manager(*m_service).ranges().size(), 2); // the last one's list, whole
    const auto database = openServiceDatabase(m_folder->path());
    const auto scope = scopeById(*database, ScopeKind::Environment, u"local"_s);
    QCOMPARE(deploysOf(*database, (*scope)->number)->size(), 90); // one for each change
}

void EmbeddedServiceTest::expiredEntriesGoNow()
{
    Manager manager(*m_service);
    manager.patch(R"({"ip":"10.0.0.1","deleteEntry":"AFTER_6_HOURS"},{"ip":"10.0.0.2"})");
    m_service->expireNow();
    QCOMPARE(manager.ranges().size(), 2);
    m_clock.advance(6h);
    QCOMPARE(manager.ranges().size(), 2); // the job has not run yet
    m_service->expireNow();
    QCOMPARE(manager.ranges(), QStringList{u"10.0.0.2"_s});
}

void EmbeddedServiceTest::expiredEntriesGoByThemselves()
{
    m_service.reset();
    auto often = options();
    often.expiryInterval = 5ms;
    m_service = start(often);
    QVERIFY(m_service);
    Manager manager(*m_service);
    manager.patch(R"({"ip":"10.0.0.1","deleteEntry":"AFTER_6_HOURS"})");
    m_clock.advance(6h);
    QTRY_COMPARE(manager.ranges(), QStringList());
}

void EmbeddedServiceTest::expiredEntriesGoAtTheStart()
{
    Manager(*m_service).patch(R"({"ip":"10.0.0.1","deleteEntry":"AFTER_6_HOURS"})");
    m_service.reset();
    m_clock.advance(7h);
    m_service = start(options());
    QCOMPARE(Manager(*m_service).ranges(), QStringList());
}

void EmbeddedServiceTest::callerBehindAProxy()
{
    const QByteArray request = "GET /ip HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n";
    QCOMPARE(RawClient(quint16(m_service->url().port())).send(request).answer().body, R"({"ip":"127.0.0.1"})");
    m_service.reset();
    auto trusting = options();
    trusting.trustedProxies = {u"10.0.0.0/8"_s, u"127.0.0.1"_s};
    m_service = start(trusting);
    QCOMPARE(RawClient(quint16(m_service->url().port())).send(request).answer().body, R"({"ip":"1.2.3.4"})");
}

void EmbeddedServiceTest::foreignHostAndOrigin()
{
    RawClient client(quint16(m_service->url().port()));
    QCOMPARE(client.send("GET /ip HTTP/1.1\r\nHost: evil.example\r\n\r\n").answer().status, 421);
    QCOMPARE(client.send("GET /ip HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n").answer().status,
             403);
    QCOMPARE(client.send("GET /ip HTTP/1.1\r\n\r\n").answer().status, 400);
}

void EmbeddedServiceTest::unauthorisedBodyIsNotRead()
{
    RawClient client(quint16(m_service->url().port()));
    client.send("PATCH " + listPath + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n{");
    const auto answer = client.answer();
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.header("Connection"), "close");
}

void EmbeddedServiceTest::oversizedBodyHasTheApisShape()
{
    RawClient client(quint16(m_service->url().port()));
    client.send("PATCH " + listPath + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n{");
    const auto answer = client.answer();
    QCOMPARE(answer.status, 413);
    QCOMPARE(QJsonDocument::fromJson(answer.body).object().value(u"success"_s), false);
}

void EmbeddedServiceTest::unusableOptions_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("kind");
    QTest::newRow("proxy range") << u"proxy"_s << int(ErrorKind::InvalidInput);
    QTest::newRow("address") << u"address"_s << int(ErrorKind::InvalidInput);
    QTest::newRow("token") << u"token"_s << int(ErrorKind::InvalidInput);
    QTest::newRow("certificate") << u"certificate"_s << int(ErrorKind::InvalidInput);
    QTest::newRow("port in use") << u"port"_s << int(ErrorKind::Network);
    QTest::newRow("folder") << u"folder"_s << int(ErrorKind::Storage);
}

void EmbeddedServiceTest::unusableOptions()
{
    QFETCH(QString, part);
    auto wrong = options();
    if (part == u"proxy"_s)
        wrong.trustedProxies = {u"10.0.0.1/8"_s};
    else if (part == u"address"_s)
        wrong.listenAddress = u"localhost.invalid"_s;
    else if (part == u"token"_s)
        wrong.token = u"short"_s;
    else if (part == u"certificate"_s)
        wrong.tlsCertificateFile = u"/nowhere.pem"_s;
    else if (part == u"port"_s)
        wrong.listenPort = quint16(m_service->url().port());
    else
        wrong.dataFolder = m_folder->filePath(u"service.sqlite"_s);
    const auto refused = EmbeddedService::start(wrong, m_clock);
    QVERIFY(!refused);
    QTEST(int(refused.error().kind), "kind");
    QVERIFY(!refused.error().message.isEmpty());
}

void EmbeddedServiceTest::failedStartLeavesNothingRunning()
{
    const auto before = QSqlDatabase::connectionNames().size();
    auto wrong = options();
    wrong.listenPort = quint16(m_service->url().port());
    QVERIFY(!EmbeddedService::start(wrong, m_clock));
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

void EmbeddedServiceTest::requestWithoutCommittedAnswerIsAllOrNothing()
{
    // Clients that leave while their change is being made: the list is always one of those that were sent.
    for (int i = 0; i < 20; ++i) {
        RawClient client(quint16(m_service->url().port()));
        const QByteArray body = R"({"appEnvId":"local","allowlist":[{"ip":"10.0.0.1"},{"ip":"10.0.0.2"}]})";
        client.send("PATCH " + listPath +
                    " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + m_service->token().toLatin1() +
                    "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                    "\r\n\r\n" + body);
        client.socket().abort();
        const auto count = Manager(*m_service).ranges().size();
        QVERIFY(count == 0 || count == 2);
        QCOMPARE(Manager(*m_service).patch("").status, 200);
    }
}

GATEHOUSE_TEST(EmbeddedServiceTest, QCoreApplication)
#include "tst_embedded_service.moc"
