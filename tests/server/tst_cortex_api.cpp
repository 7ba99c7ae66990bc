// SPDX-License-Identifier: Apache-2.0
// The Cortex API as a client sees it, without a socket: requests go to the router.
#include "ApiFixture.h"
#include "server/cortex/CortexApi.h"
#include "server/data/Deploys.h"
#include "support/TestProgram.h"

#include <QRandomGenerator>
#include <QRegularExpression>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray list = "/cortex/api/v1/ip-allowlist";
const QByteArray mine = R"({"address":"203.0.113.7"})"; // the caller of the tests

QByteArray bodyOf(const QByteArray &entries)
{
    return R"({"entries":[)" + entries + "]}";
}

QByteArray addressOnly(const QString &address)
{
    return compact({{u"address"_s, address}});
}

QJsonArray entriesIn(const Response &response)
{
    return jsonOf(response).value(u"entries"_s).toArray();
}

QStringList addressesIn(const Response &response)
{
    return textsOf(jsonOf(response).value(u"entries"_s), u"address"_s);
}

QStringList pointersOf(const Response &response)
{
    return textsOf(jsonOf(response).value(u"violations"_s), u"pointer"_s);
}

bool isError(const Response &response, int status, const QString &type)
{
    const auto answer = jsonOf(response);
    return response.status == status && response.header("Content-Type") == "application/json" &&
           answer.value(u"type"_s) == type && answer.value(u"httpStatus"_s) == status &&
           answer.value(u"requestId"_s) == u"request-1"_s && !answer.value(u"message"_s).toString().isEmpty();
}

} // namespace

class CortexApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({}); }

    void tokenIsBearer_data();
    void tokenIsBearer();
    void pathsAndMethods_data();
    void pathsAndMethods();
    void emptyList();
    void listIsReplaced();
    void entriesAreAnsweredAsSent_data();
    void entriesAreAnsweredAsSent();
    void orderIsKept();
    void unchangedListNeedsNoDeploy();
    void changesAreDeployed();
    void listIsPaged_data();
    void listIsPaged();
    void thousandEntriesArePaged();
    void queryIsRefused_data();
    void queryIsRefused();
    void callerMustBeContained_data();
    void callerMustBeContained();
    void callerOutsideOfTheListIsRefusedBeforeAuthentication_data();
    void callerOutsideOfTheListIsRefusedBeforeAuthentication();
    void bodyIsRefused_data();
    void bodyIsRefused();
    void wrongAddressIsRefused_data();
    void wrongAddressIsRefused();
    void everyWrongEntryIsNamed();
    void oneEntryIsValidated_data();
    void oneEntryIsValidated();
    void severalEntriesAreValidated();
    void validationChangesNothing();
    void bodyMayHaveTwoMegabytes();
    void rateIsLimited();
    void rateIsCountedByAddress();
    void brokenDatabaseIsAnErrorOfTheService();
    void garbageBodiesAreNeverAFaultOfOurs();

private:
    void start(const ServiceRates &rates)
    {
        m_fixture = std::make_unique<ApiFixture>(std::vector<Api>{cortexApi(rates)});
    }
    Response send(const Sent &sent) { return m_fixture->send(sent); }
    Response get(const QByteArray &query = {}) { return send({.target = list + query}); }
    Response put(const QByteArray &entries, const QByteArray &query = {})
    {
        return send({.method = "PUT", .target = list + query, .body = bodyOf(entries)});
    }
    Response validate(const QByteArray &entries)
    {
        return send({.method = "POST", .target = list + "/validate", .body = bodyOf(entries)});
    }
    [[nodiscard]] qint64 workspace() const { return m_fixture->scope(ScopeKind::Workspace).number; }
    [[nodiscard]] QStringList stored() const { return m_fixture->ranges(workspace()); }
    [[nodiscard]] qsizetype deployCount() const { return deploysOf(m_fixture->database(), workspace())->size(); }

    std::unique_ptr<ApiFixture> m_fixture;
};

