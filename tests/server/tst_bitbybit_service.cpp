// SPDX-License-Identifier: Apache-2.0
// The bitbybit API over real HTTP.
#include "RawClient.h"
#include "database/Database.h"
#include "server/EmbeddedService.h"
#include "server/data/Scopes.h"
#include "server/data/ServiceDatabase.h"
#include "support/ManualClock.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray listPath = "/bitbybit/developer/open/v1/api-keys/local/ip-allowlist";
const QByteArray customersPath = "/bitbybit/customer/open/v1/customers?limit=1";

QJsonObject jsonOf(const RawAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QString errorCodeOf(const RawAnswer &answer)
{
    return jsonOf(answer).value(u"error"_s).toObject().value(u"code"_s).toString();
}

} // namespace

class BitbybitServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void listIsInForceBehindAProxy();
    void proxyThatIsNotTrustedIsNotBelieved();
    void logIsDownloaded();
    void headHasNoBody();
    void hugeBodyIsNotRead();
    void unauthorisedBodyIsNotRead();
    void clientsThatAskAtOnceShareTheLimit();
    void restartKeepsListAndLog();

private:
    void start(const QStringList &proxies = {})
    {
        m_service.reset();
        ServiceOptions options;
        options.dataFolder = m_folder->path();
        options.trustedProxies = proxies;
        auto service = EmbeddedService::start(options, m_clock);
        QVERIFY(service);
        m_service = std::move(*service);
    }
    [[nodiscard]] quint16 port() const { return quint16(m_service->url().port()); }
    [[nodiscard]] QByteArray token() const { return m_service->token().toLatin1(); }
    [[nodiscard]] QByteArray ownSecret() const
    {
        const auto database = openServiceDatabase(m_folder->path());
        const auto key = scopeById(*database, ScopeKind::ApiKey, u"local"_s);
        return key && *key ? (*key)->secret.toLatin1() : QByteArray();
    }
    static QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &secret,
                              const QByteArray &body = {}, const QByteArray &forwardedFor = {})
    {
        QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: " + secret + "\r\n";
        if (!forwardedFor.isEmpty())
            text += "X-Forwarded-For: " + forwardedFor + "\r\n";
        if (!body.isEmpty())
            text += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        return text + "\r\n" + body;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    gatehouse::test::ManualClock m_clock;
    std::unique_ptr<EmbeddedService> m_service;
};

void BitbybitServiceTest::init()
{
    m_service.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void BitbybitServiceTest::listIsInForceBehindAProxy()
{
    start({u"127.0.0.1"_s});
    RawClient client(port());
    const auto put =
        client.send(request("PUT", listPath, token(), R"({"entries":[{"cidr":"203.0.113.0/24"}]})")).answer();
    QCOMPARE(put.status, 200);
    QCOMPARE(client.send(request("GET", customersPath, ownSecret(), {}, "203.0.113.5")).answer().status, 200);
    const auto blocked =
        client.send(request("GET", customersPath, ownSecret(), {}, "203.0.113.5, 198.51.100.7")).answer();
    QCOMPARE(blocked.status, 403);
    QCOMPARE(errorCodeOf(blocked), u"IP_NOT_ALLOWED"_s);
    QCOMPARE(blocked.header("RateLimit-Remaining"), "98");
    QCOMPARE(client.send(request("GET", customersPath, ownSecret())).answer().status, 403); // 127.0.0.1 itself
}

void BitbybitServiceTest::proxyThatIsNotTrustedIsNotBelieved()
{
    RawClient client(port());
    QCOMPARE(client.send(request("PUT", listPath, token(), R"({"entries":[{"cidr":"203.0.113.5"}]})")).answer().status,
             200);
    QCOMPARE(client.send(request("GET", customersPath, ownSecret(), {}, "203.0.113.5")).answer().status, 403);
    QCOMPARE(client.send(request("PUT", listPath, token(), R"({"entries":[{"cidr":"127.0.0.1"}]})")).answer().status,
             200);
    QCOMPARE(client.send(request("GET", customersPath, ownSecret(), {}, "203.0.113.5")).answer().status, 200);
}

void BitbybitServiceTest::logIsDownloaded()
{
    RawClient client(port());
    QCOMPARE(client.send(request("GET", customersPath, "wrong")).answer().status, 401);
    const auto answer =
        client.send(request("GET", "/bitbybit/developer/open/v1/api-usage-logs/export?format=csv", token())).answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), "text/csv; charset=utf-8");
    QVERIFY(answer.header("Content-Disposition").startsWith("attachment"));
    QVERIFY2(answer.body.contains(",,,GET,/customer/open/v1/customers,401,127.0.0.1,INVALID_API_KEY,"),
             answer.body.constData());
}

