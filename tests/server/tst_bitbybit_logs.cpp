// SPDX-License-Identifier: Apache-2.0
// The usage log of the bitbybit API: what is written, how it is read and exported.
#include "BitbybitFixture.h"
#include "server/data/UsageLog.h"
#include "support/TestProgram.h"

#include <QRegularExpression>

#include <atomic>
#include <thread>
#include <vector>

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

} // namespace

class BitbybitLogsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<BitbybitFixture>(); }

    void everyRequestIsLogged();
    void durationIsLogged();
    void queryIsNotLogged();
    void tooManyRequestsAreLoggedOnce();
    void strangersLeaveTheRecordsOfOthers();
    void requestsToSeveralServicesAreAllLogged();
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
        m_fixture->use(local);
        m_fixture->clock.advance(1min);
        m_fixture->use(local, "198.51.100.7");
        m_fixture->clock.advance(1min);
        m_fixture->use({});
        m_fixture->clock.advance(1min);
        m_fixture->use("bbb_live_unknown");
        m_fixture->clock.advance(1min);
        m_fixture->manage("PUT", "/api-keys/none/ip-allowlist", R"({"entries":[]})");
        m_fixture->clock.advance(1min);
    }

    std::unique_ptr<BitbybitFixture> m_fixture;
};

void BitbybitLogsTest::everyRequestIsLogged()
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

void BitbybitLogsTest::durationIsLogged()
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

void BitbybitLogsTest::queryIsNotLogged()
{
    m_fixture->send("GET", BitbybitFixture::customers + "?token=hidden&limit=1", m_fixture->localSecret());
    QCOMPARE(lastRecord().value(u"path"_s), u"/customer/open/v1/customers"_s);
    QVERIFY(!m_fixture->manage("GET", "/api-usage-logs").body.contains("hidden"));
}

void BitbybitLogsTest::tooManyRequestsAreLoggedOnce()
{
    for (int i = 0; i < 103; ++i)
        m_fixture->use(m_fixture->localSecret());
    const auto refused = m_fixture->manage("GET", "/api-usage-logs?status=429");
    QCOMPARE(dataOf(refused).size(), 1); // the first of the minute stands for the others
    QCOMPARE(dataOf(refused).first().toObject().value(u"apiKeyId"_s), u"local"_s);
    QCOMPARE(dataOf(refused).first().toObject().value(u"errorCode"_s), u"RATE_LIMIT_EXCEEDED"_s);
}

void BitbybitLogsTest::requestsToSeveralServicesAreAllLogged()
{
    std::atomic<int> served = 0;
    std::vector<std::thread> services;
    const auto secret = m_fixture->localSecret();
    for (int i = 0; i < 4; ++i) {
        services.emplace_back([&] {
            const auto database = openServiceDatabase(m_fixture->place());
            const Router router(bitbybitApis({}, m_fixture->token, m_fixture->clock), {m_fixture->token, {}, false});
            Request request;
            request.method = "GET";
            request.target = BitbybitFixture::customers;
            request.headers = {{"Host", "127.0.0.1"}, {"x-api-key", secret}};
            for (int sent = 0; sent < 25 && database; ++sent)
                served += router.respond(request, *database, m_fixture->clock.now()).status == 200 ? 1 : 0;
        });
    }
    for (auto &service : services)
        service.join();
    QCOMPARE(served.load(), 100);
    const auto log = jsonOf(m_fixture->manage("GET", "/api-usage-logs?limit=1&status=200&apiKeyId=local"));
    QCOMPARE(log.value(u"meta"_s).toObject().value(u"total"_s), 100);
}

void BitbybitLogsTest::logIsFiltered_data()
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

void BitbybitLogsTest::logIsFiltered()
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

void BitbybitLogsTest::logIsSortedAndPaged()
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

void BitbybitLogsTest::logQueryIsRefused_data()
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

void BitbybitLogsTest::logQueryIsRefused()
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