void CortexApiTest::tokenIsBearer_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::newRow("Bearer") << QByteArray("Bearer the-service-token") << 200 << QString();
    QTest::newRow("without a scheme") << QByteArray("the-service-token") << 401 << u"UNCATEGORIZED"_s;
    QTest::newRow("wrong") << QByteArray("Bearer other") << 401 << u"UNCATEGORIZED"_s;
    QTest::newRow("none") << QByteArray() << 401 << u"UNCATEGORIZED"_s;
    QTest::newRow("of an API key") << QByteArray("KEY") << 403 << u"FORBIDDEN"_s;
}

void CortexApiTest::tokenIsBearer()
{
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QString, type);
    if (authorization == "KEY")
        authorization = "Bearer " + m_fixture->scope(ScopeKind::ApiKey).secret.toUtf8();
    const auto response = send({.target = list, .authorization = authorization});
    QCOMPARE(response.status, status);
    if (status != 200)
        QVERIFY2(isError(response, status, type), response.body.constData());
}

void CortexApiTest::pathsAndMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("allow");
    const auto row = [](const char *name, const char *method, const QByteArray &target, int status, const QString &type,
                        const char *allow = "") {
        QTest::newRow(name) << QByteArray(method) << target << status << type << QByteArray(allow);
    };
    row("list", "GET", list, 200, {});
    row("HEAD", "HEAD", list, 200, {});
    row("unknown path", "GET", "/cortex/api/v1/catalog", 404, u"NOT_FOUND"_s);
    row("outside of the version", "GET", "/cortex/ip-allowlist", 404, u"NOT_FOUND"_s);
    row("an entry has no path", "GET", list + "/10.0.0.1", 404, u"NOT_FOUND"_s);
    row("POST on the list", "POST", list, 405, u"UNCATEGORIZED"_s, "GET, HEAD, PUT");
    row("DELETE on the list", "DELETE", list, 405, u"UNCATEGORIZED"_s, "GET, HEAD, PUT");
    row("PATCH on the list", "PATCH", list, 405, u"UNCATEGORIZED"_s, "GET, HEAD, PUT");
    row("GET on validate", "GET", list + "/validate", 405, u"UNCATEGORIZED"_s, "POST");
}

void CortexApiTest::pathsAndMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QString, type);
    const auto response = send({.method = method, .target = target, .body = bodyOf(mine)});
    QCOMPARE(response.status, status);
    QTEST(response.header("Allow"), "allow");
    if (status != 200)
        QVERIFY2(isError(response, status, type), response.body.constData());
    QCOMPARE(stored(), QStringList());
}

void CortexApiTest::emptyList()
{
    const auto response = get("?page=0&pageSize=250");
    QCOMPARE(response.status, 200);
    QCOMPARE(jsonOf(response),
             (QJsonObject{{u"entries"_s, QJsonArray()}, {u"page"_s, 0}, {u"total"_s, 0}, {u"totalPages"_s, 0}}));
}

void CortexApiTest::listIsReplaced()
{
    const auto written = put(R"({"address":"203.0.113.0/24","description":"Office"},{"address":"10.0.0.1"})");
    QCOMPARE(written.status, 200);
    QCOMPARE(jsonOf(written), (QJsonObject{{u"entries"_s, QJsonArray{QJsonObject{{u"address"_s, u"203.0.113.0/24"_s},
                                                                                 {u"description"_s, u"Office"_s}},
                                                                     QJsonObject{{u"address"_s, u"10.0.0.1"_s}}}},
                                           {u"page"_s, 0},
                                           {u"total"_s, 2},
                                           {u"totalPages"_s, 1}}));
    QCOMPARE(jsonOf(get()), jsonOf(written));
    QCOMPARE(stored(), (QStringList{u"203.0.113.0/24"_s, u"10.0.0.1"_s}));

    QCOMPARE(put(R"({"address":"203.0.113.0/24"})").status, 200);
    QCOMPARE(entriesIn(get()), (QJsonArray{QJsonObject{{u"address"_s, u"203.0.113.0/24"_s}}}));
    QCOMPARE(put("").status, 200); // empty, and without force
    QCOMPARE(entriesIn(get()), QJsonArray());
    QCOMPARE(send({.target = list, .caller = "192.0.2.1"}).status, 200);
}

