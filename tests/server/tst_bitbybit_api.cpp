// SPDX-License-Identifier: Apache-2.0
// What a bitbybit key is let do: the order of checks, the list in force, the rate limit, the usage log.
#include "BitbybitFixture.h"
#include "server/data/UsageLog.h"

#include <QRegularExpression>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A clock that goes on by itself: so far with each question.
class GoingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        m_now = m_now.addMSecs(12);
        return m_now;
    }

private:
    mutable QDateTime m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
};

QJsonArray dataOf(const Response &response)
{
    return jsonOf(response).value(u"data"_s).toArray();
}

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

    void everyRequestIsLogged();
    void durationIsLogged();
    void queryIsNotLogged();
    void tooManyRequestsAreLoggedToo();
    void logIsFiltered_data();
    void logIsFiltered();
    void logIsSortedAndPaged();
    void logQueryIsRefused_data();
    void logQueryIsRefused();
    void logIsExported();
    void exportHasFilters();
    void exportGuardsAgainstFormulas();
    void longPathIsCut();
    void logThatCannotBeWrittenHarmsNobody();
    void pageOfAnotherSiteIsRefusedAndLogged();

private:
    Response customers(const QByteArray &secret, const char *peer = "203.0.113.5")
    {
        return m_fixture->send("GET", BitbybitFixture::customers, secret, {}, peer);
    }
    /// A key with these scopes; its secret.
    QByteArray makeKey(const QByteArray &scopes, const QByteArray &entries = {})
    {
        const auto made = m_fixture->manage(
            "POST", "/api-keys", R"({"name":"Made","scopes":[)" + scopes + R"(],"entries":[)" + entries + "]}");
        return jsonOf(made).value(u"data"_s).toObject().value(u"secret"_s).toString().toUtf8();
    }
    QJsonObject lastRecord(qsizetype back = 0)
    {
        return dataOf(m_fixture->manage("GET", "/api-usage-logs")).at(back).toObject();
    }
    /// Six requests, a minute after each other, of which the log's tests ask.
    void sendSix()
    {
        const auto local = m_fixture->localSecret();
        m_fixture->putList(R"({"cidr":"203.0.113.5"})");
        m_fixture->clock.advance(1min);
        customers(local);
        m_fixture->clock.advance(1min);
        customers(local, "198.51.100.7");
        m_fixture->clock.advance(1min);
        customers({});
        m_fixture->clock.advance(1min);
        customers("bbb_live_unknown");
        m_fixture->clock.advance(1min);
        m_fixture->manage("PUT", "/api-keys/none/ip-allowlist", R"({"entries":[]})");
        m_fixture->clock.advance(1min);
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
    const auto response = customers(m_fixture->localSecret());
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
    const auto response = customers(m_fixture->localSecret(), caller.constData());
    QTEST(response.status, "status");
    if (response.status != 200)
        QCOMPARE(errorCodeOf(response), u"IP_NOT_ALLOWED"_s);
}

void BitbybitApiTest::changeIsInForceAtOnce()
{
    const auto secret = m_fixture->localSecret();
    QCOMPARE(customers(secret).status, 200);
    m_fixture->putList(R"({"cidr":"198.51.100.7"})");
    QCOMPARE(customers(secret).status, 403);
    m_fixture->putList(R"({"cidr":"198.51.100.7"},{"cidr":"203.0.113.5"})");
    QCOMPARE(customers(secret).status, 200);
}

void BitbybitApiTest::keyIsGuardedByItsOwnListAlone()
{
    const auto other = makeKey(R"("customers:READ")", R"({"cidr":"198.51.100.7"})");
    QCOMPARE(customers(m_fixture->localSecret()).status, 200);
    QCOMPARE(customers(other).status, 403);
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
        const auto response = customers(secret);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.header("RateLimit-Remaining"), QByteArray::number(100 - i));
    }
    m_fixture->clock.advance(45s);
    const auto refused = customers(secret);
    QCOMPARE(refused.status, 429);
    QCOMPARE(errorCodeOf(refused), u"RATE_LIMIT_EXCEEDED"_s);
    QCOMPARE(rateOf(refused), (QList<QByteArray>{"100", "0", "15"}));
    m_fixture->clock.advance(15s);
    const auto response = customers(secret);
    QCOMPARE(response.status, 200);
    QCOMPARE(rateOf(response), (QList<QByteArray>{"100", "99", "60"}));
}

