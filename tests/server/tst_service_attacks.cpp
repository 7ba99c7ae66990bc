// SPDX-License-Identifier: Apache-2.0
// What strangers may try against gatehouse-service: what it costs is seen at the memory of its process.
#include "RawClient.h"
#include "server/EmbeddedService.h"
#include "support/Patience.h"
#include "support/ProcessMemory.h"
#include "support/SourceFolder.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <sys/resource.h>

#include <csignal>
#include <memory>
#include <vector>

using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;
const QByteArray quaveList = "/quave/api/public/v1/app-env/allowlist";
const QByteArray cortexList = "/cortex/api/v1/ip-allowlist";
const QByteArray bitbybitKeys = "/bitbybit/developer/open/v1/api-keys";

/// Asks a service with its token.
struct TokenHolder
{
    quint16 port = 0;
    QByteArray token;

    /// A request with the token, in every API's own way.
    [[nodiscard]] QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                                     const QByteArray &more = {}) const
    {
        const bool isQuave = target.startsWith("/quave");
        return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + (isQuave ? "" : "Bearer ") +
               token + "\r\nX-Api-Key: " + token +
               "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
               more + "\r\n" + body;
    }
    [[nodiscard]] RawAnswer send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                                 const QByteArray &more = {}) const
    {
        return RawClient(port).send(request(method, target, body, more)).answer();
    }
};

/// A service that runs; ended when this dies.
class AttackedService final : public TokenHolder
{
public:
    explicit AttackedService(const QStringList &arguments, rlim_t largestFile = RLIM_INFINITY)
    {
        m_process.setChildProcessModifier([largestFile] {
            if (largestFile == RLIM_INFINITY)
                return;
            std::signal(SIGXFSZ, SIG_IGN); // a write beyond it fails, as on a full disk
            const rlimit limit{largestFile, largestFile};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        });
        // AddressSanitizer keeps what was freed for a while, which is not what is measured here.
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ASAN_OPTIONS"_s, u"quarantine_size_mb=1"_s);
        m_process.setProcessEnvironment(environment);
        m_process.start(gatehouse::test::programFile(u"gatehouse-service"_s), arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(gatehouse::test::patienceInMs)) {
        }
        const auto ready = QJsonDocument::fromJson(m_process.readLine()).object();
        port = quint16(QUrl(ready.value(u"url"_s).toString()).port(0));
        token = ready.value(u"token"_s).toString().toLatin1();
    }
    ~AttackedService()
    {
        m_process.kill();
        m_process.waitForFinished(gatehouse::test::patienceInMs);
    }
    AttackedService(const AttackedService &) = delete;
    AttackedService &operator=(const AttackedService &) = delete;

    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] qint64 residentBytes() const { return gatehouse::test::residentBytes(m_process.processId()); }

private:
    QProcess m_process;
};

QJsonArray arrayAt(const RawAnswer &answer, const QString &key)
{
    return QJsonDocument::fromJson(answer.body).object().value(key).toArray();
}

} // namespace

class ServiceAttacksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bodiesOfStrangersAreNotKept_data();
    void bodiesOfStrangersAreNotKept();
    void endlessChunksOfStrangersAreNotKept_data();
    void endlessChunksOfStrangersAreNotKept();
    void guessesAreSlowedDownAndNotKept_data();
    void guessesAreSlowedDownAndNotKept();
    void silentConnectionsShutNobodyOut();
    void usageLogIsNotFlushed();

    void portsOfProxiesDoNoHarm();
    void bodyIsNotReadAsARequest_data();
    void bodyIsNotReadAsARequest();
    void oddMethodsAreRefused_data();
    void oddMethodsAreRefused();
    void foreignPagesLearnNothing_data();
    void foreignPagesLearnNothing();
    void keysThatStandTwiceAreRefused_data();
    void keysThatStandTwiceAreRefused();
    void wrongValuesAreNeverAFaultOfTheService_data();
    void wrongValuesAreNeverAFaultOfTheService();
    void textsAreNeverStatements();
    void dualStackSeesIpv4();
    void fullDiskLosesNothing();