void CortexApiTest::entriesAreAnsweredAsSent_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QJsonObject>("answered");
    const auto row = [](const char *name, const QByteArray &sent, const QJsonObject &answered) {
        QTest::newRow(name) << sent << answered;
    };
    const auto address = u"address"_s;
    const auto description = u"description"_s;
    row("address", R"({"address":"10.0.0.1"})", {{address, u"10.0.0.1"_s}});
    row("address with its prefix", R"({"address":"10.0.0.1/32"})", {{address, u"10.0.0.1/32"_s}});
    row("all of IPv4", R"({"address":"0.0.0.0/0"})", {{address, u"0.0.0.0/0"_s}});
    row("IPv6 in capitals", R"({"address":"2001:DB8:0:0::/64"})", {{address, u"2001:DB8:0:0::/64"_s}});
    row("IPv4-mapped", R"({"address":"::ffff:10.0.0.1"})", {{address, u"::ffff:10.0.0.1"_s}});
    row("description", R"({"address":"10.0.0.1","description":"Büro \"1\""})",
        {{address, u"10.0.0.1"_s}, {description, u"Büro \"1\""_s}});
    row("no description", R"({"address":"10.0.0.1","description":null})", {{address, u"10.0.0.1"_s}});
    row("empty description", R"({"address":"10.0.0.1","description":""})", {{address, u"10.0.0.1"_s}});
    row("long description", R"({"address":"10.0.0.1","description":")" + QByteArray(5000, 'x') + R"("})",
        {{address, u"10.0.0.1"_s}, {description, QString(5000, u'x')}});
}

void CortexApiTest::entriesAreAnsweredAsSent()
{
    QFETCH(QByteArray, sent);
    QFETCH(QJsonObject, answered);
    const auto written = put(mine + ',' + sent);
    QCOMPARE(written.status, 200);
    QCOMPARE(entriesIn(written).at(1).toObject(), answered);
    QCOMPARE(entriesIn(get()).at(1).toObject(), answered);
    answered.insert(u"valid"_s, true);
    QCOMPARE(jsonOf(validate(sent)), answered);
}

void CortexApiTest::orderIsKept()
{
    const auto entries = [](const QStringList &addresses) {
        QByteArrayList all = {mine};
        for (const auto &address : addresses)
            all.append(addressOnly(address));
        return all.join(',');
    };
    const QStringList me = {u"203.0.113.7"_s};
    for (const auto &wanted :
         {QStringList{u"10.0.0.3"_s, u"10.0.0.1"_s, u"10.0.0.2"_s},
          QStringList{u"10.0.0.1"_s, u"10.0.0.2"_s, u"10.0.0.3"_s},
          QStringList{u"10.0.0.1"_s, u"10.0.0.9"_s, u"10.0.0.2"_s, u"10.0.0.3"_s},
          QStringList{u"10.0.0.3"_s, u"10.0.0.9"_s}, QStringList{u"10.0.0.3"_s, u"10.0.0.9"_s, u"10.0.0.1/32"_s}}) {
        QCOMPARE(addressesIn(put(entries(wanted))), me + wanted);
        QCOMPARE(addressesIn(get()), me + wanted);
    }
}

void CortexApiTest::unchangedListNeedsNoDeploy()
{
    const QByteArray entries = mine + R"(,{"address":"10.0.0.1","description":"a"})";
    put(entries);
    QCOMPARE(put(entries).status, 200);
    QCOMPARE(deployCount(), 1);
    QCOMPARE(put(mine + R"(,{"address":"10.0.0.1","description":"b"})").status, 200);
    QCOMPARE(deployCount(), 2);
    QCOMPARE(put(mine + R"(,{"address":"10.0.0.1/32","description":"b"})").status, 200); // another spelling
    QCOMPARE(addressesIn(get()).last(), u"10.0.0.1/32"_s);
}

