// SPDX-License-Identifier: Apache-2.0
#include "http/HttpClient.h"
#include "support/Await.h"
#include "support/DeafPort.h"
#include "support/EndlessServer.h"
#include "support/FaultServer.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
using Ending = ScriptedAnswer::Ending;

/// What a broken network or service turns into. One attempt each; the second ones are tst_http_queue's.
class TestHttpFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void badAnswersAreErrors_data();
    void badAnswersAreErrors();
    void cutBodiesNeverPass_data();
    void cutBodiesNeverPass();
    void sizeCapEndsTheTransfer_data();
    void sizeCapEndsTheTransfer();
    void theCapItselfIsAllowed();
    void aSmallPackageMayNotUnpackToMore();
    void readsAheadALittleOnly();
    void headOfSomethingLargeIsFine();
    void unconnectable_data();
    void unconnectable();
    void httpsToASilentPlainPort();

private:
    [[nodiscard]] Result<HttpResponse> send(const QByteArray &method, const QUrl &url);

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<HttpClient> m_client;
};

namespace {

constexpr qint64 cap = 100'000;

HttpPolicy singleAttempt()
{
    HttpPolicy policy;
    policy.maximumBody = cap;
    policy.maximumAttempts = 1;
    return policy;
}

/// For what is expected to run into these times; everything else has the usual ones, so that a busy machine fails no
/// test.
HttpPolicy impatient()
{
    HttpPolicy policy = singleAttempt();
    policy.connectTimeout = 150ms;
    policy.deadline = 300ms;
    return policy;
}

} // namespace

void TestHttpFaults::init()
{
    m_server = std::make_unique<FaultServer>();
    m_client = std::make_unique<HttpClient>(singleAttempt());
}

void TestHttpFaults::cleanup()
{
    m_client.reset();
    m_server.reset();
}

Result<HttpResponse> TestHttpFaults::send(const QByteArray &method, const QUrl &url)
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    return await(m_client->send(request));
}

void TestHttpFaults::badAnswersAreErrors_data()
{
    QTest::addColumn<ScriptedAnswer>("script");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    const ScriptedAnswer good = answer(200, "0123456789");
    const auto row = [](const char *name, const ScriptedAnswer &script, ErrorKind kind, int status) {
        QTest::newRow(name) << script << kind << status;
    };
    row("never an answer", silence(), ErrorKind::Timeout, 0);
    row("answer after the deadline", good.after(5s), ErrorKind::Timeout, 0);
    row("head drips", good.dripping(50ms), ErrorKind::Timeout, 0);
    row("body drips", answer(200, QByteArray(1000, 'x')).dripping(2ms), ErrorKind::Timeout, 0);
    row("body stalls", good.cutBody(4, Ending::KeepOpen), ErrorKind::Timeout, 0);
    row("header without end", hugeHeader(500'000), ErrorKind::Timeout, 0);
    row("closed before an answer", hangUp(), ErrorKind::Network, 0);
    row("reset before an answer", hangUp(Ending::Reset), ErrorKind::Network, 0);
    row("closed inside the status line", good.cut(10, Ending::Close), ErrorKind::Network, 0);
    row("closed inside the head", good.cut(30, Ending::Close), ErrorKind::Network, 0);
    row("reset inside the head", good.cut(30, Ending::Reset), ErrorKind::Network, 0);
    row("not HTTP", raw("SSH-2.0-OpenSSH_9.2\r\n").then(Ending::Close), ErrorKind::Network, 0);
    row("not gzip", answer(200, "0123456789", {{"Content-Encoding", "gzip"}}), ErrorKind::UnreadableAnswer, 200);
}

void TestHttpFaults::badAnswersAreErrors()
{
    QFETCH(const ScriptedAnswer, script);
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, status);
    m_server->setDefault(script);
    if (kind == ErrorKind::Timeout)
        m_client = std::make_unique<HttpClient>(impatient());

    for (const char *method : {"GET", "POST"}) {
        const auto outcome = send(method, m_server->url());

        QVERIFY2(!outcome, method);
        QCOMPARE(outcome.error().kind, kind);
        if (kind != ErrorKind::Timeout) // how far it had come is the machine's business
            QCOMPARE(outcome.error().httpStatus, status);
        QVERIFY(!outcome.error().requestId.isEmpty());
        QVERIFY(!outcome.error().message.isEmpty());
    }
}

void TestHttpFaults::cutBodiesNeverPass_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<qsizetype>("came");
    QTest::addColumn<Ending>("ending");
    for (const int status : {200, 404, 429, 500}) {
        QTest::addRow("%d closed", status) << status << qsizetype(4) << Ending::Close;
        QTest::addRow("%d reset", status) << status << qsizetype(4) << Ending::Reset;
    }
    QTest::newRow("nothing of it came") << 200 << qsizetype(0) << Ending::Close;
    QTest::newRow("nearly all came") << 200 << qsizetype(49'999) << Ending::Close;
}

/// Many times each, on new and on kept connections: how the threads of QNetworkAccessManager run decides what it sees.
void TestHttpFaults::cutBodiesNeverPass()
{
    QFETCH(const int, status);
    QFETCH(const qsizetype, came);
    QFETCH(const Ending, ending);
    constexpr int rounds = 40;
    const ScriptedAnswer script = answer(status, QByteArray(50'000, 'b')).cutBody(came, ending);
    for (int round = 0; round < rounds; ++round) {
        m_server->setDefault(answer(200, "ok"));
        if (round % 2 == 0)
            m_client = std::make_unique<HttpClient>(singleAttempt());
        else
            QVERIFY(send("GET", m_server->url()));
        m_server->setDefault(script); // not enqueue(): a GET may be seen twice

        const auto outcome = send("GET", m_server->url());

        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Network);
        QCOMPARE(outcome.error().httpStatus, status);
    }
}

void TestHttpFaults::sizeCapEndsTheTransfer_data()
{
    QTest::addColumn<bool>("announced");
    QTest::newRow("announced") << true;
    QTest::newRow("not announced") << false;
}

void TestHttpFaults::sizeCapEndsTheTransfer()
{
    QFETCH(const bool, announced);
    constexpr qint64 huge = 1'000'000'000;
    constexpr qint64 buffersOnTheWay = 100'000'000;
    m_server->setDefault(hugeBody(huge, announced));

    const auto outcome = send("GET", m_server->url());

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::TooLarge);
    QCOMPARE(outcome.error().httpStatus, 200);
    QTRY_COMPARE(m_server->underWay(), 0);
    QVERIFY(m_server->bytesWritten() < buffersOnTheWay);
}

void TestHttpFaults::theCapItselfIsAllowed()
{
    for (const bool announced : {true, false}) {
        m_server->setDefault(hugeBody(cap, announced));
        const auto whole = send("GET", m_server->url());
        QVERIFY(whole);
        QCOMPARE(whole->body.size(), cap);

        m_server->setDefault(hugeBody(cap + 1, announced));
        const auto more = send("GET", m_server->url());
        QVERIFY(!more);
        QCOMPARE(more.error().kind, ErrorKind::TooLarge);
    }
}

void TestHttpFaults::aSmallPackageMayNotUnpackToMore()
{
    constexpr qsizetype zlibHeader = 6; // four bytes of length by qCompress(), two of zlib
    const QByteArray packed = qCompress(QByteArray(20 * cap, 'z')).mid(zlibHeader - 2);
    QVERIFY(packed.size() < cap);
    m_server->setDefault(answer(200, packed, {{"Content-Encoding", "deflate"}}));

    const auto outcome = send("GET", m_server->url());

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::TooLarge);
}

