// SPDX-License-Identifier: Apache-2.0
// What the bitbybit API keeps, in a PostgreSQL database: the same answers as from SQLite.
#include "BitbybitFixture.h"
#include "server/data/Deploys.h"
#include "server/data/UsageLog.h"
#include "support/PostgreSqlServer.h"

#include <atomic>
#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BitbybitPostgreSqlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void keyIsMadeUsedAndListed();
    void listIsReplacedAndInForce();
    void strangeTexts_data();
    void strangeTexts();
    void logIsFilteredSortedAndExported();
    void oldestRecordsAreDropped();
    void recordsOfSeveralServicesAreAllKept();

private:
    Response send(const QByteArray &method, const QByteArray &target, const QByteArray &secret,
                  const QByteArray &body = {}, const char *peer = "203.0.113.5")
    {
        Request request;
        request.method = method;
        request.target = target;
        request.headers = {{"Host", "127.0.0.1"}, {"Content-Type", "application/json"}, {"X-Api-Key", secret}};
        request.body = body;
        request.peer = *IpAddress::parse(peer);
        return m_router->respond(request, *m_database, m_clock->now());
    }
    Response manage(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        return send(method, BitbybitFixture::developer + path, m_token.toUtf8(), body);
    }
    static QJsonObject dataOf(const Response &response) { return jsonOf(response).value(u"data"_s).toObject(); }
    [[nodiscard]] QByteArray localSecret() const
    {
        const auto key = scopeById(*m_database, ScopeKind::ApiKey, u"local"_s);
        return key && *key ? (*key)->secret.toUtf8() : QByteArray();
    }

    const QString m_token = u"the-service-token"_s;
    std::unique_ptr<gatehouse::test::ManualClock> m_clock;
    std::unique_ptr<gatehouse::test::PostgreSqlServer> m_server;
    QString m_url;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Router> m_router;
};

void BitbybitPostgreSqlTest::initTestCase()
{
    m_server = std::make_unique<gatehouse::test::PostgreSqlServer>();
    if (const auto problem = m_server->start(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
}

void BitbybitPostgreSqlTest::init()
{
    m_database.reset();
    m_clock = std::make_unique<gatehouse::test::ManualClock>();
    m_url = m_server->newDatabase();
    auto database = openServiceDatabase(m_url);
    QVERIFY2(database, database ? "" : qPrintable(database.error().detail));
    m_database = std::make_unique<Database>(std::move(*database));
    m_router = std::make_unique<Router>(bitbybitApis({}, m_token, *m_clock), RouterOptions{m_token, {}, false});
}

void BitbybitPostgreSqlTest::keyIsMadeUsedAndListed()
{
    const auto response =
        manage("POST", "/api-keys", R"({"name":"Büro","environment":"TEST","scopes":["customers:READ"],
                                 "expiresAt":"2026-04-01T00:00:00Z","entries":[{"cidr":"203.0.113.5","label":"CI"}]})");
    QCOMPARE(response.status, 201);
    auto made = dataOf(response);
    const auto secret = made.take(u"secret"_s).toString().toUtf8();
    QCOMPARE(made.value(u"ipAllowlistCount"_s), 1);
    QCOMPARE(made.value(u"createdAt"_s), u"2026-03-01T12:00:00.000Z"_s);
    QCOMPARE(send("GET", BitbybitFixture::customers, secret).status, 200);
    QCOMPARE(send("GET", BitbybitFixture::customers, secret, {}, "203.0.113.6").status, 403);
    made.insert(u"lastUsedAt"_s, u"2026-03-01T12:00:00.000Z"_s);
    const auto keys = jsonOf(manage("GET", "/api-keys")).value(u"data"_s).toArray();
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys.at(1).toObject(), made);
    QCOMPARE(keys.at(0).toObject().value(u"scopes"_s), QJsonArray::fromStringList(apiKeyPermissions()));
    m_clock->advance(24h * 31);
    QCOMPARE(send("GET", BitbybitFixture::customers, secret).status, 401);
}

void BitbybitPostgreSqlTest::listIsReplacedAndInForce()
{
    const QByteArray path = "/api-keys/local/ip-allowlist";
    QCOMPARE(manage("PUT", path, R"({"entries":[{"cidr":"192.0.2.1"},{"cidr":"2001:db8::/48"}]})").status, 200);
    QCOMPARE(send("GET", BitbybitFixture::customers, localSecret()).status, 403);
    const auto written =
        manage("PUT", path, R"({"entries":[{"cidr":"203.0.113.9/24"},{"cidr":"192.0.2.1","label":"a"}]})");
    QCOMPARE(written.status, 200);
    QCOMPARE(textsOf(dataOf(written).value(u"entries"_s), u"cidr"_s),
             (QStringList{u"192.0.2.1/32"_s, u"203.0.113.0/24"_s}));
    QCOMPARE(jsonOf(manage("GET", path)), jsonOf(written));
    QCOMPARE(send("GET", BitbybitFixture::customers, localSecret()).status, 200);
    QCOMPARE(manage("PUT", path, R"({"entries":[{"cidr":"0.0.0.0/0"}]})").status, 400);
    QCOMPARE(jsonOf(manage("GET", path)), jsonOf(written));
    const auto key = scopeById(*m_database, ScopeKind::ApiKey, u"local"_s);
    QCOMPARE(deploysOf(*m_database, (*key)->number)->size(), 2);
}

