// SPDX-License-Identifier: Apache-2.0
// The HTTP server over real sockets, around a handler of the test's own.
#include "RawClient.h"
#include "server/http/HttpServer.h"
#include "support/Patience.h"
#include "support/TestCertificate.h"
#include "support/TestProgram.h"

#include <QSslCipher>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Answers with what was asked. `/later` waits until release() is called, `/large` is larger than any socket buffer,
/// and for `/refused` no body is wanted.
class EchoHandler final
{
public:
    RequestHandler handler()
    {
        return {[](const Request &head) { return head.target != "/refused"; },
                [this](const Request &request, std::function<void(Response)> answer) {
                    handle(request, std::move(answer));
                },
                [](const QByteArray &target, const Fault &fault) {
                    return Response{fault.status, fault.headers, fault.code.toUtf8() + " for " + target};
                }};
    }

    int waiting()
    {
        const std::scoped_lock lock(m_mutex);
        return int(m_waiting.size());
    }

    /// Answers what waits, from this thread.
    void release()
    {
        std::vector<std::function<void()>> answers;
        {
            const std::scoped_lock lock(m_mutex);
            answers.swap(m_waiting);
        }
        for (const auto &answer : answers)
            answer();
    }

private:
    void handle(const Request &request, std::function<void(Response)> answer)
    {
        const Response echo{200,
                            {{"Content-Type", "text/plain"}},
                            request.method + ' ' + request.target + ' ' + request.body +
                                (request.encrypted ? " tls" : "")};
        if (request.target == "/large") {
            answer({200, {}, QByteArray(64 * 1024 * 1024, 'x')});
        } else if (request.target == "/later") {
            const std::scoped_lock lock(m_mutex);
            m_waiting.push_back([answer = std::move(answer), echo] { answer(echo); });
        } else {
            answer(echo);
        }
    }

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_waiting;
};

const QByteArray getA = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
const QByteArray getLater = "GET /later HTTP/1.1\r\nHost: x\r\n\r\n";

} // namespace

class HttpServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void connectionIsKept();
    void connectionIsClosedWhenAsked_data();
    void connectionIsClosedWhenAsked();
    void answersCarryTheUsualHeaders();
    void requestIdIsTheClients();
    void pipelinedAnswersComeInOrder();
    void headHasNoBody();
    void bodies_data();
    void bodies();
    void continueIsSentBeforeTheBody();
    void unwantedBodyIsNotRead();
    void refusals_data();
    void refusals();
    void largestHeaderAndBodyAreAccepted();
    void endlessChunksAreStopped();
    void chunkExtensionsAreCounted();
    void trailersAreCounted();
    void bodiesShareABudget_data();
    void bodiesShareABudget();

    void drippingHeaderMeetsTheDeadline();
    void missingBodyMeetsTheDeadline();
    void silentConnectionIsClosed();
    void silentKeptConnectionIsClosed();
    void keptConnectionHasMoreTimeThanANewOne();
    void clientThatDoesNotReadIsDropped();
    void connectionsAreCapped();
    void oneClientsConnectionsAreCapped();
    void crowdsAreNotCapped();
    void silentConnectionMakesRoomForAnother();
    void roomIsMadeByWhoHasTheMost();
    void refusedConnectionsAreCappedToo();

    void clientMayLeaveBeforeTheAnswer();
    void clientMayLeaveAtAnyByte();
    void stopLetsTheAnswerOut();
    void stopDoesNotWaitForIdleConnections();

    void cannotListen_data();
    void cannotListen();
    void portInUse();
    void listensOnIpv6();
    void speaksTls();
    void tlsHasForwardSecrecy();
    void tlsRefusesPlainText();
    void unusableTlsFiles_data();
    void unusableTlsFiles();

private:
    void start(const HttpLimits &limits = {}, const HttpOptions &options = {})
    {
        m_server.reset();
        HttpOptions all = options;
        all.limits = limits;
        auto server = HttpServer::start(all, m_echo.handler());
        QVERIFY2(server, server ? "" : qPrintable(server.error().message));
        m_server = std::move(*server);
    }
    [[nodiscard]] quint16 port() const { return m_server->port(); }
    /// For a new client. Not for the QTRY_ macros, which ask once more after the answer was right.
    [[nodiscard]] bool isServed() const { return RawClient(port()).send(getA).answer().status == 200; }

    EchoHandler m_echo;
    std::unique_ptr<HttpServer> m_server;
};