void BitbybitLogsTest::logIsExported()
{
    m_fixture->putList(R"({"cidr":"203.0.113.5"})");
    m_fixture->use(m_fixture->localSecret(), "2001:db8::1");
    m_fixture->use({});
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

void BitbybitLogsTest::exportHasFilters()
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

void BitbybitLogsTest::exportGuardsAgainstFormulas()
{
    const auto key = addScope(m_fixture->database(), ScopeKind::ApiKey, u"k"_s, u"=HYPERLINK(\"http://x\",\"a\")"_s);
    QVERIFY(key);
    m_fixture->use(key->secret.toUtf8());
    const auto body = m_fixture->manage("GET", "/api-usage-logs/export?apiKeyId=k").body;
    const QByteArray cells = R"csv(,k,"'=HYPERLINK(""http://x"",""a"")",GET,)csv";
    QVERIFY2(body.contains(cells), body.constData());
}

void BitbybitLogsTest::longPathIsCut()
{
    const QByteArray longName(10'000, 'x');
    QCOMPARE(m_fixture->manage("GET", "/" + longName).status, 404);
    QCOMPARE(lastRecord().value(u"path"_s).toString().size(), 500);
}

void BitbybitLogsTest::logThatCannotBeWrittenHarmsNobody()
{
    QVERIFY(m_fixture->database().execute(u"ALTER TABLE usage_log RENAME TO usage_log_away"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"The usage log cannot be written: .*usage_log"_s));
    QCOMPARE(m_fixture->use(m_fixture->localSecret()).status, 200);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"The usage log cannot be written: .*usage_log"_s));
    const auto written = m_fixture->putList(R"({"cidr":"192.0.2.1"})");
    QCOMPARE(written.status, 200);
    QCOMPARE(written.header("RateLimit-Limit"), "100");
    QVERIFY(m_fixture->database().execute(u"ALTER TABLE usage_log_away RENAME TO usage_log"_s));
    QCOMPARE(m_fixture->ranges(m_fixture->localKey()), QStringList{u"192.0.2.1"_s});
}

void BitbybitLogsTest::strangersLeaveTheRecordsOfOthers()
{
    const auto ringOfLast = [this] {
        const auto last = usagePage(m_fixture->database(), {}, {}, 1, 0);
        return last && !last->isEmpty() ? last->first().ring : UsageRing(-1);
    };
    m_fixture->use(m_fixture->localSecret());
    QCOMPARE(ringOfLast(), UsageRing::Served);
    m_fixture->manage("GET", "/nothing");
    QCOMPARE(ringOfLast(), UsageRing::Served);
    m_fixture->use("a-guess");
    QCOMPARE(ringOfLast(), UsageRing::Refused);
    m_fixture->use({});
    QCOMPARE(ringOfLast(), UsageRing::Refused);
    m_fixture->putList(R"({"cidr":"198.51.100.7"})");
    m_fixture->use(m_fixture->localSecret()); // from elsewhere
    QCOMPARE(ringOfLast(), UsageRing::Refused);
}

void BitbybitLogsTest::pageOfAnotherSiteIsRefusedAndLogged()
{
    Request request;
    request.method = "GET";
    request.target = BitbybitFixture::customers;
    request.headers = {
        {"Host", "127.0.0.1"}, {"x-api-key", m_fixture->localSecret()}, {"Origin", "https://elsewhere.example"}};
    const auto response = m_fixture->respond(request);
    QCOMPARE(response.status, 403);
    QCOMPARE(errorCodeOf(response), u"CROSS_ORIGIN"_s);
    QCOMPARE(response.header("RateLimit-Remaining"), "100"); // refused before it was counted
    QCOMPARE(lastRecord().value(u"errorCode"_s), u"CROSS_ORIGIN"_s);
}

GATEHOUSE_TEST(BitbybitLogsTest, QCoreApplication)
#include "tst_bitbybit_logs.moc"