void BitbybitPostgreSqlTest::strangeTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"O'Neill \"the\" `third`"_s;
    QTest::newRow("backslashes") << uR"(C:\temp\' \\)"_s;
    QTest::newRow("dollars and question marks") << u"$1 $$ ? :name @serial@"_s;
    QTest::newRow("beyond the first plane") << u"🏢 “West”"_s;
}

void BitbybitPostgreSqlTest::strangeTexts()
{
    QFETCH(QString, text);
    const auto made =
        manage("POST", "/api-keys",
               compact({{u"name"_s, text},
                        {u"description"_s, text},
                        {u"scopes"_s, QJsonArray{u"customers:READ"_s}},
                        {u"entries"_s, QJsonArray{QJsonObject{{u"cidr"_s, u"192.0.2.1"_s}, {u"label"_s, text}}}}}));
    QCOMPARE(made.status, 201);
    QCOMPARE(dataOf(made).value(u"name"_s), text);
    QCOMPARE(dataOf(made).value(u"description"_s), text);
    const auto list = manage("GET", "/api-keys/" + dataOf(made).value(u"id"_s).toString().toUtf8() + "/ip-allowlist");
    QCOMPARE(textsOf(dataOf(list).value(u"entries"_s), u"label"_s), QStringList{text});
    QCOMPARE(send("GET", BitbybitFixture::customers, dataOf(made).value(u"secret"_s).toString().toUtf8()).status, 403);
    QCOMPARE(jsonOf(manage("GET", "/api-usage-logs?status=403"))
                 .value(u"data"_s)
                 .toArray()
                 .first()
                 .toObject()
                 .value(u"apiKeyName"_s),
             text);
    QCOMPARE(manage("GET", "/api-keys/" + QUrl::toPercentEncoding(text) + "%00/ip-allowlist").status, 404);
}

void BitbybitPostgreSqlTest::logIsFilteredSortedAndExported()
{
    send("GET", BitbybitFixture::customers, localSecret());
    m_clock->advance(60s);
    send("GET", BitbybitFixture::customers, "unknown");
    m_clock->advance(60s);
    manage("PUT", "/api-keys/none/ip-allowlist", R"({"entries":[]})");
    m_clock->advance(60s);
    const auto statuses = [&](const QByteArray &query) {
        QStringList found;
        for (const QJsonValue each : jsonOf(manage("GET", "/api-usage-logs" + query)).value(u"data"_s).toArray())
            found.append(QString::number(each.toObject().value(u"status"_s).toInt()));
        return found.join(u' ');
    };
    const QByteArray before = "&to=2026-03-01T12:03:00Z";
    QCOMPARE(statuses("?limit=10" + before), u"404 401 200"_s);
    QCOMPARE(statuses("?sort=timestamp:asc" + before), u"200 401 404"_s);
    QCOMPARE(statuses("?sort=status:desc" + before), u"404 401 200"_s);
    QCOMPARE(statuses("?sort=durationMs:asc&limit=2&page=2" + before), u"200"_s);
    QCOMPARE(statuses("?apiKeyId=local" + before), u"200"_s);
    QCOMPARE(statuses("?method=put" + before), u"404"_s);
    QCOMPARE(statuses("?from=2026-03-01T12:01:00Z&status=401" + before), u"401"_s);
    QCOMPARE(
        manage("GET", "/api-usage-logs/export?format=csv" + before).body,
        "timestamp,api_key_id,api_key_name,method,path,status,ip,error_code,duration_ms\r\n"
        "2026-03-01T12:02:00.000Z,,,PUT,/developer/open/v1/api-keys/none/ip-allowlist,404,203.0.113.5,NOT_FOUND,0\r\n"
        "2026-03-01T12:01:00.000Z,,,GET,/customer/open/v1/customers,401,203.0.113.5,INVALID_API_KEY,0\r\n"
        "2026-03-01T12:00:00.000Z,local,local,GET,/customer/open/v1/customers,200,203.0.113.5,,0\r\n");
}

void BitbybitPostgreSqlTest::oldestRecordsAreDropped()
{
    UsageRecord record;
    record.at = m_clock->now();
    for (int i = 1; i <= 128; ++i) {
        record.path = QString::number(i);
        QVERIFY(recordUsage(*m_database, record, 10));
    }
    QCOMPARE(usageCount(*m_database, {}), Result<qint64>(10));
    QCOMPARE(usagePage(*m_database, {}, {}, 1, 9)->first().path, u"119"_s);
}

void BitbybitPostgreSqlTest::recordsOfSeveralServicesAreAllKept()
{
    std::atomic<int> served = 0;
    std::vector<std::thread> services;
    const auto secret = localSecret();
    for (int i = 0; i < 4; ++i) {
        services.emplace_back([&] {
            const auto database = openServiceDatabase(m_url);
            const Router router(bitbybitApis({}, m_token, *m_clock), {m_token, {}, false});
            Request request;
            request.method = "GET";
            request.target = BitbybitFixture::customers;
            request.headers = {{"Host", "127.0.0.1"}, {"X-Api-Key", secret}};
            for (int sent = 0; sent < 25 && database; ++sent)
                served += router.respond(request, *database, m_clock->now()).status == 200 ? 1 : 0;
        });
    }
    for (auto &service : services)
        service.join();
    QCOMPARE(served.load(), 100);
    QCOMPARE(usageCount(*m_database, {u"local"_s, {}, 200, {}, {}}), Result<qint64>(100));
}

QTEST_GUILESS_MAIN(BitbybitPostgreSqlTest)
#include "tst_bitbybit_postgresql.moc"