/// Qt's own thread reads, also while nobody takes what it has read.
void TestHttpFaults::readsAheadALittleOnly()
{
    constexpr qint64 offered = 300LL * 1024 * 1024;
    constexpr qint64 ceiling = 100LL * 1024 * 1024; // of memory, what the operating system holds of a connection beside
    EndlessServer server(offered);
    HttpRequest request;
    request.url = server.url();
    const auto answer = m_client->send(request);
    QTRY_VERIFY(server.isAsked());
    const qint64 before = residentBytes();

    const qint64 taken = server.sendUntilNobodyReads(); // our event loop stands still meanwhile

    QVERIFY2(taken < ceiling, qPrintable(QString::number(taken)));
    QVERIFY(residentBytes() - before < ceiling);
    server.leave();
    QVERIFY(!await(answer));
}

void TestHttpFaults::headOfSomethingLargeIsFine()
{
    m_server->setDefault(answer(200, {}, {{"Content-Length", "1000000000"}}));

    const auto outcome = send("HEAD", m_server->url());

    QVERIFY(outcome);
    QCOMPARE(outcome->status, 200);
}

void TestHttpFaults::unconnectable_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << QStringLiteral("http");
    QTest::newRow("https") << QStringLiteral("https");
}

void TestHttpFaults::unconnectable()
{
    QFETCH(const QString, scheme);
    QUrl url = m_server->url();
    url.setScheme(scheme);
    url.setPort(FaultServer::unusedPort());

    const auto refused = send("POST", url);

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Network);
    QCOMPARE(refused.error().httpStatus, 0);

    const DeafPort deaf;
    url.setPort(deaf.port());

    m_client = std::make_unique<HttpClient>(impatient());
    const auto unheard = send("POST", url);

    QVERIFY(!unheard);
    QCOMPARE(unheard.error().kind, ErrorKind::Timeout);
    QVERIFY(unheard.error().message.contains(QStringLiteral("no connection")));
}

void TestHttpFaults::httpsToASilentPlainPort()
{
    QUrl url = m_server->url();
    url.setScheme(QStringLiteral("https"));
    m_client = std::make_unique<HttpClient>(impatient());

    const auto outcome = send("POST", url);

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Timeout);
    QVERIFY(outcome.error().message.contains(QStringLiteral("no connection")));
    QVERIFY(m_server->requests().isEmpty());
}

GATEHOUSE_TEST(TestHttpFaults, QCoreApplication)
#include "tst_http_faults.moc"
