// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"
#include "support/Await.h"
#include "support/FaultServer.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Many requests at one client: how many at once, how fast, in which order, and how they end early.
class TestHttpQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverMoreAtOnceThanAllowed_data();
    void neverMoreAtOnceThanAllowed();
    void keepsTheOrder();
    void keepsTheRate();
    void aMethodWithARateOfItsOwnHoldsUpNoOther();
    void cancelWhileUnderWay();
    void cancelWhileQueued();
    void cancelWhileWaitingToRetry();
    void cancelAtAnyMoment();
    void cancelAfterwardsChangesNothing();
    void destroyedClientEndsItsFutures();
    void clientMayDieInAHandler();
    void handlerMaySendAgain();
    void deadlineDoesNotCountTheQueue();
};

namespace {

HttpRequest get(const FaultServer &server, int number = 0)
{
    HttpRequest request;
    request.url = server.url(u"/%1"_s.arg(number));
    return request;
}

QList<Future<HttpResponse>> sendMany(HttpClient &client, const FaultServer &server, int count)
{
    QList<Future<HttpResponse>> futures;
    for (int number = 0; number < count; ++number)
        futures << client.send(get(server, number));
    return futures;
}

} // namespace

void TestHttpQueue::neverMoreAtOnceThanAllowed_data()
{
    QTest::addColumn<int>("allowed");
    QTest::addColumn<int>("expected");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("three") << 3 << 3;
    QTest::newRow("more than QNetworkAccessManager has connections") << 50 << 6;
    QTest::newRow("none is taken for one") << 0 << 1;
}

void TestHttpQueue::neverMoreAtOnceThanAllowed()
{
    QFETCH(const int, allowed);
    QFETCH(const int, expected);
    FaultServer server;
    server.setDefault(answer(200, "ok").after(20ms));
    HttpPolicy policy;
    policy.maximumConcurrent = allowed;
    HttpClient client(policy);

    for (const auto &future : sendMany(client, server, 12))
        QVERIFY(await(future));

    QCOMPARE(server.requests().size(), 12);
    QCOMPARE(server.mostUnderWay(), expected);
    QVERIFY(server.connectionCount() <= expected);
}

void TestHttpQueue::keepsTheOrder()
{
    FaultServer server;
    HttpPolicy policy;
    policy.maximumConcurrent = 1;
    HttpClient client(policy);

    for (const auto &future : sendMany(client, server, 20))
        QVERIFY(await(future));

    for (int number = 0; number < 20; ++number)
        QCOMPARE(server.requests().at(number).target, "/" + QByteArray::number(number));
}

void TestHttpQueue::keepsTheRate()
{
    FaultServer server;
    HttpPolicy policy;
    policy.rate = {50, 3};
    HttpClient client(policy);

    for (const auto &future : sendMany(client, server, 13))
        QVERIFY(await(future));

    // Three at once, ten more every 20 ms; the first one's own way to the server may have been the longest.
    constexpr auto tolerance = 50ms;
    const auto took = server.requests().last().arrived - server.requests().first().arrived;
    QVERIFY(took >= 200ms - tolerance);
}

void TestHttpQueue::aMethodWithARateOfItsOwnHoldsUpNoOther()
{
    FaultServer server;
    HttpPolicy policy;
    policy.maximumConcurrent = 1;
    policy.methodRates = {{"DELETE", {5, 1}}};
    HttpClient client(policy);
    QList<Future<HttpResponse>> futures;
    for (const char *method : {"DELETE", "DELETE", "GET", "GET"}) {
        HttpRequest request = get(server, 1);
        request.method = method;
        futures.append(client.send(request));
    }

    for (const auto &future : futures)
        QVERIFY(await(future));

    QByteArrayList methods;
    for (const SeenRequest &request : server.requests())
        methods.append(request.method);
    QCOMPARE(methods.join(' '), "DELETE GET GET DELETE");
}

void TestHttpQueue::cancelWhileUnderWay()
{
    FaultServer server;
    server.enqueue(silence());
    HttpPolicy policy;
    policy.maximumConcurrent = 1;
    HttpClient client(policy);
    auto future = client.send(get(server, 1));
    QTRY_COMPARE(server.requests().size(), 1);

    future.cancel();

    QCOMPARE(await(future).error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(await(client.send(get(server, 2)))); // its place is free again
    QCOMPARE(server.requests().size(), 2);
}

void TestHttpQueue::cancelWhileQueued()
{
    FaultServer server;
    server.setDefault(answer(200, "ok").after(50ms));
    HttpPolicy policy;
    policy.maximumConcurrent = 1;
    HttpClient client(policy);
    auto futures = sendMany(client, server, 3);

    futures[1].cancel();

    QVERIFY(await(futures[0]));
    QCOMPARE(await(futures[1]).error().kind, ErrorKind::Cancelled);
    QVERIFY(await(futures[2]));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().last().target, QByteArray("/2"));
}