private:
    /// Starts it anew, with data of its own, for a test that leaves it otherwise than it was.
    void startAnew(const QStringList &arguments = {}, rlim_t largestFile = RLIM_INFINITY)
    {
        start(arguments, largestFile);
        m_isUsedUp = true;
    }
    void start(const QStringList &arguments = {}, rlim_t largestFile = RLIM_INFINITY)
    {
        m_service.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        startAgain(arguments, largestFile);
    }
    /// With the same data.
    void startAgain(const QStringList &arguments = {}, rlim_t largestFile = RLIM_INFINITY)
    {
        m_service.reset();
        m_service = std::make_unique<AttackedService>(
            QStringList{u"--data"_s, m_folder->filePath(u"data"_s)} + arguments, largestFile);
        QVERIFY(m_service->port > 0);
        m_before = m_service->residentBytes();
    }
    [[nodiscard]] qint64 grownBytes() const { return m_service->residentBytes() - m_before; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AttackedService> m_service;
    bool m_isUsedUp = false;
    qint64 m_before = 0;
};

/// One service for all rows that leave it as it was.
void ServiceAttacksTest::init()
{
    if (!m_service)
        start();
}

void ServiceAttacksTest::cleanup()
{
    if (m_isUsedUp)
        m_service.reset();
    m_isUsedUp = false;
}

void ServiceAttacksTest::bodiesOfStrangersAreNotKept_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("healthz") << QByteArray("GET /healthz");
    QTest::newRow("ip") << QByteArray("GET /ip");
    QTest::newRow("customers") << QByteArray("GET /bitbybit/customer/open/v1/customers");
    QTest::newRow("HEAD") << QByteArray("HEAD /healthz");
    QTest::newRow("a list without a token") << QByteArray("PATCH " + quaveList);
    QTest::newRow("nothing") << QByteArray("POST /nowhere");
}

void ServiceAttacksTest::bodiesOfStrangersAreNotKept()
{
    QFETCH(QByteArray, line);
    const QByteArray piece(6 * megabyte, 'x');
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 12; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_service->port));
        clients.back()->send(line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 31000000\r\n\r\n" + piece);
        QVERIFY2(grownBytes() < 48 * megabyte, QByteArray::number(grownBytes()).constData());
    }
    QCOMPARE(m_service->send("GET", "/healthz").status, 200);
}

void ServiceAttacksTest::endlessChunksOfStrangersAreNotKept_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("piece");
    const QByteArray extension(64 * 1024, 'a');
    QByteArray trailers;
    while (trailers.size() < 64 * 1024)
        trailers += "X-Trailer-" + QByteArray::number(trailers.size()) + ": y\r\n";
    for (const QByteArray line : {"GET /ip", "POST /ip", "PATCH /quave/api/public/v1/app-env/allowlist"}) {
        QTest::addRow("extension of a chunk: %s", line.constData()) << line << QByteArray("1;") << extension;
        QTest::addRow("trailers: %s", line.constData()) << line << QByteArray("0\r\n") << trailers;
        QTest::addRow("chunks: %s", line.constData()) << line << QByteArray() << "10000\r\n" + extension + "\r\n";
    }
}

void ServiceAttacksTest::endlessChunksOfStrangersAreNotKept()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, piece);
    // With the token, too: whoever has it must not be able to take all memory by mistake.
    for (const QByteArray &authorization : {QByteArray(), QByteArray("Authorization: " + m_service->token + "\r\n")}) {
        RawClient client(m_service->port);
        client.send(line + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + authorization + "Transfer-Encoding: chunked\r\n\r\n" +
                    start);
        for (int i = 0; i < 500 && client.socket().state() == QAbstractSocket::ConnectedState; ++i) {
            client.send(piece);
            QVERIFY2(grownBytes() < 80 * megabyte, QByteArray::number(grownBytes()).constData());
        }
    }
    QCOMPARE(m_service->send("GET", "/healthz").status, 200);
}

void ServiceAttacksTest::guessesAreSlowedDownAndNotKept_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("Astro") << QByteArray("/astro/v1/organizations");
    QTest::newRow("bitbybit") << bitbybitKeys;
    QTest::newRow("Quave") << quaveList + "?appEnvId=local";
}

