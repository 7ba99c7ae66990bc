// SPDX-License-Identifier: Apache-2.0
// Astro and Cortex over real HTTP.
#include "RawClient.h"
#include "server/EmbeddedService.h"
#include "support/ManualClock.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray ranges = "/astro/v1/organizations/local/allowed-ip-address-ranges";
const QByteArray allowlist = "/cortex/api/v1/ip-allowlist";

QJsonObject jsonOf(const RawAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

class AstroCortexServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void astroRangeComesAndGoes();
    void requestIdIsInHeaderAndBody();
    void oversizedBodyHasTheApisShape_data();
    void oversizedBodyHasTheApisShape();
    void cortexRefusesALargeBodyUnread();
    void cortexRefusesAChunkedLargeBody();
    void callerBehindTheProxyIsJudged();
    void limitsAreTheVendors();
    void limitsCanBeSet();
    void listsSurviveARestart();

private:
    void start(const ServiceRates &rates)
    {
        ServiceOptions options;
        options.dataFolder = m_folder->path();
        options.trustedProxies = {u"127.0.0.1"_s};
        options.rates = rates;
        auto service = EmbeddedService::start(options, m_clock);
        QVERIFY2(service, qPrintable(service ? QString() : service.error().message));
        m_service = std::move(*service);
    }
    [[nodiscard]] QByteArray head(const QByteArray &method, const QByteArray &target, const QByteArray &more) const
    {
        return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
               m_service->token().toLatin1() + "\r\nContent-Type: application/json\r\n" + more;
    }
    /// From `caller`, who stands behind the proxy 127.0.0.1.
    RawAnswer send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                   const QByteArray &caller = "203.0.113.7")
    {
        RawClient client(quint16(m_service->url().port()));
        client.send(head(method, target,
                         "X-Forwarded-For: " + caller + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                             "\r\n\r\n" + body));
        return client.answer();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    gatehouse::test::ManualClock m_clock;
    std::unique_ptr<EmbeddedService> m_service;
};

void AstroCortexServiceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    start({});
}

void AstroCortexServiceTest::cleanup()
{
    m_service.reset();
}

void AstroCortexServiceTest::astroRangeComesAndGoes()
{
    const auto created = send("POST", ranges, R"({"ipAddressRange":"203.0.113.0/24"})");
    QCOMPARE(created.status, 200);
    const auto id = jsonOf(created).value(u"id"_s).toString().toLatin1();
    QCOMPARE(jsonOf(send("GET", ranges)).value(u"totalCount"_s), 1);
    RawClient kept(quint16(m_service->url().port()));
    kept.send(head("DELETE", ranges + '/' + id, "X-Forwarded-For: 203.0.113.7\r\n\r\n"));
    const auto deleted = kept.answer();
    QCOMPARE(deleted.status, 204);
    QCOMPARE(deleted.header("Content-Length"), "");
    // The connection goes on: nothing came where a body would be.
    QCOMPARE(jsonOf(kept.send(head("GET", ranges, "\r\n")).answer()).value(u"totalCount"_s), 0);
}

void AstroCortexServiceTest::requestIdIsInHeaderAndBody()
{
    for (const auto &target : {QByteArray(ranges + "/x"), QByteArray("/cortex/x")}) {
        const auto answer = send("DELETE", target);
        const auto id = answer.header("X-Request-Id");
        QVERIFY(!id.isEmpty());
        QCOMPARE(jsonOf(answer).value(u"requestId"_s).toString().toLatin1(), id);
    }
    RawClient client(quint16(m_service->url().port()));
    client.send(head("GET", "/astro/v1/x", "X-Request-Id: mine-1\r\n\r\n"));
    QCOMPARE(jsonOf(client.answer()).value(u"requestId"_s), u"mine-1"_s);
}

void AstroCortexServiceTest::oversizedBodyHasTheApisShape_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("member");
    QTest::newRow("Astro") << ranges << u"statusCode"_s;
    QTest::newRow("Cortex") << allowlist << u"httpStatus"_s;
}

void AstroCortexServiceTest::oversizedBodyHasTheApisShape()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, member);
    RawClient client(quint16(m_service->url().port()));
    client.send(head("POST", target, "Content-Length: 99999999999\r\n\r\n{"));
    const auto answer = client.answer();
    QCOMPARE(answer.status, 413);
    QCOMPARE(jsonOf(answer).value(member), 413);
    QCOMPARE(jsonOf(answer).value(u"requestId"_s).toString().toLatin1(), answer.header("X-Request-Id"));
}