void CortexApiTest::changesAreDeployed()
{
    put(mine + R"(,{"address":"2001:DB8::/32"})");
    put("");
    const auto deploys = deploysOf(m_fixture->database(), workspace()).value();
    QCOMPARE(deploys.size(), 2);
    QCOMPARE(deploys.at(1).list, u"203.0.113.7/32\n2001:db8::/32"_s);
    QCOMPARE(deploys.at(0).list, QString());
    QCOMPARE(deploys.at(0).cause, u"change"_s);
}

void CortexApiTest::listIsPaged_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("totalPages");
    const QStringList all = {u"203.0.113.7"_s, u"10.0.0.1"_s, u"10.0.0.2"_s};
    QTest::newRow("without parameters") << QByteArray() << all << 0 << 1;
    QTest::newRow("first") << QByteArray("?page=0&pageSize=2") << all.mid(0, 2) << 0 << 2;
    QTest::newRow("second") << QByteArray("?page=1&pageSize=2") << all.mid(2) << 1 << 2;
    QTest::newRow("behind the end") << QByteArray("?page=2&pageSize=2") << QStringList() << 2 << 2;
    QTest::newRow("far behind the end") << QByteArray("?page=2147483647&pageSize=1000") << QStringList() << 2147483647
                                        << 1;
    QTest::newRow("one each") << QByteArray("?pageSize=1&page=2") << all.mid(2) << 2 << 3;
    QTest::newRow("exactly full") << QByteArray("?pageSize=3") << all << 0 << 1;
    QTest::newRow("largest") << QByteArray("?pageSize=1000&page=0") << all << 0 << 1;
}

void CortexApiTest::listIsPaged()
{
    QFETCH(QByteArray, query);
    put(mine + R"(,{"address":"10.0.0.1"},{"address":"10.0.0.2"})");
    const auto response = get(query);
    QCOMPARE(response.status, 200);
    QTEST(addressesIn(response), "found");
    QTEST(jsonOf(response).value(u"page"_s).toInt(), "page");
    QTEST(jsonOf(response).value(u"totalPages"_s).toInt(), "totalPages");
    QCOMPARE(jsonOf(response).value(u"total"_s), 3);
}

void CortexApiTest::thousandEntriesArePaged()
{
    QByteArrayList entries = {mine};
    QStringList all = {u"203.0.113.7"_s};
    for (int i = 1; i < 1000; ++i) {
        all.append(u"10.0.%1.%2"_s.arg(i / 256).arg(i % 256));
        entries.append(addressOnly(all.last()));
    }
    const auto written = put(entries.join(','));
    QCOMPARE(jsonOf(written).value(u"total"_s), 1000);
    QCOMPARE(jsonOf(written).value(u"totalPages"_s), 4);
    QCOMPARE(addressesIn(written), all.mid(0, 250)); // the first page
    for (const int size : {33, 250, 1000}) {
        QStringList found;
        for (int page = 0;; ++page) {
            const auto answer = get("?page=" + QByteArray::number(page) + "&pageSize=" + QByteArray::number(size));
            found += addressesIn(answer);
            if (jsonOf(answer).value(u"totalPages"_s) == page + 1)
                break;
        }
        QCOMPARE(found, all);
    }
}

void CortexApiTest::queryIsRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("pointers");
    const auto read = [](const char *name, const QByteArray &query, const QStringList &pointers) {
        QTest::newRow(name) << QByteArray("GET") << query << pointers;
    };
    read("no size", "?pageSize=0", {u"/pageSize"_s});
    read("size too large", "?pageSize=1001", {u"/pageSize"_s});
    read("size below zero", "?pageSize=-1", {u"/pageSize"_s});
    read("size is a word", "?pageSize=all", {u"/pageSize"_s});
    read("size is empty", "?pageSize=", {u"/pageSize"_s});
    read("page below zero", "?page=-1", {u"/page"_s});
    read("page is broken", "?page=1.0", {u"/page"_s});
    read("page is huge", "?page=2147483648", {u"/page"_s});
    read("both", "?page=x&pageSize=x", {u"/page"_s, u"/pageSize"_s});
    for (const auto *force : {"?force=1", "?force=yes", "?force=", "?force=truer"})
        QTest::addRow("%s", force) << QByteArray("PUT") << QByteArray(force) << QStringList{u"/force"_s};
}