void BitbybitApiTest::keysHaveLimitsOfTheirOwn()
{
    const auto other = makeKey(R"("customers:READ")");
    for (int i = 0; i < 100; ++i)
        QCOMPARE(customers(m_fixture->localSecret()).status, 200);
    QCOMPARE(customers(m_fixture->localSecret(), "198.51.100.7").status, 429); // the key counts, not the address
    QCOMPARE(customers(other).status, 200);
    QCOMPARE(m_fixture->getList().status, 200);
}

void BitbybitApiTest::strangersAreCountedByTheirAddress()
{
    for (int i = 0; i < 100; ++i)
        QCOMPARE(customers("guess-" + QByteArray::number(i)).status, 401);
    QCOMPARE(customers("one-more-guess").status, 429);
    QCOMPARE(customers({}).status, 429);
    QCOMPARE(customers("guess", "198.51.100.7").status, 401);
    QCOMPARE(customers(m_fixture->localSecret()).status, 200);
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

void BitbybitApiTest::everyRequestIsLogged()
{
    sendSix();
    const auto response = m_fixture->manage("GET", "/api-usage-logs");
    QCOMPARE(response.status, 200);
    QStringList lines;
    QSet<QString> ids;
    for (const QJsonValue each : dataOf(response)) {
        const auto record = each.toObject();
        ids.insert(record.value(u"id"_s).toString());
        lines.append(u"%1 %2 %3 %4 %5 %6 %7"_s.arg(
            record.value(u"timestamp"_s).toString().mid(11, 8), record.value(u"apiKeyId"_s).toString(u"-"_s),
            record.value(u"method"_s).toString(), record.value(u"path"_s).toString(),
            QString::number(record.value(u"status"_s).toInt()), record.value(u"ip"_s).toString(),
            record.value(u"errorCode"_s).toString(u"-"_s)));
    }
    const auto customersPath = u"/customer/open/v1/customers"_s;
    const auto keysPath = u"/developer/open/v1/api-keys"_s;
    QCOMPARE(lines, (QStringList{
                        u"12:05:00 - PUT "_s + keysPath + u"/none/ip-allowlist 404 203.0.113.5 NOT_FOUND"_s,
                        u"12:04:00 - GET "_s + customersPath + u" 401 203.0.113.5 INVALID_API_KEY"_s,
                        u"12:03:00 - GET "_s + customersPath + u" 401 203.0.113.5 MISSING_API_KEY"_s,
                        u"12:02:00 local GET "_s + customersPath + u" 403 198.51.100.7 IP_NOT_ALLOWED"_s,
                        u"12:01:00 local GET "_s + customersPath + u" 200 203.0.113.5 -"_s,
                        u"12:00:00 - PUT "_s + keysPath + u"/local/ip-allowlist 200 203.0.113.5 -"_s,
                    }));
    QCOMPARE(ids.size(), 6);
    QCOMPARE(dataOf(response).at(3).toObject().value(u"apiKeyName"_s), u"local"_s);
    QVERIFY(dataOf(response).at(2).toObject().value(u"apiKeyName"_s).isNull());
}

void BitbybitApiTest::durationIsLogged()
{
    const GoingClock clock;
    const Router router(bitbybitApis({}, m_fixture->token, clock), {m_fixture->token, {}, false});
    Request request;
    request.method = "GET";
    request.target = BitbybitFixture::customers;
    request.headers = {{"Host", "127.0.0.1"}};
    QCOMPARE(router.respond(request, m_fixture->database(), clock.now()).status, 401);
    QCOMPARE(lastRecord().value(u"durationMs"_s), 12);
    // A clock that was set back in between makes no negative time.
    QCOMPARE(router.respond(request, m_fixture->database(), clock.now().addSecs(60)).status, 401);
    QCOMPARE(lastRecord().value(u"durationMs"_s), 0);
}

void BitbybitApiTest::queryIsNotLogged()
{
    m_fixture->send("GET", BitbybitFixture::customers + "?token=hidden&limit=1", m_fixture->localSecret());
    QCOMPARE(lastRecord().value(u"path"_s), u"/customer/open/v1/customers"_s);
    QVERIFY(!m_fixture->manage("GET", "/api-usage-logs").body.contains("hidden"));
}

void BitbybitApiTest::tooManyRequestsAreLoggedToo()
{
    for (int i = 0; i < 103; ++i)
        customers(m_fixture->localSecret());
    const auto refused = m_fixture->manage("GET", "/api-usage-logs?status=429");
    QCOMPARE(dataOf(refused).size(), 3);
    QCOMPARE(dataOf(refused).first().toObject().value(u"apiKeyId"_s), u"local"_s);
    QCOMPARE(dataOf(refused).first().toObject().value(u"errorCode"_s), u"RATE_LIMIT_EXCEEDED"_s);
}

void BitbybitApiTest::logIsFiltered_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QList<int>>("statuses");
    const auto row = [](const char *name, const char *query, const QList<int> &statuses) {
        QTest::newRow(name) << QByteArray(query) << statuses;
    };
    row("none", "?apiKeyId=&method=&status=&from=&to=&sort=", {404, 401, 401, 403, 200, 200});
    row("key", "?apiKeyId=local", {403, 200});
    row("unknown key", "?apiKeyId=none", {});
    row("method", "?method=PUT", {404, 200});
    row("method in small letters", "?method=put", {404, 200});
    row("status", "?status=401", {401, 401});
    row("blocked ones of a key", "?apiKeyId=local&status=403", {403});
    row("from is included", "?from=2026-03-01T12:04:00Z", {404, 401});
    row("to is not", "?to=2026-03-01T12:02:00.000Z", {200, 200});
    row("between", "?from=2026-03-01T12:01:00Z&to=2026-03-01T12:03:00Z", {403, 200});
    row("oldest first", "?sort=timestamp:asc&method=PUT", {200, 404});
    row("by status", "?sort=status:desc", {404, 403, 401, 401, 200, 200});
    row("unknown parameters are ignored", "?colour=red&status=403", {403});
}

