// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;

/// What goes out and what comes back when all is well.
class TestHttpClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsMethodAndBody_data();
    void sendsMethodAndBody();
    void namesItselfAndTheRequest();
    void keepsTheCallersHeaders();
    void anyStatusIsAValue_data();
    void anyStatusIsAValue();
    void theServicesRequestIdWins_data();
    void theServicesRequestIdWins();
    void keepsNoCookies();
    void unpacksWhatIsCompressed();

private:
    [[nodiscard]] Result<HttpResponse> send(const QByteArray &method, const QByteArray &body = {},
                                            const HttpHeaders &headers = {});

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<HttpClient> m_client;
};

void TestHttpClient::init()
{
    m_server = std::make_unique<FaultServer>();
    m_client = std::make_unique<HttpClient>();
}

void TestHttpClient::cleanup()
{
    m_client.reset();
    m_server.reset();
}

Result<HttpResponse> TestHttpClient::send(const QByteArray &method, const QByteArray &body, const HttpHeaders &headers)
{
    HttpRequest request;
    request.method = method;
    request.url = m_server->url(QStringLiteral("/list?page=2"));
    request.headers = headers;
    request.body = body;
    return await(m_client->send(request));
}

void TestHttpClient::sendsMethodAndBody_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("get") << QByteArray("GET") << QByteArray();
    QTest::newRow("head") << QByteArray("HEAD") << QByteArray();
    QTest::newRow("post") << QByteArray("POST") << QByteArray("{\"a\":1}");
    QTest::newRow("post with an empty body") << QByteArray("POST") << QByteArray();
    QTest::newRow("put of a megabyte") << QByteArray("PUT") << QByteArray(1024 * 1024, 'b');
    QTest::newRow("patch") << QByteArray("PATCH") << QByteArray("[]");
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray();
    QTest::newRow("delete with a body") << QByteArray("DELETE") << QByteArray("{}");
}

void TestHttpClient::sendsMethodAndBody()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    m_server->setDefault(answer(200, method == "HEAD" ? QByteArray() : QByteArray("fine"), {{"Content-Length", "4"}}));

    const auto outcome = send(method, body);

    QVERIFY(outcome);
    QCOMPARE(outcome->status, 200);
    QCOMPARE(outcome->body, method == "HEAD" ? QByteArray() : QByteArray("fine"));
    QCOMPARE(m_server->requests().size(), 1);
    const SeenRequest &seen = m_server->requests().first();
    QCOMPARE(seen.method, method);
    QCOMPARE(seen.target, QByteArray("/list?page=2"));
    QCOMPARE(seen.body, body);
    const bool hasNoBody = method == "GET" || method == "HEAD";
    QCOMPARE(seen.header("Content-Length"), hasNoBody ? QByteArray() : QByteArray::number(body.size()));
}

void TestHttpClient::namesItselfAndTheRequest()
{
    const auto outcome = send("GET");

    QVERIFY(outcome);
    const SeenRequest &seen = m_server->requests().first();
    QVERIFY(seen.header("User-Agent").startsWith("Gatehouse/"));
    const QString id = QString::fromLatin1(seen.header("X-Request-Id"));
    QVERIFY(!QUuid(id).isNull());
    QCOMPARE(outcome->requestId, id);
    QVERIFY(send("GET"));
    QVERIFY(m_server->requests().last().header("X-Request-Id") != seen.header("X-Request-Id"));
}

void TestHttpClient::keepsTheCallersHeaders()
{
    const HttpHeaders headers{{"Authorization", "Bearer one"}, {"x-request-id", "mine"}, {"User-Agent", "Other/1"}};

    const auto outcome = send("POST", "{}", headers);

    QVERIFY(outcome);
    const SeenRequest &seen = m_server->requests().first();
    QCOMPARE(seen.header("Authorization"), QByteArray("Bearer one"));
    QCOMPARE(seen.header("X-Request-Id"), QByteArray("mine"));
    QCOMPARE(seen.header("User-Agent"), QByteArray("Other/1"));
    QCOMPARE(outcome->requestId, QStringLiteral("mine"));
}

void TestHttpClient::anyStatusIsAValue_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("challenge");
    for (const int status : {201, 204, 304, 400, 403, 404, 405, 409, 410, 418, 422, 500, 501, 503, 599})
        QTest::addRow("%d", status) << status << QByteArray();
    QTest::newRow("401 without a challenge") << 401 << QByteArray();
    for (const char *challenge :
         {"Bearer", "Basic realm=\"x\"", "NTLM", "Negotiate", "Digest realm=\"x\", nonce=\"n\", qop=\"auth\""})
        QTest::addRow("401 %s", challenge) << 401 << QByteArray(challenge);
}

void TestHttpClient::anyStatusIsAValue()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, challenge);
    const bool hasBody = status != 204 && status != 304;
    Headers headers;
    if (!challenge.isEmpty())
        headers = {{"WWW-Authenticate", challenge}};
    m_server->setDefault(answer(status, hasBody ? "reason" : "", headers));

    const auto outcome = send("POST", "{}");

    QVERIFY(outcome);
    QCOMPARE(outcome->status, status);
    QCOMPARE(outcome->body, hasBody ? QByteArray("reason") : QByteArray());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestHttpClient::theServicesRequestIdWins_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"X-Request-Id", "x-request-id", "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId"})
        QTest::addRow("%s", name) << QByteArray(name);
}

void TestHttpClient::theServicesRequestIdWins()
{
    QFETCH(const QByteArray, name);
    m_server->setDefault(answer(500, {}, {{name, "theirs-1"}}));

    const auto outcome = send("POST");

    QVERIFY(outcome);
    QCOMPARE(outcome->requestId, QStringLiteral("theirs-1"));
}

void TestHttpClient::keepsNoCookies()
{
    m_server->setDefault(answer(200, "ok", {{"Set-Cookie", "session=abc; Path=/"}}));

    QVERIFY(send("GET"));
    QVERIFY(send("GET"));

    QCOMPARE(m_server->requests().size(), 2);
    QVERIFY(!m_server->requests().last().has("Cookie"));
}

void TestHttpClient::unpacksWhatIsCompressed()
{
    // "entries" by gzip
    const auto packed = QByteArray::fromHex("1f8b08000000000002034bcd2b29ca4c2d0600c5b3f82d07000000");
    m_server->setDefault(answer(200, packed, {{"Content-Encoding", "gzip"}}));

    const auto outcome = send("GET");

    QVERIFY(m_server->requests().first().header("Accept-Encoding").contains("gzip"));
    QVERIFY(outcome);
    QCOMPARE(outcome->body, QByteArray("entries"));
}

GATEHOUSE_TEST(TestHttpClient, QCoreApplication)
#include "tst_http_client.moc"