void ServiceAttacksTest::guessesAreSlowedDownAndNotKept()
{
    QFETCH(QByteArray, target);
    startAnew();
    const QByteArray filling(7000, 't');
    RawClient client(m_service->port);
    const auto guess = [&](int number) {
        const QByteArray secret = QByteArray::number(number) + filling;
        client.send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret +
                    "\r\nX-Api-Key: " + secret + "\r\n\r\n");
        return client.answer().status;
    };
    int tooMany = 0;
    for (int i = 0; i < 500; ++i)
        tooMany += guess(i) == 429 ? 1 : 0;
    QVERIFY(tooMany > 0);
    const auto warm = m_service->residentBytes();
    for (int i = 500; i < 2000; ++i)
        QVERIFY(guess(i) >= 400);
    const auto grown = m_service->residentBytes() - warm;
    QVERIFY2(grown < 16 * megabyte, QByteArray::number(grown).constData());
    // Whoever has the token is not kept out with them.
    QCOMPARE(m_service->send("GET", target).status, 200);
    QCOMPARE(RawClient(m_service->port, "127.0.0.2").send(m_service->request("GET", target)).answer().status, 200);
}

void ServiceAttacksTest::silentConnectionsShutNobodyOut()
{
    std::vector<std::unique_ptr<RawClient>> crowd;
    for (int i = 0; i < 200; ++i) {
        crowd.push_back(std::make_unique<RawClient>(m_service->port));
        if (i % 2 == 0)
            crowd.back()->send("GET /heal"); // half of them as if they were about to say something
    }
    QCOMPARE(m_service->send("GET", quaveList + "?appEnvId=local").status, 200);
    const QByteArray ask = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    QCOMPARE(RawClient(m_service->port, "127.0.0.2").send(ask).answer().status, 200);
}

void ServiceAttacksTest::usageLogIsNotFlushed()
{
    startAnew();
    QCOMPARE(m_service->send("GET", bitbybitKeys).status, 200);
    RawClient client(m_service->port);
    for (int i = 0; i < 400; ++i) {
        client.send("GET /bitbybit/customer/open/v1/customers HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Api-Key: guess\r\n\r\n");
        QVERIFY(client.answer().status >= 400);
    }
    const auto logs = "/bitbybit/developer/open/v1/api-usage-logs?limit=1"_ba;
    const auto total = [&](const QByteArray &filter) {
        const auto answer = m_service->send("GET", logs + filter);
        const auto meta = QJsonDocument::fromJson(answer.body).object().value(u"meta"_s).toObject();
        return meta.value(u"total"_s).toInt(-1);
    };
    QVERIFY(total("&status=200") >= 1);
    const int windows = 3; // the loop may last from one minute into the next ones
    QVERIFY(total("&status=429") >= 1);
    QVERIFY(total("&status=429") <= windows);
    QVERIFY(total("&status=401") <= 100 * windows);
}

void ServiceAttacksTest::portsOfProxiesDoNoHarm()
{
    startAnew({u"--trust-proxy"_s, u"127.0.0.1"_s});
    const auto put = [&](const QByteArray &entries) {
        return m_service
            ->send("PUT", cortexList, R"({"entries":[)" + entries + "]}", "X-Forwarded-For: 203.0.113.5\r\n")
            .status;
    };
    const auto get = [&](const QByteArray &hop) {
        return m_service->send("GET", cortexList, {}, "X-Forwarded-For: " + hop + "\r\n").status;
    };
    // The network of the proxy is in the list, too, as it often is.
    QCOMPARE(put(R"({"address":"203.0.113.0/24"},{"address":"2001:db8::/32"},{"address":"127.0.0.0/8"})"), 200);
    for (const QByteArray hop : {"203.0.113.5", "203.0.113.5:51008", "[2001:db8::5]", "[2001:db8::5]:443",
                                 "\"[2001:db8::5]\"", "::ffff:203.0.113.5"})
        QVERIFY2(get(hop) == 200, hop.constData());
    for (const QByteArray hop : {"198.51.100.9", "198.51.100.9:40000", "[2001:db9::5]:443"})
        QVERIFY2(get(hop) == 403, hop.constData());
    for (const QByteArray hop : {"unknown", "198.51.100.9:x", "_secret", ""})
        QVERIFY2(get(hop) == 400, hop.constData());
    QCOMPARE(m_service->send("GET", cortexList).status, 200); // the proxy itself, which asks for nobody
}