void CortexApiTest::queryIsRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, query);
    const auto response = send({.method = method, .target = list + query, .body = bodyOf(mine)});
    QVERIFY2(isError(response, 400, u"BAD_REQUEST"_s), response.body.constData());
    QTEST(pointersOf(response), "pointers");
    QCOMPARE(stored(), QStringList());
}

void CortexApiTest::callerMustBeContained_data()
{
    QTest::addColumn<QByteArray>("caller");
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &caller, const QByteArray &entries, const QByteArray &query,
                        int status) { QTest::newRow(name) << caller << entries << query << status; };
    const QByteArray v4 = "203.0.113.7";
    const QByteArray v6 = "2001:db8::7";
    const QByteArray other = R"({"address":"10.0.0.0/8"})";
    row("address", v4, mine, "", 200);
    row("network", v4, R"({"address":"203.0.113.0/24"})", "", 200);
    row("last of several", v4, other + ',' + mine, "", 200);
    row("not contained", v4, other, "", 400);
    row("not contained, force off", v4, other, "?force=false", 400);
    row("not contained, force", v4, other, "?force=true", 200);
    row("not contained, force in capitals", v4, other, "?force=True", 200);
    row("not contained, force off in capitals", v4, other, "?force=False", 400);
    row("empty", v4, "", "", 200);
    row("empty, force", v4, "", "?force=true", 200);
    row("IPv6", v6, R"({"address":"2001:db8::/64"})", "", 200);
    row("the other family", v6, R"({"address":"0.0.0.0/0"})", "", 400);
    row("everyone of both", v6, R"({"address":"0.0.0.0/0"},{"address":"::/0"})", "", 200);
}

void CortexApiTest::callerMustBeContained()
{
    QFETCH(QByteArray, caller);
    QFETCH(QByteArray, entries);
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    const auto response = send({.method = "PUT", .target = list + query, .body = bodyOf(entries), .caller = caller});
    QCOMPARE(response.status, status);
    if (status == 200)
        return;
    QVERIFY2(isError(response, 400, u"BAD_REQUEST"_s), response.body.constData());
    QVERIFY(jsonOf(response).value(u"message"_s).toString().contains(QString::fromLatin1(caller)));
    QCOMPARE(stored(), QStringList());
    QCOMPARE(deployCount(), 0);
}

void CortexApiTest::callerOutsideOfTheListIsRefusedBeforeAuthentication_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("authorization");
    const QByteArray right = "Bearer the-service-token";
    QTest::newRow("read") << QByteArray("GET") << list << right;
    QTest::newRow("replace") << QByteArray("PUT") << list << right;
    QTest::newRow("replace by force") << QByteArray("PUT") << list + "?force=true" << right;
    QTest::newRow("validate") << QByteArray("POST") << list + "/validate" << right;
    QTest::newRow("wrong token") << QByteArray("GET") << list << QByteArray("Bearer other");
    QTest::newRow("no token") << QByteArray("GET") << list << QByteArray();
    QTest::newRow("wrong method") << QByteArray("DELETE") << list << right;
    QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/cortex/api/v1/catalog") << right;
}