void BitbybitServiceTest::headHasNoBody()
{
    RawClient client(port());
    const auto answer = client.send(request("HEAD", customersPath, ownSecret())).answer(true);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("RateLimit-Limit"), "100");
    QCOMPARE(client.send(request("GET", customersPath, ownSecret())).answer().status, 200);
}

void BitbybitServiceTest::hugeBodyIsNotRead()
{
    RawClient client(port());
    client.send("PUT " + listPath + " HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: " + token() +
                "\r\nContent-Type: application/json\r\nContent-Length: 20000000\r\n\r\n{");
    const auto answer = client.answer();
    QCOMPARE(answer.status, 413);
    QCOMPARE(errorCodeOf(answer), u"BODY_TOO_LARGE"_s);
    QCOMPARE(answer.header("RateLimit-Limit"), "100");
    QCOMPARE(answer.header("Connection"), "close");
}

void BitbybitServiceTest::unauthorisedBodyIsNotRead()
{
    RawClient client(port());
    client.send("PUT " + listPath + " HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: " + ownSecret() +
                "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
    const auto answer = client.answer();
    QCOMPARE(answer.status, 403);
    QCOMPARE(errorCodeOf(answer), u"INSUFFICIENT_SCOPE"_s);
}

void BitbybitServiceTest::clientsThatAskAtOnceShareTheLimit()
{
    std::atomic<int> served = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> clients;
    const auto secret = ownSecret();
    for (int number = 0; number < 4; ++number) {
        clients.emplace_back([&] {
            RawClient client(port());
            for (int i = 0; i < 30; ++i) {
                const int status = client.send(request("GET", customersPath, secret)).answer().status;
                served += status == 200 ? 1 : 0;
                refused += status == 429 ? 1 : 0;
            }
        });
    }
    for (auto &client : clients)
        client.join();
    QCOMPARE(served.load(), 100);
    QCOMPARE(refused.load(), 20);
    const auto log =
        RawClient(port()).send(request("GET", "/bitbybit/developer/open/v1/api-usage-logs?limit=1", token())).answer();
    // Of those that are too many the first of the minute stands for all.
    QCOMPARE(jsonOf(log).value(u"meta"_s).toObject().value(u"total"_s), 101);
}

void BitbybitServiceTest::restartKeepsListAndLog()
{
    QCOMPARE(RawClient(port())
                 .send(request("PUT", listPath, token(), R"({"entries":[{"cidr":"203.0.113.5"}]})"))
                 .answer()
                 .status,
             200);
    start();
    RawClient client(port());
    const auto entries = jsonOf(client.send(request("GET", listPath, token())).answer())
                             .value(u"data"_s)
                             .toObject()
                             .value(u"entries"_s)
                             .toArray();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(client.send(request("GET", customersPath, ownSecret())).answer().status, 403);
    const auto log = client.send(request("GET", "/bitbybit/developer/open/v1/api-usage-logs", token())).answer();
    QCOMPARE(jsonOf(log).value(u"meta"_s).toObject().value(u"total"_s), 3);
}

GATEHOUSE_TEST(BitbybitServiceTest, QCoreApplication)
#include "tst_bitbybit_service.moc"