void ServiceAttacksTest::bodyIsNotReadAsARequest_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("identity") << QByteArray("Transfer-Encoding: identity\r\n");
    QTest::newRow("unknown coding beside a length")
        << QByteArray("Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n");
    QTest::newRow("length beside chunked") << QByteArray("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n");
    QTest::newRow("chunked beside a length") << QByteArray("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n");
    QTest::newRow("two lengths") << QByteArray("Content-Length: 0\r\nContent-Length: 60\r\n");
    QTest::newRow("two codings") << QByteArray("Transfer-Encoding: gzip, chunked\r\n");
    QTest::newRow("blank before the colon") << QByteArray("Content-Length : 0\r\n");
    QTest::newRow("folded") << QByteArray("Transfer-Encoding:\r\n chunked, x\r\n");
}

void ServiceAttacksTest::bodyIsNotReadAsARequest()
{
    QFETCH(QByteArray, headers);
    for (const QByteArray method : {"GET", "POST", "PATCH"}) {
        RawClient client(m_service->port);
        client.send(method + " /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers +
                    "\r\n0\r\n\r\nGET /ip HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        const auto answer = client.answer();
        QCOMPARE(answer.status, 400);
        QVERIFY(client.isClosedByServer()); // without a second answer
    }
}

void ServiceAttacksTest::oddMethodsAreRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::newRow("TRACE") << QByteArray("TRACE /healthz") << 405;
    QTest::newRow("CONNECT") << QByteArray("CONNECT evil.example:443") << 404;
    QTest::newRow("OPTIONS of all") << QByteArray("OPTIONS *") << 404;
    QTest::newRow("small letters") << QByteArray("get /healthz") << 405;
    QTest::newRow("20 kB") << QByteArray(20'000, 'M') + " /healthz" << 431;
    QTest::newRow("target of 64 kB") << "GET /" + QByteArray(65'536, 'x') << 431;
    QTest::newRow("foreign absolute target") << QByteArray("GET http://evil.example/ip") << 421;
}

void ServiceAttacksTest::oddMethodsAreRefused()
{
    QFETCH(QByteArray, line);
    RawClient client(m_service->port);
    QTEST(client.send(line + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").answer().status, "status");
}

void ServiceAttacksTest::foreignPagesLearnNothing_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("another origin") << QByteArray("Origin: https://evil.example\r\n") << 403;
    QTest::newRow("no origin") << QByteArray("Origin: null\r\n") << 403;
    QTest::newRow("another port") << QByteArray("Origin: http://127.0.0.1:1\r\n") << 403;
    QTest::newRow("another site") << QByteArray("Sec-Fetch-Site: cross-site\r\n") << 403;
    QTest::newRow("name that leads here") << QByteArray() << 421;
}

void ServiceAttacksTest::foreignPagesLearnNothing()
{
    QFETCH(QByteArray, header);
    const QByteArray host = header.isEmpty() ? "127.0.0.1.evil.example" : "127.0.0.1";
    for (const QByteArray line :
         {"GET /ip", "OPTIONS /ip", "GET /quave/api/public/v1/app-env/allowlist?appEnvId=local"}) {
        const auto answer = RawClient(m_service->port)
                                .send(line + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: " + m_service->token +
                                      "\r\n" + header + "\r\n")
                                .answer();
        QTEST(answer.status, "status");
        QVERIFY(!answer.head.toLower().contains("access-control-"));
    }
}

void ServiceAttacksTest::keysThatStandTwiceAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("Quave: a list and none")
        << QByteArray("PATCH") << quaveList
        << QByteArray(R"({"appEnvId":"local","allowlist":[{"ip":"10.0.0.1"}],"allowlist":[]})");
    QTest::newRow("Quave: in an entry") << QByteArray("PATCH") << quaveList
                                        << QByteArray(
                                               R"({"appEnvId":"local","allowlist":[{"ip":"10.0.0.1","ip":"*"}]})");
    QTest::newRow("Quave: escaped") << QByteArray("PATCH") << quaveList
                                    << QByteArray(R"({"appEnvId":"local","allowlist":[],"\u0061llowlist":[]})");
    QTest::newRow("Cortex") << QByteArray("PUT") << cortexList
                            << QByteArray(R"({"entries":[{"address":"127.0.0.1"}],"entries":[]})");
    QTest::newRow("Astro") << QByteArray("POST")
                           << QByteArray("/astro/v1/organizations/local/allowed-ip-address-ranges")
                           << QByteArray(R"({"ipAddressRange":"127.0.0.1/32","ipAddressRange":"0.0.0.0/0"})");
    QTest::newRow("bitbybit") << QByteArray("PUT") << bitbybitKeys + "/local/ip-allowlist"
                              << QByteArray(R"({"entries":[],"entries":[]})");
}

void ServiceAttacksTest::keysThatStandTwiceAreRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    const auto answer = m_service->send(method, target, body);
    QVERIFY2(answer.status == 400 && answer.body.contains("twice"), answer.body.constData());
}

void ServiceAttacksTest::wrongValuesAreNeverAFaultOfTheService_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body"); // with % for the value
    const auto row = [](const char *name, const char *method, const QByteArray &target, const char *body) {
        QTest::newRow(name) << QByteArray(method) << target << QByteArray(body);
    };
    row("Quave: scope", "PATCH", quaveList, R"({"appEnvId":%,"allowlist":[]})");
    row("Quave: list", "PATCH", quaveList, R"({"appEnvId":"local","allowlist":%})");
    row("Quave: range", "PATCH", quaveList, R"({"appEnvId":"local","allowlist":[{"ip":%}]})");
    row("Quave: label", "PATCH", quaveList, R"({"appEnvId":"local","allowlist":[{"ip":"10.0.0.1","description":%}]})");
    row("Quave: expiry", "PATCH", quaveList, R"({"appEnvId":"local","allowlist":[{"ip":"10.0.0.1","deleteEntry":%}]})");
    row("Cortex: list", "PUT", cortexList, R"({"entries":%})");
    row("Cortex: range", "PUT", cortexList, R"({"entries":[{"address":"127.0.0.1"},{"address":%}]})");
    row("Cortex: label", "PUT", cortexList, R"({"entries":[{"address":"127.0.0.1","description":%}]})");
    row("Cortex: validate", "POST", cortexList + "/validate", R"({"entries":[{"address":%}]})");
    const QByteArray astro = "/astro/v1/organizations/local/allowed-ip-address-ranges";
    row("Astro: range", "POST", astro, R"({"ipAddressRange":%})");
    row("Astro: ranges", "POST", astro + "/bulk-create", R"({"ipAddressRanges":%})");
    row("Astro: ids", "POST", astro + "/bulk-delete", R"({"ids":%})");
    row("bitbybit: name", "POST", bitbybitKeys, R"({"name":%})");
    row("bitbybit: list", "PUT", bitbybitKeys + "/local/ip-allowlist", R"({"entries":%})");
    row("bitbybit: range", "PUT", bitbybitKeys + "/local/ip-allowlist", R"({"entries":[{"cidr":%}]})");
    row("the whole", "PATCH", quaveList, "%");
    row("the whole of Cortex", "PUT", cortexList, "%");
}