void CortexApiTest::callerOutsideOfTheListIsRefusedBeforeAuthentication()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, authorization);
    const auto status = [&](const QByteArray &caller) {
        return send({.method = method,
                     .target = target,
                     .body = bodyOf(mine),
                     .caller = caller,
                     .authorization = authorization})
            .status;
    };
    put(mine);
    const auto refused = send({.method = method,
                               .target = target,
                               .body = bodyOf(R"({"address":"192.0.2.1"})"),
                               .caller = "192.0.2.1",
                               .authorization = authorization});
    QVERIFY2(isError(refused, 403, u"FORBIDDEN"_s), refused.body.constData());
    QCOMPARE(jsonOf(refused).value(u"message"_s), u"Forbidden IP address"_s);
    QCOMPARE(stored(), QStringList{u"203.0.113.7"_s});
    QVERIFY(status("203.0.113.7") != 403);
    // Locked out by himself, by force; and let in again by who is still let in.
    QCOMPARE(put(R"({"address":"192.0.2.0/24"})", "?force=true").status, 200);
    QCOMPARE(status("203.0.113.7"), 403);
    QCOMPARE(send({.method = "PUT", .target = list, .body = bodyOf(""), .caller = "192.0.2.9"}).status, 200);
    QVERIFY(status("203.0.113.7") != 403);
}

void CortexApiTest::bodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("pointers");
    const auto row = [](const char *name, const QByteArray &body, const QStringList &pointers) {
        QTest::newRow(name) << body << pointers;
    };
    row("empty", "", {});
    row("not JSON", "entries=1", {});
    row("cut short", R"({"entries":[)", {});
    row("not UTF-8", "{\"entries\":[{\"address\":\"\xff\xfe\"}]}", {});
    row("nested without end", QByteArray(5000, '['), {});
    row("an array", "[]", {});
    row("no entries", "{}", {u"/entries"_s});
    row("entries are null", R"({"entries":null})", {u"/entries"_s});
    row("entries are an object", R"({"entries":{}})", {u"/entries"_s});
    row("unknown key", R"({"entries":[],"force":true})", {u"/force"_s});
    row("entry is a string", bodyOf(R"("10.0.0.1")"), {u"/entries/0"_s});
    row("entry is null", bodyOf(mine + ",null"), {u"/entries/1"_s});
    row("no address", bodyOf(R"({"description":"x"})"), {u"/entries/0/address"_s});
    row("address is a number", bodyOf(R"({"address":1})"), {u"/entries/0/address"_s});
    row("address is null", bodyOf(R"({"address":null})"), {u"/entries/0/address"_s});
    row("description is a number", bodyOf(R"({"address":"10.0.0.1","description":1})"), {u"/entries/0/description"_s});
    row("unknown key of an entry", bodyOf(R"({"address":"10.0.0.1","label":"x"})"), {u"/entries/0/label"_s});
    row("several", bodyOf(R"({"address":1},{},{"address":"10.0.0.1","x":1})"),
        {u"/entries/0/address"_s, u"/entries/1/address"_s, u"/entries/2/x"_s});
}

void CortexApiTest::bodyIsRefused()
{
    QFETCH(QByteArray, body);
    for (const auto &sent : {Sent{.method = "PUT", .target = list + "?force=true", .body = body},
                             Sent{.method = "POST", .target = list + "/validate", .body = body}}) {
        const auto response = send(sent);
        QVERIFY2(isError(response, 400, u"BAD_REQUEST"_s), response.body.constData());
        QTEST(pointersOf(response), "pointers");
        QCOMPARE(jsonOf(response).contains(u"violations"_s), !pointersOf(response).isEmpty());
        QCOMPARE(jsonOf(response).contains(u"details"_s), pointersOf(response).size() > 1);
        for (const auto &each : textsOf(jsonOf(response).value(u"violations"_s), u"violationType"_s))
            QCOMPARE(each, u"MUST"_s);
    }
    auto form = Sent{.method = "PUT", .target = list, .body = bodyOf(mine), .headers = {}};
    QVERIFY2(isError(send(form), 415, u"UNCATEGORIZED"_s), "not said to be JSON");
    QCOMPARE(stored(), QStringList());
    QCOMPARE(deployCount(), 0);
}