void HttpServerTest::init()
{
    start();
}

void HttpServerTest::cleanup()
{
    m_echo.release();
    m_server.reset();
}

void HttpServerTest::connectionIsKept()
{
    RawClient client(port());
    for (int i = 0; i < 3; ++i) {
        const auto answer = client.send(getA).answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "GET /a ");
    }
}

void HttpServerTest::connectionIsClosedWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closed");
    QTest::newRow("Connection: close") << QByteArray("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") << true;
    QTest::newRow("HTTP/1.0") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << true;
    QTest::newRow("HTTP/1.0 keep-alive") << QByteArray("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
}

void HttpServerTest::connectionIsClosedWhenAsked()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closed);
    RawClient client(port());
    const auto answer = client.send(request).answer();
    QCOMPARE(answer.status, 200);
    if (closed)
        QVERIFY(client.isClosedByServer());
    else
        QCOMPARE(client.send(getA).answer().status, 200);
}

void HttpServerTest::answersCarryTheUsualHeaders()
{
    RawClient client(port());
    const auto answer = client.send(getA).answer();
    QCOMPARE(answer.header("Content-Length"), "7");
    QCOMPARE(answer.header("Content-Type"), "text/plain");
    QCOMPARE(answer.header("X-Content-Type-Options"), "nosniff");
    QCOMPARE(answer.header("Cache-Control"), "no-store");
    QVERIFY(answer.header("Date").endsWith(" GMT"));
    const auto id = answer.header("X-Request-Id");
    QVERIFY(!id.isEmpty());
    QVERIFY(client.send(getA).answer().header("X-Request-Id") != id);
}

void HttpServerTest::requestIdIsTheClients()
{
    RawClient client(port());
    const auto given = client.send("GET /a HTTP/1.1\r\nHost: x\r\nX-Request-Id: mine-1\r\n\r\n").answer();
    QCOMPARE(given.header("X-Request-Id"), "mine-1");
    for (const auto &unusable : {QByteArray(129, 'i'), QByteArray("two words"),
                                 QByteArray("\xc2\x9b"
                                            "31m")}) {
        const auto other = client.send("GET /a HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + unusable + "\r\n\r\n").answer();
        QCOMPARE(other.status, 200);
        QVERIFY(!other.header("X-Request-Id").isEmpty());
        QVERIFY(other.header("X-Request-Id") != unusable);
    }
}

void HttpServerTest::pipelinedAnswersComeInOrder()
{
    RawClient client(port());
    client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n" + getA +
                "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi" + getA);
    QTRY_COMPARE(m_echo.waiting(), 1);
    m_echo.release();
    QCOMPARE(client.answer().body, "GET /later ");
    QCOMPARE(client.answer().body, "GET /a ");
    QCOMPARE(client.answer().body, "POST /b hi");
    QCOMPARE(client.answer().body, "GET /a ");
}

void HttpServerTest::headHasNoBody()
{
    RawClient client(port());
    const auto head = client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n").answer(true);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.header("Content-Length"), "8");
    QCOMPARE(client.send(getA).answer().body, "GET /a "); // nothing of a body came in between
}

void HttpServerTest::bodies_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("echo");
    const QByteArray post = "POST /a HTTP/1.1\r\nHost: x\r\n";
    QTest::newRow("by length") << post + "Content-Length: 3\r\n\r\nabc" << QByteArray("POST /a abc");
    QTest::newRow("empty") << post + "Content-Length: 0\r\n\r\n" << QByteArray("POST /a ");
    QTest::newRow("none") << post + "\r\n" << QByteArray("POST /a ");
    QTest::newRow("chunked") << post + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"
                             << QByteArray("POST /a abc");
    QTest::newRow("chunked with trailer")
        << post + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nX: y\r\n\r\n"
        << QByteArray("POST /a abc");
    QTest::newRow("absolute target") << QByteArray("GET http://x/y?z HTTP/1.1\r\nHost: x\r\n\r\n")
                                     << QByteArray("GET /y?z ");
}

void HttpServerTest::bodies()
{
    QFETCH(QByteArray, request);
    RawClient client(port());
    QTEST(client.send(request).answer().body, "echo");
    // In the smallest pieces, too.
    for (const char byte : request)
        client.send(QByteArray(1, byte));
    QTEST(client.answer().body, "echo");
}