void BitbybitApiTest::logIsFiltered()
{
    QFETCH(QByteArray, query);
    sendSix();
    const auto response = m_fixture->manage("GET", "/api-usage-logs" + query);
    QCOMPARE(response.status, 200);
    QList<int> statuses;
    for (const QJsonValue each : dataOf(response))
        statuses.append(each.toObject().value(u"status"_s).toInt());
    QTEST(statuses, "statuses");
    QCOMPARE(jsonOf(response).value(u"meta"_s).toObject().value(u"total"_s).toInt(), statuses.size());
}

void BitbybitApiTest::logIsSortedAndPaged()
{
    sendSix();
    const auto response = m_fixture->manage("GET", "/api-usage-logs?sort=timestamp:asc&limit=4&page=2");
    QCOMPARE(dataOf(response).size(), 2);
    QCOMPARE(dataOf(response).first().toObject().value(u"status"_s), 401);
    QCOMPARE(jsonOf(response).value(u"meta"_s).toObject(),
             (QJsonObject{{u"page"_s, 2}, {u"limit"_s, 4}, {u"total"_s, 6}, {u"hasNextPage"_s, false}}));
    // The question before is a request like any other.
    QCOMPARE(lastRecord().value(u"path"_s), u"/developer/open/v1/api-usage-logs"_s);
}

void BitbybitApiTest::logQueryIsRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *query, const char *field) {
        QTest::newRow(name) << QByteArray(query) << QString::fromLatin1(field);
    };
    row("status is no number", "?status=4xx", "status");
    row("status is none of HTTP", "?status=99", "status");
    row("time without zone", "?from=2026-03-01T12:00:00", "from");
    row("date alone", "?to=2026-03-01", "to");
    row("unknown order", "?sort=ip:asc", "sort");
    row("order without direction", "?sort=timestamp", "sort");
    row("page 0", "?page=0", "page");
    row("limit above 100", "?limit=101", "limit");
    row("NUL in a key", "?apiKeyId=a%00", "apiKeyId");
}

void BitbybitApiTest::logQueryIsRefused()
{
    QFETCH(QByteArray, query);
    for (const char *path : {"/api-usage-logs", "/api-usage-logs/export"}) {
        const auto response = m_fixture->manage("GET", path + query);
        QCOMPARE(response.status, 400);
        QCOMPARE(errorCodeOf(response), u"VALIDATION_ERROR"_s);
        const auto details = errorOf(response).value(u"details"_s).toArray();
        QTEST(details.first().toObject().value(u"field"_s).toString(), "field");
    }
    QCOMPARE(m_fixture->manage("GET", "/api-usage-logs/export?format=xlsx").status, 400);
}