void TestHttpQueue::cancelWhileWaitingToRetry()
{
    FaultServer server;
    server.setDefault(answer(503, "later", {{"Retry-After", "30"}}));
    HttpClient client;
    auto future = client.send(get(server));
    QTRY_COMPARE(server.requests().size(), 1);
    QTRY_COMPARE(server.underWay(), 0);

    future.cancel();

    QCOMPARE(await(future).error().kind, ErrorKind::Cancelled);
}

void TestHttpQueue::cancelAtAnyMoment()
{
    constexpr int requests = 300;
    constexpr int longest = 1500; // microseconds: about as long as a request takes
    FaultServer server;
    HttpClient client;
    QRandomGenerator random(20260301);
    int good = 0;
    for (int number = 0; number < requests; ++number) {
        auto future = client.send(get(server, number));
        const QDeadlineTimer moment(std::chrono::microseconds(random.bounded(longest)), Qt::PreciseTimer);
        while (!moment.hasExpired() && !future.isFinished())
            QCoreApplication::processEvents();
        future.cancel();
        const auto outcome = await(future);
        QVERIFY(outcome || outcome.error().kind == ErrorKind::Cancelled);
        good += outcome ? 1 : 0;
    }

    const auto last = await(client.send(get(server)));

    QVERIFY(last);
    qInfo("%d of %d were quicker than their cancel", good, requests);
}

void TestHttpQueue::cancelAfterwardsChangesNothing()
{
    FaultServer server;
    HttpClient client;
    auto future = client.send(get(server));
    QVERIFY(await(future));

    future.cancel();

    QCOMPARE(future.resultCount(), 1);
    QCOMPARE(future.result()->body, QByteArray("ok"));
    QVERIFY(await(client.send(get(server))));
}

void TestHttpQueue::destroyedClientEndsItsFutures()
{
    FaultServer server;
    server.setHandler([](const SeenRequest &request) {
        return request.target == "/0" ? answer(503, "later", {{"Retry-After", "30"}}) : silence();
    });
    auto client = std::make_unique<HttpClient>();
    const auto futures = sendMany(*client, server, 12);
    QTRY_COMPARE(server.underWay(), 6);

    client.reset();

    for (const auto &future : futures) {
        QVERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
        QCOMPARE(await(future).error().kind, ErrorKind::Cancelled);
    }
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestHttpQueue::clientMayDieInAHandler()
{
    FaultServer server;
    auto *client = new HttpClient;
    auto futures = sendMany(*client, server, 8);
    int ended = 0;
    // Runs inside the client, right when the first outcome is there.
    auto first = futures.first().then([&](const Result<HttpResponse> &) { delete std::exchange(client, nullptr); });
    for (const auto &future : std::as_const(futures))
        whenDone(future, this, [&](const Result<HttpResponse> &) { ++ended; });

    QTRY_COMPARE(ended, 8);
    QTRY_VERIFY(first.isFinished());
    QVERIFY(client == nullptr);
}

void TestHttpQueue::handlerMaySendAgain()
{
    FaultServer server;
    HttpClient client;
    int left = 5;
    std::function<void()> next = [&] {
        whenDone(client.send(get(server)), &client, [&](const Result<HttpResponse> &outcome) {
            QVERIFY(outcome);
            if (--left > 0)
                next();
        });
    };

    next();

    QTRY_COMPARE(left, 0);
    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(server.connectionCount(), 1);
}

void TestHttpQueue::deadlineDoesNotCountTheQueue()
{
    FaultServer server;
    server.setDefault(answer(200, "ok").after(100ms));
    HttpPolicy policy;
    policy.maximumConcurrent = 1;
    policy.deadline = 1s;
    HttpClient client(policy);

    for (const auto &future : sendMany(client, server, 12))
        QVERIFY(await(future));
}

GATEHOUSE_TEST(TestHttpQueue, QCoreApplication)
#include "tst_http_queue.moc"
