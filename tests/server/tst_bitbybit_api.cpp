// SPDX-License-Identifier: Apache-2.0
// What a bitbybit key is let do: the order of checks, the list in force, the rate limit.
#include "BitbybitFixture.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<QByteArray> rateOf(const Response &response)
{
    return {response.header("RateLimit-Limit"), response.header("RateLimit-Remaining"),
            response.header("RateLimit-Reset")};
}

} // namespace

class BitbybitApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<BitbybitFixture>(); }

    void customersAreEmpty();
    void customersArePaged_data();
    void customersArePaged();
    void checksComeInTheirOrder_data();
    void checksComeInTheirOrder();
    void refusedAddressIsToldInTheVendorsWords();
    void listIsInForce_data();
    void listIsInForce();
    void changeIsInForceAtOnce();
    void keyIsGuardedByItsOwnListAlone();

    void rateIsToldWithEveryAnswer_data();
    void rateIsToldWithEveryAnswer();
    void hundredRequestsAMinute();
    void keysHaveLimitsOfTheirOwn();
    void strangersAreCountedByTheirAddress();
    void rateIsCountedOverAllPaths();

private:
    /// A key with these scopes; its secret.
    QByteArray makeKey(const QByteArray &scopes, const QByteArray &entries = {})
    {
        const auto made = m_fixture->manage(
            "POST", "/api-keys", R"({"name":"Made","scopes":[)" + scopes + R"(],"entries":[)" + entries + "]}");
        return jsonOf(made).value(u"data"_s).toObject().value(u"secret"_s).toString().toUtf8();
    }
    std::unique_ptr<BitbybitFixture> m_fixture;
};

void BitbybitApiTest::customersAreEmpty()
{
    for (const QByteArray target :
         {"/bitbybit/customer/open/v1/customers", "/bitbybit/customer/api/open/v1/customers"}) {
        const auto response = m_fixture->send("GET", target, m_fixture->localSecret());
        QCOMPARE(response.status, 200);
        QCOMPARE(
            jsonOf(response),
            (QJsonObject{{u"data"_s, QJsonArray()},
                         {u"meta"_s,
                          QJsonObject{{u"page"_s, 1}, {u"limit"_s, 20}, {u"total"_s, 0}, {u"hasNextPage"_s, false}}}}));
    }
}

void BitbybitApiTest::customersArePaged_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("as a check of a key does") << QByteArray("?limit=1") << 200;
    QTest::newRow("largest limit") << QByteArray("?limit=100&page=3&sort=createdAt:desc&search=a") << 200;
    QTest::newRow("limit 0") << QByteArray("?limit=0") << 400;
    QTest::newRow("limit above 100") << QByteArray("?limit=101") << 400;
    QTest::newRow("page 0") << QByteArray("?page=0") << 400;
}

void BitbybitApiTest::customersArePaged()
{
    QFETCH(QByteArray, query);
    const auto response = m_fixture->send("GET", BitbybitFixture::customers + query, m_fixture->localSecret());
    QTEST(response.status, "status");
    QCOMPARE(errorCodeOf(response), response.status == 400 ? u"VALIDATION_ERROR"_s : QString());
}

void BitbybitApiTest::checksComeInTheirOrder_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *key, const char *query, int status, const char *code) {
        QTest::newRow(name) << QByteArray(key) << QByteArray(query) << status << QString::fromLatin1(code);
    };
    row("no key", "", "", 401, "MISSING_API_KEY");
    row("no key, wrong query", "", "?limit=0", 401, "MISSING_API_KEY");
    row("unknown key", "bbb_live_unknown", "", 401, "INVALID_API_KEY");
    row("the service's token is no key", "TOKEN", "", 401, "INVALID_API_KEY");
    row("part of a key", "PART", "", 401, "INVALID_API_KEY");
    row("known key without the scope, at a refused address", "ORDERS", "", 403, "INSUFFICIENT_SCOPE");
    row("writing is not reading", "WRITER", "", 403, "INSUFFICIENT_SCOPE");
    row("known key with the scope, at a refused address", "BLOCKED", "", 403, "IP_NOT_ALLOWED");
    row("refused address, wrong query", "BLOCKED", "?limit=0", 403, "IP_NOT_ALLOWED");
    row("let in, wrong query", "GOOD", "?limit=0", 400, "VALIDATION_ERROR");
    row("let in", "GOOD", "", 200, "");
}