void BitbybitApiTest::logIsExported()
{
    m_fixture->putList(R"({"cidr":"203.0.113.5"})");
    customers(m_fixture->localSecret(), "2001:db8::1");
    customers({});
    const auto response = m_fixture->manage("GET", "/api-usage-logs/export?format=csv");
    QCOMPARE(response.status, 200);
    QCOMPARE(response.header("Content-Type"), "text/csv; charset=utf-8");
    QCOMPARE(response.header("Content-Disposition"), R"(attachment; filename="api-usage-logs.csv")");
    QCOMPARE(response.body,
             "timestamp,api_key_id,api_key_name,method,path,status,ip,error_code,duration_ms\r\n"
             "2026-03-01T12:00:00.000Z,,,GET,/customer/open/v1/customers,401,203.0.113.5,MISSING_API_KEY,0\r\n"
             "2026-03-01T12:00:00.000Z,local,local,GET,/customer/open/v1/customers,403,2001:db8::1,IP_NOT_ALLOWED,0\r\n"
             "2026-03-01T12:00:00.000Z,,,PUT,/developer/open/v1/api-keys/local/ip-allowlist,200,203.0.113.5,,0\r\n");
}

void BitbybitApiTest::exportHasFilters()
{
    sendSix();
    const auto lines = [&](const QByteArray &query) {
        return m_fixture->manage("GET", "/api-usage-logs/export?format=csv" + query).body.count("\r\n") - 1;
    };
    QCOMPARE(lines("&status=401"), 2);
    QCOMPARE(lines("&apiKeyId=local&from=2026-03-01T12:02:00Z"), 1);
    QCOMPARE(lines("&apiKeyId=none"), 0);
    QCOMPARE(lines("&method=GET&page=2&limit=1"), 7); // all of them, with the three above: pages are not for files
}

void BitbybitApiTest::exportGuardsAgainstFormulas()
{
    const auto key = addScope(m_fixture->database(), ScopeKind::ApiKey, u"k"_s, u"=HYPERLINK(\"http://x\",\"a\")"_s);
    QVERIFY(key);
    customers(key->secret.toUtf8());
    const auto body = m_fixture->manage("GET", "/api-usage-logs/export?apiKeyId=k").body;
    const QByteArray cells = R"csv(,k,"'=HYPERLINK(""http://x"",""a"")",GET,)csv";
    QVERIFY2(body.contains(cells), body.constData());
}

void BitbybitApiTest::longPathIsCut()
{
    const QByteArray longName(10'000, 'x');
    QCOMPARE(m_fixture->manage("GET", "/" + longName).status, 404);
    QCOMPARE(lastRecord().value(u"path"_s).toString().size(), 500);
}

void BitbybitApiTest::logThatCannotBeWrittenHarmsNobody()
{
    QVERIFY(m_fixture->database().execute(u"ALTER TABLE usage_log RENAME TO usage_log_away"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"The usage log cannot be written: .*usage_log"_s));
    QCOMPARE(customers(m_fixture->localSecret()).status, 200);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"The usage log cannot be written: .*usage_log"_s));
    const auto written = m_fixture->putList(R"({"cidr":"192.0.2.1"})");
    QCOMPARE(written.status, 200);
    QCOMPARE(written.header("RateLimit-Limit"), "100");
    QVERIFY(m_fixture->database().execute(u"ALTER TABLE usage_log_away RENAME TO usage_log"_s));
    QCOMPARE(m_fixture->ranges(m_fixture->localKey()), QStringList{u"192.0.2.1"_s});
}

void BitbybitApiTest::pageOfAnotherSiteIsRefusedAndLogged()
{
    Request request;
    request.method = "GET";
    request.target = BitbybitFixture::customers;
    request.headers = {
        {"Host", "127.0.0.1"}, {"x-api-key", m_fixture->localSecret()}, {"Origin", "https://elsewhere.example"}};
    const auto response = m_fixture->respond(request);
    QCOMPARE(response.status, 403);
    QCOMPARE(errorCodeOf(response), u"CROSS_ORIGIN"_s);
    QCOMPARE(rateOf(response), (QList<QByteArray>{"100", "100", "60"})); // refused before it was counted
    QCOMPARE(lastRecord().value(u"errorCode"_s), u"CROSS_ORIGIN"_s);
}

QTEST_GUILESS_MAIN(BitbybitApiTest)
#include "tst_bitbybit_api.moc"
