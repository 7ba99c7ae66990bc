// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
using Ending = ScriptedAnswer::Ending;

/// QNetworkAccessManager repeats what it may rewind when a connection ends before the answer. What changes a list goes
/// out once per attempt, and an attempt is ours to make.
class TestHttpResend final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seenOncePerAttempt_data();
    void seenOncePerAttempt();
    void afterAKeptConnectionEnded();
    void rightAfterAnAbortedAnswer();
    void earlyAnswerEndsTheUpload();
};

namespace {

HttpPolicy withAttempts(int attempts)
{
    HttpPolicy policy;
    policy.deadline = 2s;
    policy.firstBackoff = 1ms;
    policy.maximumAttempts = attempts;
    return policy;
}

HttpRequest request(const FaultServer &server, const QByteArray &method, const QByteArray &body)
{
    HttpRequest made;
    made.method = method;
    made.url = server.url();
    made.body = body;
    return made;
}

} // namespace

void TestHttpResend::seenOncePerAttempt_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<ScriptedAnswer>("fault");
    QTest::addColumn<int>("seen");
    const ScriptedAnswer good = answer(200, "ok");
    const std::array faults{std::pair{"closed", hangUp()},
                            std::pair{"reset", hangUp(Ending::Reset)},
                            std::pair{"closed at once", hangUp().beforeBody()},
                            std::pair{"reset at once", hangUp(Ending::Reset).beforeBody()},
                            std::pair{"closed in the status line", good.cut(9, Ending::Close)},
                            std::pair{"reset in the head", good.cut(30, Ending::Reset)}};
    constexpr int attempts = 3;
    const std::array methods{std::pair{"POST", 1}, std::pair{"PATCH", 1}, std::pair{"PUT", attempts},
                             std::pair{"DELETE", attempts}};
    const std::array bodies{std::pair{"no body", QByteArray()}, std::pair{"small body", QByteArray("{\"a\":1}")},
                            std::pair{"large body", QByteArray(3'000'000, 'b')}};
    for (const auto &[method, seen] : methods) {
        for (const auto &[size, body] : bodies) {
            for (const auto &[name, fault] : faults) {
                for (const bool kept : {false, true})
                    QTest::addRow("%s, %s, %s, %s", method, size, name, kept ? "kept connection" : "new connection")
                        << QByteArray(method) << body << kept << fault << seen;
            }
        }
    }
}

void TestHttpResend::seenOncePerAttempt()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, kept);
    QFETCH(const ScriptedAnswer, fault);
    QFETCH(const int, seen);
    FaultServer server;
    HttpClient client(withAttempts(3));
    if (kept)
        QVERIFY(await(client.send(request(server, "GET", {}))));
    const qsizetype before = server.requests().size();
    server.setDefault(fault);

    const auto outcome = await(client.send(request(server, method, body)));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Network);
    QCOMPARE(server.requests().size() - before, seen);
}

/// A service ends idle connections after a while: the next change must not fail for that.
void TestHttpResend::afterAKeptConnectionEnded()
{
    FaultServer server;
    HttpClient client(withAttempts(1));
    for (int round = 1; round <= 10; ++round) {
        server.enqueue(answer(200, "ok").then(Ending::Close));
        QVERIFY(await(client.send(request(server, "GET", {}))));
        QTRY_COMPARE(server.openConnections(), 0);

        const auto outcome = await(client.send(request(server, "POST", "{}")));

        QVERIFY(outcome);
        QCOMPARE(server.requests().size(), 2 * round);
    }
}

/// What was given up must not take the next change down with its connection.
void TestHttpResend::rightAfterAnAbortedAnswer()
{
    FaultServer server;
    HttpPolicy policy = withAttempts(1);
    policy.maximumBody = 1000;
    HttpClient client(policy);
    for (int round = 1; round <= 50; ++round) {
        server.setDefault(hugeBody(100'000, round % 2 == 0));
        QVERIFY(!await(client.send(request(server, "GET", {}))));
        server.setDefault(answer(200, "ok"));

        const auto outcome = await(client.send(request(server, "POST", "{}")));

        QVERIFY(outcome);
        // QNetworkAccessManager may have asked once more for what was given up.
        const auto posts = std::ranges::count(server.requests(), QByteArray("POST"), &SeenRequest::method);
        QCOMPARE(posts, round);
    }
}

void TestHttpResend::earlyAnswerEndsTheUpload()
{
    FaultServer server;
    HttpClient client(withAttempts(1));
    server.setDefault(answer(413, "too large").beforeBody().then(Ending::Close));

    const auto outcome = await(client.send(request(server, "POST", QByteArray(3'000'000, 'b'))));

    // The reset that ends the upload may overtake the answer; but nothing is sent again.
    QVERIFY(outcome ? outcome->status == 413 : outcome.error().kind == ErrorKind::Network);
    QCOMPARE(server.requests().size(), 1);
}

GATEHOUSE_TEST(TestHttpResend, QCoreApplication)
#include "tst_http_resend.moc"