void BitbybitApiTest::checksComeInTheirOrder()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, query);
    const QByteArray elsewhere = R"({"cidr":"198.51.100.0/24"})";
    if (key == "TOKEN")
        key = m_fixture->token.toUtf8();
    else if (key == "PART")
        key = m_fixture->localSecret().chopped(1);
    else if (key == "ORDERS")
        key = makeKey(R"("orders:READ")", elsewhere);
    else if (key == "WRITER")
        key = makeKey(R"("customers:WRITE","customers:DELETE")");
    else if (key == "BLOCKED")
        key = makeKey(R"("customers:READ")", elsewhere);
    else if (key == "GOOD")
        key = makeKey(R"("customers:READ")", R"({"cidr":"203.0.113.0/24"})");
    const auto response = m_fixture->send("GET", BitbybitFixture::customers + query, key);
    QTEST(response.status, "status");
    QTEST(errorCodeOf(response), "code");
}

void BitbybitApiTest::refusedAddressIsToldInTheVendorsWords()
{
    m_fixture->putList(R"({"cidr":"198.51.100.7"})");
    const auto response = m_fixture->use(m_fixture->localSecret());
    QCOMPARE(response.status, 403);
    const QJsonObject error = {{u"code"_s, u"IP_NOT_ALLOWED"_s},
                               {u"message"_s, u"Request IP address is not in the API key's allowlist"_s}};
    QCOMPARE(jsonOf(response), (QJsonObject{{u"error"_s, error}}));
}

void BitbybitApiTest::listIsInForce_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QByteArray>("caller");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *entries, const char *caller, int status) {
        QTest::newRow(name) << QByteArray(entries) << QByteArray(caller) << status;
    };
    row("empty list, IPv4", "", "203.0.113.5", 200);
    row("empty list, IPv6", "", "2001:db8::1", 200);
    row("exactly this address", R"({"cidr":"203.0.113.5"})", "203.0.113.5", 200);
    row("the next address", R"({"cidr":"203.0.113.5"})", "203.0.113.6", 403);
    row("first of a network", R"({"cidr":"203.0.113.0/24"})", "203.0.113.0", 200);
    row("last of a network", R"({"cidr":"203.0.113.0/24"})", "203.0.113.255", 200);
    row("after a network", R"({"cidr":"203.0.113.0/24"})", "203.0.114.0", 403);
    row("any of several", R"({"cidr":"192.0.2.1"},{"cidr":"203.0.113.5"})", "203.0.113.5", 200);
    row("cleared host bits", R"({"cidr":"203.0.113.99/24"})", "203.0.113.5", 200);
    row("IPv6 in its network", R"({"cidr":"2001:db8::/48"})", "2001:db8:0:ffff::1", 200);
    row("IPv6 outside", R"({"cidr":"2001:db8::/48"})", "2001:db8:1::1", 403);
    row("the other family", R"({"cidr":"203.0.113.5"})", "2001:db8::1", 403);
    row("IPv4 written as IPv6", R"({"cidr":"203.0.113.5"})", "::ffff:203.0.113.5", 200);
}

void BitbybitApiTest::listIsInForce()
{
    QFETCH(QByteArray, entries);
    QFETCH(QByteArray, caller);
    QCOMPARE(m_fixture->putList(entries).status, 200);
    const auto response = m_fixture->use(m_fixture->localSecret(), caller.constData());
    QTEST(response.status, "status");
    if (response.status != 200)
        QCOMPARE(errorCodeOf(response), u"IP_NOT_ALLOWED"_s);
}

void BitbybitApiTest::changeIsInForceAtOnce()
{
    const auto secret = m_fixture->localSecret();
    QCOMPARE(m_fixture->use(secret).status, 200);
    m_fixture->putList(R"({"cidr":"198.51.100.7"})");
    QCOMPARE(m_fixture->use(secret).status, 403);
    m_fixture->putList(R"({"cidr":"198.51.100.7"},{"cidr":"203.0.113.5"})");
    QCOMPARE(m_fixture->use(secret).status, 200);
}