void CortexApiTest::wrongAddressIsRefused_data()
{
    QTest::addColumn<QString>("address");
    for (const auto *address : {"", " ", "x", "*", "10.0.0.1/99", "10.0.0.1/24", "300.1.1.1", "010.0.0.1", "10.0.0",
                                " 10.0.0.1", "10.0.0.1:80", "fe80::1%eth0", "example.com", "10.0.0.1,10.0.0.2"})
        QTest::addRow("'%s'", address) << QString::fromLatin1(address);
    QTest::newRow("endless") << QString(10'000, u'1');
    QTest::newRow("the same again") << u"203.0.113.7"_s;
    QTest::newRow("the same in another spelling") << u"::ffff:203.0.113.7/128"_s;
}

void CortexApiTest::wrongAddressIsRefused()
{
    QFETCH(QString, address);
    const auto refused = put(mine + ',' + addressOnly(address));
    QVERIFY2(isError(refused, 400, u"BAD_REQUEST"_s), refused.body.constData());
    QCOMPARE(pointersOf(refused), QStringList{u"/entries/1/address"_s});
    QCOMPARE(stored(), QStringList());
    const auto verdicts = QJsonDocument::fromJson(validate(mine + ',' + addressOnly(address)).body).array();
    QCOMPARE(verdicts.at(0).toObject().value(u"valid"_s), true);
    const auto verdict = verdicts.at(1).toObject();
    QCOMPARE(verdict.value(u"valid"_s), false);
    QCOMPARE(verdict.value(u"address"_s), address);
    QCOMPARE(verdict.value(u"message"_s), jsonOf(refused).value(u"message"_s));
    QVERIFY(verdict.value(u"message"_s).toString().size() < 500);
}

void CortexApiTest::everyWrongEntryIsNamed()
{
    put(mine);
    const auto refused = put(mine + R"(,{"address":"x"},{"address":"10.0.0.1"},{"address":"10.0.0.1/8"})");
    QVERIFY2(isError(refused, 400, u"BAD_REQUEST"_s), refused.body.constData());
    QCOMPARE(pointersOf(refused), (QStringList{u"/entries/1/address"_s, u"/entries/3/address"_s}));
    QVERIFY(jsonOf(refused).value(u"message"_s).toString().contains(u"2 problems"_s));
    QVERIFY(jsonOf(refused).value(u"details"_s).toString().contains(u"10.0.0.0/8"_s)); // what was probably meant
    QCOMPARE(addressesIn(get()), QStringList{u"203.0.113.7"_s});
    QCOMPARE(deployCount(), 1);
}

void CortexApiTest::oneEntryIsValidated_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<bool>("valid");
    QTest::newRow("valid") << QByteArray(R"({"address":"10.0.0.1"})") << QStringList{u"address"_s, u"valid"_s} << true;
    QTest::newRow("valid, described") << QByteArray(R"({"address":"10.0.0.1","description":"text"})")
                                      << QStringList{u"address"_s, u"description"_s, u"valid"_s} << true;
    QTest::newRow("valid although the caller is not in it")
        << QByteArray(R"({"address":"192.0.2.1"})") << QStringList{u"address"_s, u"valid"_s} << true;
    QTest::newRow("invalid") << QByteArray(R"({"address":"10.0.0.1/99"})")
                             << QStringList{u"address"_s, u"message"_s, u"valid"_s} << false;
    QTest::newRow("invalid, described") << QByteArray(R"({"address":"10.0.0.1/99","description":"text"})")
                                        << QStringList{u"address"_s, u"description"_s, u"message"_s, u"valid"_s}
                                        << false;
}

void CortexApiTest::oneEntryIsValidated()
{
    QFETCH(QByteArray, entry);
    const auto response = validate(entry);
    QCOMPARE(response.status, 200);
    QTEST(jsonOf(response).keys(), "keys");
    QTEST(jsonOf(response).value(u"valid"_s).toBool(), "valid");
}

void CortexApiTest::severalEntriesAreValidated()
{
    const auto response = validate(R"({"address":"10.0.0.1"},{"address":"x","description":"y"})");
    QCOMPARE(response.status, 200);
    const auto verdicts = QJsonDocument::fromJson(response.body).array();
    QCOMPARE(textsOf(verdicts, u"address"_s), (QStringList{u"10.0.0.1"_s, u"x"_s}));
    QCOMPARE(verdicts.at(0).toObject().value(u"valid"_s), true);
    QCOMPARE(verdicts.at(1).toObject().value(u"valid"_s), false);
    QCOMPARE(validate("").body, "[]");
}