void HttpServerTest::continueIsSentBeforeTheBody()
{
    RawClient client(port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(client.answer().head.startsWith("HTTP/1.1 100 "));
    QCOMPARE(client.send("hi").answer().body, "POST /a hi");
}

void HttpServerTest::unwantedBodyIsNotRead()
{
    RawClient client(port());
    // Neither is Continue sent, nor is the connection reset under the answer while the body still comes.
    client.send("POST /refused HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4000000\r\n\r\n");
    client.send(QByteArray(1'000'000, 'x'));
    const auto answer = client.answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "POST /refused ");
    QCOMPARE(answer.header("Connection"), "close");
}

void HttpServerTest::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: x\r\n";
    const auto row = [](const char *name, const QByteArray &request, int status, const char *body) {
        QTest::newRow(name) << request << status << QByteArray(body);
    };
    row("garbage", "\x16\x03\x01\x02 hello there\r\n\r\n", 400, "bad-request for ");
    row("no version", "GET /a\r\n\r\n", 400, "bad-request for ");
    row("HTTP/2 in the request line", "GET /a HTTP/2.0\r\n\r\n", 400, "bad-request for ");
    row("blank in a header name", "GET /a HTTP/1.1\r\nHo st: x\r\n\r\n", 400, "bad-request for /a");
    row("zero byte in a header", QByteArray("GET /a HTTP/1.1\r\nHost: \0x\r\n\r\n", 29), 400, "bad-request for /a");
    row("folded header without start", "GET /a HTTP/1.1\r\n folded\r\n\r\n", 400, "bad-request for /a");
    row("length is a word", head + "Content-Length: two\r\n\r\nhi", 400, "bad-request for /a");
    row("length is negative", head + "Content-Length: -2\r\n\r\nhi", 400, "bad-request for /a");
    row("length with a sign", head + "Content-Length: +2\r\n\r\nhi", 400, "bad-request for /a");
    row("length in hexadecimal", head + "Content-Length: 0x2\r\n\r\nhi", 400, "bad-request for /a");
    row("equal lengths", head + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nhi", 400, "bad-request for /a");
    row("body with GET", "GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi", 400, "bad-request for /a");
    row("chunked with GET", "GET /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
        "bad-request for /a");
    row("unknown coding", head + "Transfer-Encoding: xchunked\r\nContent-Length: 2\r\n\r\nhi", 400,
        "bad-request for /a");
    row("request in the body of an identity coding",
        head + "Transfer-Encoding: identity\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n", 400, "bad-request for /a");
    row("two codings", head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400, "bad-request for /a");
    row("chunked in HTTP/1.0", "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
        "bad-request for /a");
    row("coding and length", head + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n", 400,
        "bad-request for /a");
    row("negative chunk", head + "Transfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n", 400, "bad-request for /a");
    row("chunk beyond 64 bits", head + "Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\nx\r\n", 400,
        "bad-request for /a");
    row("huge chunk", head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx\r\n", 413,
        "body-too-large for /a");
    row("length beyond 64 bits", head + "Content-Length: 18446744073709551616\r\n\r\n", 400, "bad-request for /a");
    row("HTTP/0.9", "GET /a\n", 400, "bad-request for ");
    row("HTTP/1.9", "GET /a HTTP/1.9\r\n\r\n", 400, "bad-request for ");
    row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "bad-request for ");
    row("line feeds alone", "GET /a HTTP/1.1\nHost: x\n\n", 400, "bad-request for ");
    row("carriage return in a header", "GET /a HTTP/1.1\r\nHost: x\rX: y\r\n\r\n", 400, "bad-request for /a");
    row("two lengths", head + "Content-Length: 2\r\nContent-Length: 3\r\n\r\nhi", 400, "bad-request for /a");
    row("length and chunked", head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
        "bad-request for /a");
    row("chunk size is a word", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "bad-request for /a");
    row("body too long", head + "Content-Length: 33554433\r\n\r\n", 413, "body-too-large for /a");
    row("body far too long", head + "Content-Length: 18446744073709551615\r\n\r\n", 413, "body-too-large for /a");
    row("header too long", "GET /a HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n", 431,
        "header-too-large for /a");
    row("header without end", "GET /a HTTP/1.1\r\nX: " + QByteArray(20'000, 'x'), 431, "header-too-large for /a");
    row("target too long", "GET /" + QByteArray(20'000, 'x') + " HTTP/1.1\r\n\r\n", 431, "header-too-large for ");
}

void HttpServerTest::refusals()
{
    QFETCH(QByteArray, request);
    RawClient client(port());
    const auto answer = client.send(request).answer();
    QTEST(answer.status, "status");
    QTEST(answer.body, "body");
    if (!request.contains("HTTP/1.0")) // where it need not be said
        QCOMPARE(answer.header("Connection"), "close");
    QVERIFY(client.isClosedByServer());
    QCOMPARE(RawClient(port()).send(getA).answer().status, 200); // the others are not touched
}

void HttpServerTest::largestHeaderAndBodyAreAccepted()
{
    HttpLimits limits;
    limits.headerBytes = 200;
    limits.bodyBytes = 10;
    start(limits);
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\nX: ";
    RawClient client(port());
    QCOMPARE(client.send(head + QByteArray(200 - head.size() - 4, 'x') + "\r\n\r\n0123456789").answer().status, 200);
    QCOMPARE(client.send(head + QByteArray(200, 'x') + "\r\n\r\n0123456789").answer().status, 431);
}

void HttpServerTest::endlessChunksAreStopped()
{
    HttpLimits limits;
    limits.bodyBytes = 100;
    start(limits);
    RawClient client(port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 12; ++i)
        client.send("a\r\n0123456789\r\n");
    QCOMPARE(client.answer().status, 413);
}

void HttpServerTest::chunkExtensionsAreCounted()
{
    HttpLimits limits;
    limits.headerBytes = 100;
    start(limits);
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    const auto chunk = [](qsizetype extension) -> QByteArray {
        return "1;" + QByteArray(extension - 1, 'e') + "\r\nx\r\n";
    };
    RawClient client(port());
    QCOMPARE(client.send(head + chunk(50) + chunk(50) + "0\r\n\r\n").answer().body, "POST /a xx");
    QCOMPARE(client.send(head + chunk(50) + chunk(50) + chunk(50)).answer().status, 431); // however small each is
    QVERIFY(client.isClosedByServer());
    RawClient endless(port());
    QCOMPARE(endless.send(head + "1;" + QByteArray(10'000, 'e')).answer().status, 431);
}

void HttpServerTest::trailersAreCounted()
{
    HttpLimits limits;
    limits.headerBytes = 100;
    start(limits);
    RawClient client(port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
    for (int i = 0; i < 1000; ++i)
        client.send("X: y\r\n");
    QCOMPARE(client.answer().status, 431);
}

void HttpServerTest::bodiesShareABudget_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: x\r\n";
    QTest::newRow("declared") << head + "Content-Length: 6\r\n\r\n012345";
    QTest::newRow("chunked") << head + "Transfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n2\r\n45\r\n0\r\n\r\n";
}

void HttpServerTest::bodiesShareABudget()
{
    QFETCH(QByteArray, request);
    HttpLimits limits;
    limits.allBodiesBytes = 10;
    start(limits);
    RawClient waiting(port());
    waiting.send("POST /later HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n01234");
    QTRY_COMPARE(m_echo.waiting(), 1);
    const auto refused = RawClient(port()).send(request).answer();
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.header("Retry-After"), "1");
    m_echo.release();
    QCOMPARE(waiting.answer().body, "POST /later 01234");
    // What was taken is given back, also by who leaves in the middle.
    RawClient(port()).send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0").socket().abort();
    QVERIFY(
        gatehouse::test::waitUntil([&] { return RawClient(port()).send(request).answer().body == "POST /a 012345"; }));
}

void HttpServerTest::drippingHeaderMeetsTheDeadline()
{
    HttpLimits limits;
    limits.header = 100ms;
    start(limits);
    RawClient client(port());
    client.send("GET /a HTTP/1.1\r\nX: ");
    // A byte now and then must not move the deadline.
    while (!client.socket().waitForReadyRead(10) && client.socket().state() == QAbstractSocket::ConnectedState)
        client.send("x");
    const auto answer = client.answer();
    QCOMPARE(answer.status, 408);
    QCOMPARE(answer.body, "timeout for /a");
}

void HttpServerTest::missingBodyMeetsTheDeadline()
{
    HttpLimits limits;
    limits.body = 50ms;
    start(limits);
    RawClient client(port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
    QCOMPARE(client.answer().status, 408);
    QVERIFY(client.isClosedByServer());
}

void HttpServerTest::silentConnectionIsClosed()
{
    HttpLimits limits;
    limits.firstRequest = 50ms;
    start(limits);
    RawClient client(port());
    QVERIFY(client.isConnected());
    QVERIFY(client.isClosedByServer());
}

void HttpServerTest::keptConnectionHasMoreTimeThanANewOne()
{
    QCOMPARE(HttpLimits().firstRequest, 10s);
    HttpLimits limits;
    limits.firstRequest = 50ms;
    start(limits);
    RawClient kept(port());
    QCOMPARE(kept.send(getA).answer().status, 200);
    RawClient silent(port());
    QVERIFY(silent.isClosedByServer());
    QCOMPARE(kept.send(getA).answer().status, 200);
}

void HttpServerTest::silentKeptConnectionIsClosed()
{
    HttpLimits limits;
    limits.idle = 50ms;
    start(limits);
    RawClient client(port());
    QCOMPARE(client.send(getA).answer().status, 200);
    QVERIFY(client.isClosedByServer());
}

void HttpServerTest::clientThatDoesNotReadIsDropped()
{
    HttpLimits limits;
    limits.write = 100ms;
    limits.connections = 1;
    start(limits);
    RawClient deaf(port());
    deaf.socket().setReadBufferSize(1024);
    deaf.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    // Its place becomes free.
    QVERIFY(gatehouse::test::waitUntil([this] { return isServed(); }));
}

void HttpServerTest::connectionsAreCapped()
{
    HttpLimits limits;
    limits.connections = 2;
    start(limits);
    RawClient one(port());
    RawClient two(port());
    one.send(getLater);
    two.send(getLater);
    QTRY_COMPARE(m_echo.waiting(), 2);
    RawClient three(port());
    const auto refused = three.send(getA).answer();
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.header("Retry-After"), "1");
    QCOMPARE(refused.body, "busy for ");
    m_echo.release();
    QCOMPARE(one.answer().status, 200);
    QCOMPARE(two.answer().status, 200);
    QVERIFY(gatehouse::test::waitUntil([this] { return isServed(); }));
}

void HttpServerTest::oneClientsConnectionsAreCapped()
{
    HttpLimits limits;
    limits.connectionsOfClient = 2;
    start(limits);
    RawClient one(port());
    RawClient two(port());
    one.send(getLater);
    two.send(getLater);
    QTRY_COMPARE(m_echo.waiting(), 2);
    QCOMPARE(RawClient(port()).send(getA).answer().status, 503);
    QCOMPARE(RawClient(port(), "127.0.0.2").send(getA).answer().status, 200);
}

void HttpServerTest::crowdsAreNotCapped()
{
    HttpLimits limits;
    limits.connectionsOfClient = 1;
    HttpOptions options;
    options.crowds = RangeSet(std::vector{*IpRange::parse("127.0.0.1")});
    start(limits, options);
    RawClient one(port());
    RawClient two(port());
    one.send(getLater);
    two.send(getLater);
    QTRY_COMPARE(m_echo.waiting(), 2);
    QCOMPARE(RawClient(port()).send(getA).answer().status, 200);
}

void HttpServerTest::silentConnectionMakesRoomForAnother()
{
    HttpLimits limits;
    limits.connections = 3;
    start(limits);
    std::vector<std::unique_ptr<RawClient>> crowd;
    for (int i = 0; i < 20; ++i) {
        crowd.push_back(std::make_unique<RawClient>(port()));
        QVERIFY(crowd.back()->isConnected());
    }
    QCOMPARE(RawClient(port()).send(getA).answer().status, 200);
    QCOMPARE(RawClient(port(), "127.0.0.2").send(getA).answer().status, 200);
    QVERIFY(crowd.front()->isClosedByServer());
    // A header that never ends is as good as nothing.
    for (auto &each : crowd) {
        each = std::make_unique<RawClient>(port());
        each->send("GET /a HT");
    }
    QCOMPARE(RawClient(port(), "127.0.0.2").send(getA).answer().status, 200);
}

void HttpServerTest::roomIsMadeByWhoHasTheMost()
{
    HttpLimits limits;
    limits.connections = 3;
    start(limits);
    RawClient modest(port(), "127.0.0.2"); // the oldest of all
    QCOMPARE(modest.send(getA).answer().status, 200);
    RawClient older(port());
    QCOMPARE(older.send(getA).answer().status, 200);
    RawClient newer(port());
    QCOMPARE(newer.send(getA).answer().status, 200);
    QCOMPARE(RawClient(port(), "127.0.0.3").send(getA).answer().status, 200);
    QVERIFY(older.isClosedByServer());
    QCOMPARE(newer.send(getA).answer().status, 200);
    QCOMPARE(modest.send(getA).answer().status, 200);
}

void HttpServerTest::refusedConnectionsAreCappedToo()
{
    HttpLimits limits;
    limits.connections = 1;
    start(limits);
    RawClient kept(port());
    kept.send(getLater);
    QTRY_COMPARE(m_echo.waiting(), 1);
    std::vector<std::unique_ptr<RawClient>> crowd;
    for (int i = 0; i < 100; ++i)
        crowd.push_back(std::make_unique<RawClient>(port()));
    m_echo.release();
    QCOMPARE(kept.answer().status, 200);
}

void HttpServerTest::clientMayLeaveBeforeTheAnswer()
{
    for (int i = 0; i < 20; ++i) {
        RawClient client(port());
        client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(m_echo.waiting(), 1);
        client.socket().abort();
        m_echo.release();
    }
    QCOMPARE(RawClient(port()).send(getA).answer().status, 200);
}

void HttpServerTest::clientMayLeaveAtAnyByte()
{
    const QByteArray request = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n";
    for (qsizetype size = 0; size <= request.size(); ++size) {
        RawClient client(port());
        QVERIFY(client.isConnected());
        client.send(request.left(size));
        if (size % 2 == 0)
            client.socket().abort();
    }
    QCOMPARE(RawClient(port()).send(request).answer().body, "POST /a ab");
}

void HttpServerTest::stopLetsTheAnswerOut()
{
    RawClient client(port());
    client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(m_echo.waiting(), 1);
    std::thread stopping([this] { m_server->stop(); });
    // Once new connections are refused, stopping is under way.
    QTRY_VERIFY(!RawClient(port()).isConnected());
    m_echo.release();
    stopping.join();
    const auto answer = client.answer();
    QCOMPARE(answer.body, "GET /later ");
    QCOMPARE(answer.header("Connection"), "close");
}

void HttpServerTest::stopDoesNotWaitForIdleConnections()
{
    RawClient silent(port());
    RawClient kept(port());
    RawClient halfway(port());
    QVERIFY(silent.isConnected());
    QCOMPARE(kept.send(getA).answer().status, 200);
    QCOMPARE(halfway.send(getA).answer().status, 200);
    halfway.send("GET /a HT");
    m_server->stop();
    QVERIFY(silent.isClosedByServer());
    QVERIFY(kept.isClosedByServer());
    QVERIFY(halfway.isClosedByServer());
}

void HttpServerTest::cannotListen_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("kind");
    QTest::newRow("not an address") << u"nowhere"_s << int(ErrorKind::InvalidInput);
    QTest::newRow("empty") << QString() << int(ErrorKind::InvalidInput);
    QTest::newRow("of another computer") << u"192.0.2.1"_s << int(ErrorKind::Network);
}

void HttpServerTest::cannotListen()
{
    QFETCH(QString, address);
    HttpOptions options;
    options.address = address;
    const auto server = HttpServer::start(options, m_echo.handler());
    QVERIFY(!server);
    QTEST(int(server.error().kind), "kind");
    QVERIFY2(server.error().message.contains(address), qPrintable(server.error().message));
}

void HttpServerTest::portInUse()
{
    HttpOptions options;
    options.port = port();
    const auto second = HttpServer::start(options, m_echo.handler());
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Network);
    QVERIFY2(second.error().message.contains(u"127.0.0.1:%1"_s.arg(port())), qPrintable(second.error().message));
    QVERIFY2(second.error().message.contains(u"in use"_s), qPrintable(second.error().message));
}

void HttpServerTest::listensOnIpv6()
{
    HttpOptions options;
    options.address = u"::1"_s;
    const auto server = HttpServer::start(options, m_echo.handler());
    if (!server)
        QSKIP("this computer has no IPv6 loopback");
    QTcpSocket socket;
    socket.connectToHost(u"::1"_s, (*server)->port());
    QVERIFY(socket.waitForConnected());
}

void HttpServerTest::speaksTls()
{
    QTemporaryDir folder;
    QVERIFY(gatehouse::test::TestCertificate().writeTo(folder.path()));
    HttpOptions options;
    options.certificateFile = folder.filePath(u"certificate.pem"_s);
    options.keyFile = folder.filePath(u"key.pem"_s);
    start({}, options);
    QVERIFY(m_server->isEncrypted());
    RawClient client(port());
    client.socket().setPeerVerifyMode(QSslSocket::VerifyNone);
    QVERIFY(client.isConnected());
    client.socket().startClientEncryption();
    QVERIFY(client.socket().waitForEncrypted());
    QVERIFY(client.socket().sessionProtocol() >= QSsl::TlsV1_2);
    QCOMPARE(client.send(getA + getA).answer().body, "GET /a  tls");
    QCOMPARE(client.answer().body, "GET /a  tls");
    QCOMPARE(client.send("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").answer().status, 200);
    QVERIFY(client.isClosedByServer());
}

void HttpServerTest::tlsHasForwardSecrecy()
{
    QTemporaryDir folder;
    QVERIFY(gatehouse::test::TestCertificate().writeTo(folder.path()));
    HttpOptions options;
    options.certificateFile = folder.filePath(u"certificate.pem"_s);
    options.keyFile = folder.filePath(u"key.pem"_s);
    start({}, options);
    int accepted = 0;
    for (const auto &cipher : QSslConfiguration::supportedCiphers()) {
        if (cipher.protocol() != QSsl::TlsV1_2)
            continue;
        RawClient client(port());
        auto configuration = client.socket().sslConfiguration();
        configuration.setProtocol(QSsl::TlsV1_2);
        configuration.setCiphers({cipher});
        client.socket().setSslConfiguration(configuration);
        client.socket().setPeerVerifyMode(QSslSocket::VerifyNone);
        QVERIFY(client.isConnected());
        client.socket().startClientEncryption();
        if (!client.socket().waitForEncrypted())
            continue;
        ++accepted;
        QVERIFY2(cipher.keyExchangeMethod().startsWith(u"ECDH"_s), qPrintable(cipher.name()));
    }
    QVERIFY(accepted > 0);
}

void HttpServerTest::tlsRefusesPlainText()
{
    QTemporaryDir folder;
    QVERIFY(gatehouse::test::TestCertificate().writeTo(folder.path()));
    HttpOptions options;
    options.certificateFile = folder.filePath(u"certificate.pem"_s);
    options.keyFile = folder.filePath(u"key.pem"_s);
    HttpLimits limits;
    limits.header = 100ms;
    start(limits, options);
    RawClient silent(port());
    QVERIFY(silent.isConnected());
    QVERIFY(silent.isClosedByServer()); // a handshake has its deadline, too
    QCOMPARE(RawClient(port()).send(getA).answer().status, 0);
}

void HttpServerTest::unusableTlsFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::newRow("no key") << u"certificate.pem"_s << QString();
    QTest::newRow("no certificate") << QString() << u"key.pem"_s;
    QTest::newRow("certificate missing") << u"missing.pem"_s << u"key.pem"_s;
    QTest::newRow("key missing") << u"certificate.pem"_s << u"missing.pem"_s;
    QTest::newRow("files swapped") << u"key.pem"_s << u"certificate.pem"_s;
    QTest::newRow("key of another certificate") << u"certificate.pem"_s << u"other/key.pem"_s;
}

void HttpServerTest::unusableTlsFiles()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QTemporaryDir folder;
    QVERIFY(gatehouse::test::TestCertificate().writeTo(folder.path()));
    QVERIFY(QDir(folder.path()).mkdir(u"other"_s));
    QVERIFY(gatehouse::test::TestCertificate().writeTo(folder.filePath(u"other"_s)));
    HttpOptions options;
    if (!certificate.isEmpty())
        options.certificateFile = folder.filePath(certificate);
    if (!key.isEmpty())
        options.keyFile = folder.filePath(key);
    const auto server = HttpServer::start(options, m_echo.handler());
    QVERIFY(!server);
    QCOMPARE(server.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!server.error().message.isEmpty());
}

GATEHOUSE_TEST(HttpServerTest, QCoreApplication)
#include "tst_http_server.moc"