void BitbybitApiTest::keyIsGuardedByItsOwnListAlone()
{
    const auto other = makeKey(R"("customers:READ")", R"({"cidr":"198.51.100.7"})");
    QCOMPARE(m_fixture->use(m_fixture->localSecret()).status, 200);
    QCOMPARE(m_fixture->use(other).status, 403);
    // Nobody can lock himself out of the management: no key's list guards it.
    QCOMPARE(m_fixture->getList().status, 200);
}

void BitbybitApiTest::rateIsToldWithEveryAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *method, const QByteArray &target, const char *key, int status) {
        QTest::newRow(name) << QByteArray(method) << target << QByteArray(key) << status;
    };
    const auto developer = BitbybitFixture::developer;
    row("served", "GET", BitbybitFixture::customers, "OWN", 200);
    row("managed", "GET", developer + "/api-keys", "TOKEN", 200);
    row("exported", "GET", developer + "/api-usage-logs/export", "TOKEN", 200);
    row("no key", "GET", BitbybitFixture::customers, "", 401);
    row("unknown key", "GET", developer + "/api-keys", "x", 401);
    row("may not", "GET", developer + "/api-keys", "OWN", 403);
    row("unknown path", "GET", developer + "/nothing", "TOKEN", 404);
    row("wrong method", "PUT", BitbybitFixture::customers, "OWN", 405);
    row("wrong body", "POST", developer + "/api-keys", "TOKEN", 400);
}

void BitbybitApiTest::rateIsToldWithEveryAnswer()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, key);
    if (key == "TOKEN")
        key = m_fixture->token.toUtf8();
    else if (key == "OWN")
        key = m_fixture->localSecret();
    const auto response = m_fixture->send(method, target, key);
    QTEST(response.status, "status");
    QCOMPARE(rateOf(response), (QList<QByteArray>{"100", "99", "60"}));
}

void BitbybitApiTest::hundredRequestsAMinute()
{
    const auto secret = m_fixture->localSecret();
    for (int i = 1; i <= 100; ++i) {
        const auto response = m_fixture->use(secret);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.header("RateLimit-Remaining"), QByteArray::number(100 - i));
    }
    m_fixture->clock.advance(45s);
    const auto refused = m_fixture->use(secret);
    QCOMPARE(refused.status, 429);
    QCOMPARE(errorCodeOf(refused), u"RATE_LIMIT_EXCEEDED"_s);
    QCOMPARE(rateOf(refused), (QList<QByteArray>{"100", "0", "15"}));
    m_fixture->clock.advance(15s);
    const auto response = m_fixture->use(secret);
    QCOMPARE(response.status, 200);
    QCOMPARE(rateOf(response), (QList<QByteArray>{"100", "99", "60"}));
}

void BitbybitApiTest::keysHaveLimitsOfTheirOwn()
{
    const auto other = makeKey(R"("customers:READ")");
    for (int i = 0; i < 100; ++i)
        QCOMPARE(m_fixture->use(m_fixture->localSecret()).status, 200);
    QCOMPARE(m_fixture->use(m_fixture->localSecret(), "198.51.100.7").status, 429); // the key counts, not the address
    QCOMPARE(m_fixture->use(other).status, 200);
    QCOMPARE(m_fixture->getList().status, 200);
}

void BitbybitApiTest::strangersAreCountedByTheirAddress()
{
    for (int i = 0; i < 100; ++i)
        QCOMPARE(m_fixture->use("guess-" + QByteArray::number(i)).status, 401);
    QCOMPARE(m_fixture->use("one-more-guess").status, 429);
    QCOMPARE(m_fixture->use({}).status, 429);
    QCOMPARE(m_fixture->use("guess", "198.51.100.7").status, 401);
    QCOMPARE(m_fixture->use(m_fixture->localSecret()).status, 200);
    QCOMPARE(m_fixture->getList().status, 200);
}

void BitbybitApiTest::rateIsCountedOverAllPaths()
{
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(m_fixture->getList().status, 200);
        QCOMPARE(m_fixture->manage("GET", "/nothing").status, 404);
    }
    QCOMPARE(m_fixture->manage("GET", "/api-keys").status, 429);
    QCOMPARE(m_fixture->manage("GET", "/nothing").status, 429);
}

GATEHOUSE_TEST(BitbybitApiTest, QCoreApplication)
#include "tst_bitbybit_api.moc"