void CortexApiTest::validationChangesNothing()
{
    put(mine);
    QCOMPARE(validate(R"({"address":"10.0.0.1"})").status, 200);
    QCOMPARE(jsonOf(validate(mine)).value(u"valid"_s), true); // in the list already, which does not matter
    QCOMPARE(stored(), QStringList{u"203.0.113.7"_s});
    QCOMPARE(deployCount(), 1);
}

void CortexApiTest::bodyMayHaveTwoMegabytes()
{
    constexpr qsizetype largest = 2 * 1024 * 1024;
    auto body = bodyOf(mine);
    body.append(QByteArray(largest - body.size(), ' '));
    QCOMPARE(send({.method = "PUT", .target = list, .body = body}).status, 200);
    const auto tooLarge = send({.method = "PUT", .target = list, .body = body + ' '});
    QVERIFY2(isError(tooLarge, 413, u"UNCATEGORIZED"_s), tooLarge.body.constData());
    QCOMPARE(send({.method = "PUT", .target = list, .body = body + ' ', .authorization = {}}).status, 401);
}

void CortexApiTest::rateIsLimited()
{
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(send({.method = "DELETE", .target = list}).status, 405);
    m_fixture->clock.advance(48s);
    const auto refused = get();
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("Content-Type"), "application/problem+json");
    QCOMPARE(refused.header("Retry-After"), "12");
    auto problem = jsonOf(refused);
    QVERIFY(!problem.take(u"detail"_s).toString().isEmpty());
    QCOMPARE(problem, (QJsonObject{{u"type"_s, u"about:blank"_s},
                                   {u"title"_s, u"Too Many Requests"_s},
                                   {u"status"_s, 429},
                                   {u"retryAfter"_s, 12}}));
    m_fixture->clock.advance(11s);
    QCOMPARE(get().status, 429);
    m_fixture->clock.advance(1s);
    QCOMPARE(get().status, 200);
}

void CortexApiTest::rateIsCountedByAddress()
{
    start({.cortexRequests = 1});
    QCOMPARE(get().status, 200);
    QCOMPARE(get().status, 429);
    QCOMPARE(send({.target = list, .authorization = {}}).status, 429); // with or without a token
    QCOMPARE(send({.target = list, .caller = "192.0.2.1"}).status, 200);
}

void CortexApiTest::brokenDatabaseIsAnErrorOfTheService()
{
    QVERIFY(m_fixture->database().execute(u"DELETE FROM scopes WHERE kind = 'workspace'"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"workspace"_s));
    const auto response = get();
    QVERIFY2(isError(response, 500, u"UNHANDLED_EXCEPTION"_s), response.body.constData());
}

void CortexApiTest::garbageBodiesAreNeverAFaultOfOurs()
{
    constexpr quint32 seed = 20260303;
    QRandomGenerator random(seed);
    const auto good =
        bodyOf(mine + R"(,{"address":"10.0.0.1","description":"x\ud800\u0000"},{"address":"2001:db8::/32"})");
    for (int round = 0; round < 450; ++round) {
        auto body = good;
        for (int i = random.bounded(1, 6); i > 0; --i) {
            const auto position = random.bounded(int(body.size()));
            if (random.bounded(2) == 0)
                body[position] = char(random.bounded(256));
            else
                body.remove(position, random.bounded(1, 5));
        }
        for (const auto &sent : {Sent{.method = "PUT", .target = list, .body = body},
                                 Sent{.method = "POST", .target = list + "/validate", .body = body}}) {
            const auto response = send(sent);
            QVERIFY2(response.status == 200 || isError(response, 400, u"BAD_REQUEST"_s),
                     qPrintable(u"seed %1, round %2, status %3: %4"_s.arg(seed)
                                    .arg(round)
                                    .arg(response.status)
                                    .arg(QString::fromLatin1(body))));
        }
    }
}

GATEHOUSE_TEST(CortexApiTest, QCoreApplication)
#include "tst_cortex_api.moc"
