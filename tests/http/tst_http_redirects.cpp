// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Redirects never carry a secret to somebody else.
class TestHttpRedirects final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGoesElsewhere_data();
    void nothingGoesElsewhere();
    void notFollowedInPlace_data();
    void notFollowedInPlace();
    void readingIsFollowedInPlace_data();
    void readingIsFollowedInPlace();
    void endlessOnesEnd();
    void deadlineCoversAllOfThem();
    void withoutALocationIsAnAnswer();
};

namespace {

HttpRequest request(const FaultServer &server, const QByteArray &method)
{
    HttpRequest made;
    made.method = method;
    made.url = server.url(u"/list"_s);
    made.headers = {{"Authorization", "Bearer secret-token"}, {"x-api-key", "secret-key"}};
    if (method == "POST" || method == "PUT")
        made.body = "{\"secret\":1}";
    return made;
}

void eachStatusAndMethod()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
            QTest::addRow("%d for %s", status, method) << status << QByteArray(method);
    }
}

} // namespace

void TestHttpRedirects::nothingGoesElsewhere_data()
{
    eachStatusAndMethod();
}

void TestHttpRedirects::nothingGoesElsewhere()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, method);
    FaultServer here;
    FaultServer elsewhere;
    here.setDefault(redirect(status, elsewhere.url(u"/stolen?x=secret-token"_s).toEncoded()));
    HttpClient client;

    const auto outcome = await(client.send(request(here, method)));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Insecure);
    QCOMPARE(outcome.error().httpStatus, status);
    QVERIFY(outcome.error().message.contains(elsewhere.url(u"/stolen"_s).toString()));
    QVERIFY(!outcome.error().message.contains(u"secret"_s));
    QVERIFY(!outcome.error().requestId.isEmpty());
    QCOMPARE(here.requests().size(), 1);
    QCOMPARE(elsewhere.connectionCount(), 0);
}

void TestHttpRedirects::notFollowedInPlace_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("another scheme") << QByteArray("https://127.0.0.1:%1/list");
    QTest::newRow("another name of this computer") << QByteArray("http://localhost:%1/list");
    QTest::newRow("a user in the URL") << QByteArray("http://user:password@127.0.0.1:%1/list");
    QTest::newRow("a file") << QByteArray("file:///etc/hostname");
    QTest::newRow("data") << QByteArray("data:application/json,[]");
    QTest::newRow("no URL") << QByteArray("http://[::zz]/");
}

void TestHttpRedirects::notFollowedInPlace()
{
    QFETCH(QByteArray, location);
    FaultServer server;
    server.setDefault(redirect(302, location.replace("%1", QByteArray::number(server.serverPort()))));
    HttpClient client;

    const auto outcome = await(client.send(request(server, "GET")));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Insecure);
    QVERIFY(!outcome.error().message.contains(u"password"_s));
    QCOMPARE(server.requests().size(), 1);
}

void TestHttpRedirects::readingIsFollowedInPlace_data()
{
    eachStatusAndMethod();
}

void TestHttpRedirects::readingIsFollowedInPlace()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, method);
    FaultServer server;
    server.enqueue(redirect(status, "/moved?page=1#part"));
    server.enqueue(answer(200, {}, {{"X-Request-Id", "second"}}));
    HttpClient client;

    const auto outcome = await(client.send(request(server, method)));

    const bool reads = method == "GET" || method == "HEAD";
    QCOMPARE(outcome.has_value(), reads);
    QCOMPARE(server.requests().size(), reads ? 2 : 1);
    if (!reads) {
        QCOMPARE(outcome.error().kind, ErrorKind::Insecure);
        return;
    }
    QCOMPARE(outcome->requestId, u"second"_s);
    const SeenRequest &second = server.requests().last();
    QCOMPARE(second.method, method);
    QCOMPARE(second.target, QByteArray("/moved?page=1"));
    QCOMPARE(second.header("Authorization"), QByteArray("Bearer secret-token"));
    QCOMPARE(second.header("X-Request-Id"), server.requests().first().header("X-Request-Id"));
}

void TestHttpRedirects::endlessOnesEnd()
{
    FaultServer server;
    server.setDefault(redirect(302, "/again"));
    HttpClient client;

    const auto outcome = await(client.send(request(server, "GET")));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::UnreadableAnswer);
    QVERIFY(server.requests().size() < 10);
}

void TestHttpRedirects::deadlineCoversAllOfThem()
{
    FaultServer server;
    server.setDefault(redirect(302, "/again").after(200ms));
    HttpPolicy policy;
    policy.deadline = 500ms;
    HttpClient client(policy);

    const auto outcome = await(client.send(request(server, "GET")));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Timeout);
}

void TestHttpRedirects::withoutALocationIsAnAnswer()
{
    FaultServer server;
    server.setDefault(answer(302, "choose"));
    HttpClient client;

    const auto outcome = await(client.send(request(server, "GET")));

    QVERIFY(outcome);
    QCOMPARE(outcome->status, 302);
    QCOMPARE(outcome->body, QByteArray("choose"));
}

GATEHOUSE_TEST(TestHttpRedirects, QCoreApplication)
#include "tst_http_redirects.moc"
