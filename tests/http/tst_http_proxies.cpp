// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"
#include "http/SystemProxies.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The system's proxies, told by the environment as on most desktops without a display manager.
class TestHttpProxies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void thisComputerNeedsNone_data();
    void thisComputerNeedsNone();
    void othersAreAskedForThroughIt();
    void loopbackTrafficStaysHere();
};

namespace {

void useProxy(quint16 port)
{
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(port);
    qputenv("http_proxy", url);
    qputenv("https_proxy", url);
    qunsetenv("no_proxy");
}

} // namespace

void TestHttpProxies::cleanup()
{
    qunsetenv("http_proxy");
    qunsetenv("https_proxy");
}

void TestHttpProxies::thisComputerNeedsNone_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("direct");
    QTest::newRow("127.0.0.1") << u"http://127.0.0.1:8080/"_s << true;
    QTest::newRow("localhost") << u"https://localhost/"_s << true;
    QTest::newRow("::1") << u"http://[::1]/"_s << true;
    QTest::newRow("another host") << u"https://example.com/"_s << false;
    QTest::newRow("another address") << u"https://203.0.113.1/"_s << false;
}

void TestHttpProxies::thisComputerNeedsNone()
{
    QFETCH(const QString, url);
    QFETCH(const bool, direct);
    useProxy(3128);
    SystemProxies proxies;

    const auto found = proxies.queryProxy(QNetworkProxyQuery(QUrl(url)));

    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first().type() == QNetworkProxy::NoProxy, direct);
}

void TestHttpProxies::othersAreAskedForThroughIt()
{
    FaultServer proxy;
    proxy.setDefault(answer(403, "not through here"));
    useProxy(proxy.serverPort());
    HttpPolicy policy;
    policy.maximumAttempts = 1;
    HttpClient client(policy);
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"https://service.invalid/list"_s);
    request.headers = {{"Authorization", "Bearer secret"}, {"x-api-key", "secret"}};
    request.body = "{\"secret\":1}";

    const auto outcome = await(client.send(request));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Network);
    QVERIFY(!proxy.requests().isEmpty());
    for (const SeenRequest &seen : proxy.requests()) {
        QCOMPARE(seen.method, QByteArray("CONNECT"));
        QCOMPARE(seen.target, QByteArray("service.invalid:443"));
        QVERIFY(!seen.has("Authorization"));
        QVERIFY(!seen.has("x-api-key"));
        QVERIFY(seen.body.isEmpty());
    }
}

void TestHttpProxies::loopbackTrafficStaysHere()
{
    FaultServer proxy;
    FaultServer server;
    useProxy(proxy.serverPort());
    HttpClient client;
    HttpRequest request;
    request.url = server.url();

    QVERIFY(await(client.send(request)));

    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(proxy.connectionCount(), 0);
}

GATEHOUSE_TEST(TestHttpProxies, QCoreApplication)
#include "tst_http_proxies.moc"