void ServiceAttacksTest::wrongValuesAreNeverAFaultOfTheService()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    const gatehouse::SystemClock clock;
    QTemporaryDir folder;
    ServiceOptions options;
    options.dataFolder = folder.path();
    constexpr int any = 1'000'000; // the vendors' rates are not what is tried
    options.rates = {any, any, any, any, any, any};
    const auto service = EmbeddedService::start(options, clock);
    QVERIFY(service);
    const TokenHolder patient{quint16((*service)->url().port()), (*service)->token().toLatin1()};
    const QList<QByteArray> values = {"null",
                                      "true",
                                      "0",
                                      "-1",
                                      "1e400",
                                      "1.5",
                                      "9223372036854775808",
                                      "\"\"",
                                      "\" \"",
                                      "\"\\u0000\"",
                                      "\"\\ud800\"",
                                      "\"\xff\xfe\"",
                                      "\"\xc0\xaf\"",
                                      "[]",
                                      "[null]",
                                      "[[]]",
                                      "{}",
                                      "[{}]",
                                      "{\"a\":{\"b\":[]}}",
                                      "\"'; DROP TABLE entries; --\"",
                                      "\"10.0.0.1/33\"",
                                      "\"10.0.0.1/-1\"",
                                      "\"::/129\"",
                                      "\"1.2.3\"",
                                      "\"0x7f.1\"",
                                      "\"%00\"",
                                      "undefined",
                                      "NaN",
                                      "'x'",
                                      "[1,]",
                                      "{\"a\":1,}",
                                      "",
                                      QByteArray(100'000, '['),
                                      '"' + QByteArray(200'000, 'x') + '"',
                                      '[' + QByteArray("{},").repeated(20'000) + "{}]"};
    for (auto value : values) {
        QByteArray sent = body;
        const auto answer = patient.send(method, target, sent.replace("%", value));
        const bool isAnswered = answer.status >= 200 && answer.status < 500;
        QVERIFY2(isAnswered, QByteArray(QByteArray::number(answer.status) + " to " + value.left(50)).constData());
    }
}

void ServiceAttacksTest::textsAreNeverStatements()
{
    startAnew();
    const QStringList texts = {u"'; DROP TABLE entries; --"_s,
                               u"\\'; DELETE FROM scopes; --"_s,
                               u"? $1 :name %s"_s,
                               u"\" OR 1=1 --"_s,
                               u"\\"_s,
                               u"x' OR 'a'='a"_s};
    QJsonArray list;
    for (const auto &text : texts)
        list.append(QJsonObject{{u"ip"_s, u"10.0.0.%1"_s.arg(list.size() + 1)}, {u"description"_s, text}});
    const QJsonObject body = {{u"appEnvId"_s, u"local"_s}, {u"allowlist"_s, list}};
    QCOMPARE(m_service->send("PATCH", quaveList, QJsonDocument(body).toJson()).status, 200);
    for (const auto &text : texts) {
        const auto encoded = QUrl::toPercentEncoding(text);
        QVERIFY(m_service->send("GET", quaveList + "?appEnvId=" + encoded).status >= 400);
        QVERIFY(m_service->send("GET", bitbybitKeys + '/' + encoded).status >= 400);
        QVERIFY(m_service->send("GET", "/astro/v1/organizations/" + encoded + "/allowed-ip-address-ranges").status >=
                400);
    }
    QStringList kept;
    for (const auto &each : arrayAt(m_service->send("GET", quaveList + "?appEnvId=local"), u"allowlist"_s))
        kept.append(each.toObject().value(u"description"_s).toString());
    QCOMPARE(kept, texts);
}

void ServiceAttacksTest::dualStackSeesIpv4()
{
    if (!QTcpServer().listen(QHostAddress::LocalHostIPv6))
        QSKIP("this computer has no IPv6");
    startAnew({u"--listen"_s, u"[::]:0"_s});
    QCOMPARE(m_service->send("GET", "/ip").body, R"({"ip":"127.0.0.1"})");
}

void ServiceAttacksTest::fullDiskLosesNothing()
{
    const auto patch = [this](int from, int count) {
        QByteArray entries;
        for (int i = from; i < from + count; ++i)
            entries += QByteArray(i > from ? "," : "") + R"({"ip":"10.0.)" + QByteArray::number(i / 250) + '.' +
                       QByteArray::number(i % 250 + 1) + R"("})";
        return m_service->send("PATCH", quaveList, R"({"appEnvId":"local","allowlist":[)" + entries + "]}").status;
    };
    const auto count = [this] {
        return arrayAt(m_service->send("GET", quaveList + "?appEnvId=local"), u"allowlist"_s).size();
    };
    startAnew();
    QCOMPARE(patch(0, 10), 200);
    startAgain({}, rlim_t(megabyte) / 2);
    QCOMPARE(patch(0, 20'000), 500);
    QCOMPARE(count(), 10);
    startAgain(); // there is room again
    QCOMPARE(patch(0, 20'000), 200);
    QCOMPARE(count(), 20'000);
}

GATEHOUSE_TEST(ServiceAttacksTest, QCoreApplication)
#include "tst_service_attacks.moc"