void AstroCortexServiceTest::cortexRefusesALargeBodyUnread()
{
    RawClient client(quint16(m_service->url().port()));
    client.send(head("PUT", allowlist, "Content-Length: 2097153\r\n\r\n{"));
    const auto answer = client.answer();
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.header("Connection"), "close");
    QCOMPARE(jsonOf(answer).value(u"httpStatus"_s), 413);
}

void AstroCortexServiceTest::cortexRefusesAChunkedLargeBody()
{
    RawClient client(quint16(m_service->url().port()));
    client.send(head("PUT", allowlist, "Transfer-Encoding: chunked\r\n\r\n") + "200001\r\n" +
                QByteArray(0x200001, ' ') + "\r\n0\r\n\r\n");
    const auto answer = client.answer();
    QCOMPARE(answer.status, 413);
    QCOMPARE(jsonOf(answer).value(u"httpStatus"_s), 413);
}

void AstroCortexServiceTest::callerBehindTheProxyIsJudged()
{
    const QByteArray refusedRange = R"({"ipAddressRange":"127.0.0.1/32"})";
    QCOMPARE(send("POST", ranges, refusedRange).status, 400); // the proxy is not the caller
    QCOMPARE(send("POST", ranges, R"({"ipAddressRange":"203.0.113.7/32"})").status, 200);
    QCOMPARE(send("GET", ranges).status, 200);
    QCOMPARE(send("GET", ranges, {}, "203.0.113.8").status, 403);
    QCOMPARE(send("GET", ranges, {}, "203.0.113.7, 203.0.113.8").status, 403); // made up by the client
    QCOMPARE(send("GET", ranges, {}, "203.0.113.8, 203.0.113.7").status, 200);

    QCOMPARE(send("PUT", allowlist, R"({"entries":[{"address":"2001:db8::/64"}]})", "2001:db8::1").status, 200);
    QCOMPARE(send("GET", allowlist, {}, "2001:db8::2").status, 200);
    const auto refused = send("GET", allowlist, {}, "203.0.113.7");
    QCOMPARE(refused.status, 403);
    QCOMPARE(jsonOf(refused).value(u"message"_s), u"Forbidden IP address"_s);
    // Not even the wrong token is looked at.
    RawClient client(quint16(m_service->url().port()));
    client.send("GET " + allowlist + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n");
    QCOMPARE(client.answer().status, 403);
    // The other lists are not concerned.
    QCOMPARE(send("GET", ranges).status, 200);
}

void AstroCortexServiceTest::limitsAreTheVendors()
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(send("DELETE", ranges + "/x").status, 404);
    const auto refused = send("DELETE", ranges + "/x");
    QCOMPARE(refused.status, 429);
    QCOMPARE(jsonOf(refused).value(u"statusCode"_s), 429);
    m_clock.advance(1s);
    QCOMPARE(send("DELETE", ranges + "/x").status, 404);
}

void AstroCortexServiceTest::limitsCanBeSet()
{
    m_service.reset();
    start({.astroDeletes = 1, .cortexRequests = 1});
    QCOMPARE(send("DELETE", ranges + "/x").status, 404);
    QCOMPARE(send("DELETE", ranges + "/x").status, 429);
    QCOMPARE(send("GET", allowlist).status, 200);
    const auto refused = send("GET", allowlist);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("Retry-After"), "60");
    QCOMPARE(send("GET", allowlist, {}, "192.0.2.1").status, 200);
}

void AstroCortexServiceTest::listsSurviveARestart()
{
    const auto created = send("POST", ranges, R"({"ipAddressRange":"203.0.113.0/24"})");
    QCOMPARE(send("PUT", allowlist, R"({"entries":[{"address":"203.0.113.7/32","description":"Büro"}]})").status, 200);
    const auto before = send("GET", allowlist).body;
    m_service.reset();
    start({});
    QCOMPARE(send("GET", allowlist).body, before);
    QCOMPARE(jsonOf(send("GET", ranges)).value(u"allowedIpAddressRanges"_s).toArray(), QJsonArray{jsonOf(created)});
}

GATEHOUSE_TEST(AstroCortexServiceTest, QCoreApplication)
#include "tst_astro_cortex_service.moc"
