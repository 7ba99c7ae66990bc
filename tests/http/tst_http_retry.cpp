// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Second attempts, as a service sees them. When and how long is decided by RetryRule, see tst_http_rules.
class TestHttpRetry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untilItWorks_data();
    void untilItWorks();
    void onlyWhatMayBeRepeated_data();
    void onlyWhatMayBeRepeated();
    void lastAnswerIsReturned();
    void lastFailureIsReturned();
    void waitsAsLongAsAsked_data();
    void waitsAsLongAsAsked();
    void tooLongAWaitIsTheCallers();
    void everybodyWaitsAfterTooManyRequests();
    void sameBodyAndIdAgain();
};

namespace {

HttpPolicy quick()
{
    HttpPolicy policy;
    policy.firstBackoff = 1ms;
    return policy;
}

HttpRequest request(const FaultServer &server, const QByteArray &method = "GET")
{
    HttpRequest made;
    made.method = method;
    made.url = server.url();
    return made;
}

} // namespace

void TestHttpRetry::untilItWorks_data()
{
    QTest::addColumn<ScriptedAnswer>("fault");
    for (const int status : {429, 502, 503, 504})
        QTest::addRow("%d", status) << answer(status, "later");
    QTest::newRow("cut answer") << answer(200, "0123456789").cutBody(4, ScriptedAnswer::Ending::Close);
}

void TestHttpRetry::untilItWorks()
{
    QFETCH(const ScriptedAnswer, fault);
    FaultServer server;
    for (int time = 0; time < 3; ++time)
        server.enqueue(fault);
    server.enqueue(answer(200, "at last"));
    HttpClient client(quick());

    const auto outcome = await(client.send(request(server)));

    QVERIFY(outcome);
    QCOMPARE(outcome->status, 200);
    QCOMPARE(outcome->body, QByteArray("at last"));
    QCOMPARE(server.requests().size(), 4);
}

void TestHttpRetry::onlyWhatMayBeRepeated_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("repeatable");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("seen");
    for (const char *method : {"GET", "HEAD", "PUT", "DELETE"})
        QTest::addRow("%s", method) << QByteArray(method) << false << 503 << 4;
    for (const char *method : {"POST", "PATCH"}) {
        QTest::addRow("%s", method) << QByteArray(method) << false << 503 << 1;
        QTest::addRow("%s that was not taken", method) << QByteArray(method) << false << 429 << 4;
    }
    QTest::newRow("POST that only validates") << QByteArray("POST") << true << 503 << 4;
    for (const int status : {400, 401, 404, 409, 500, 501})
        QTest::addRow("%d is no passing state", status) << QByteArray("GET") << false << status << 1;
}

void TestHttpRetry::onlyWhatMayBeRepeated()
{
    QFETCH(const QByteArray, method);
    QFETCH(const bool, repeatable);
    QFETCH(const int, status);
    QFETCH(const int, seen);
    FaultServer server;
    server.setDefault(answer(status));
    HttpClient client(quick());
    HttpRequest sent = request(server, method);
    sent.repeatable = repeatable;

    const auto outcome = await(client.send(sent));

    QVERIFY(outcome);
    QCOMPARE(outcome->status, status);
    QCOMPARE(server.requests().size(), seen);
}

void TestHttpRetry::lastAnswerIsReturned()
{
    FaultServer server;
    server.setHandler([&](const SeenRequest &) { return answer(503, QByteArray::number(server.requests().size())); });
    HttpClient client(quick());

    const auto outcome = await(client.send(request(server)));

    QVERIFY(outcome);
    QCOMPARE(outcome->body, QByteArray("4"));
}

void TestHttpRetry::lastFailureIsReturned()
{
    FaultServer server;
    server.setDefault(answer(200, "0123456789").cutBody(4, ScriptedAnswer::Ending::Close));
    HttpPolicy policy = quick();
    policy.maximumAttempts = 2;
    HttpClient client(policy);

    const auto outcome = await(client.send(request(server, "PUT")));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Network);
    QCOMPARE(server.requests().size(), 2);
}

void TestHttpRetry::waitsAsLongAsAsked_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("429 with Retry-After") << 429 << QByteArray("Retry-After");
    QTest::newRow("503 with Retry-After") << 503 << QByteArray("Retry-After");
    QTest::newRow("429 with RateLimit-Reset") << 429 << QByteArray("RateLimit-Reset");
}

void TestHttpRetry::waitsAsLongAsAsked()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, header);
    FaultServer server;
    server.enqueue(answer(status, {}, {{header, "1"}}));
    HttpClient client(quick());

    QVERIFY(await(client.send(request(server))));

    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests().last().arrived - server.requests().first().arrived >= 1s);
}

void TestHttpRetry::tooLongAWaitIsTheCallers()
{
    FaultServer server;
    server.setDefault(answer(429, {}, {{"Retry-After", "61"}}));
    HttpClient client(quick());

    const auto outcome = await(client.send(request(server)));

    QVERIFY(outcome);
    QCOMPARE(outcome->status, 429);
    QCOMPARE(outcome->retryAfter(QDateTime::currentDateTimeUtc()), 61s);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(await(client.send(request(server)))->status, 429); // and nobody else waits for it
}

void TestHttpRetry::everybodyWaitsAfterTooManyRequests()
{
    FaultServer server;
    server.enqueue(answer(429, {}, {{"Retry-After", "1"}}));
    HttpPolicy policy = quick();
    policy.maximumAttempts = 1;
    HttpClient client(policy);
    QCOMPARE(await(client.send(request(server, "POST")))->status, 429);

    QVERIFY(await(client.send(request(server, "GET"))));

    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests().last().arrived - server.requests().first().arrived >= 1s);
}

void TestHttpRetry::sameBodyAndIdAgain()
{
    FaultServer server;
    server.enqueue(answer(503));
    HttpClient client(quick());
    HttpRequest sent = request(server, "PUT");
    sent.body = QByteArray(100'000, 'e');

    QVERIFY(await(client.send(sent)));

    QCOMPARE(server.requests().size(), 2);
    for (const SeenRequest &seen : server.requests()) {
        QCOMPARE(seen.body, sent.body);
        QCOMPARE(seen.header("X-Request-Id"), server.requests().first().header("X-Request-Id"));
    }
}

GATEHOUSE_TEST(TestHttpRetry, QCoreApplication)
#include "tst_http_retry.moc"
