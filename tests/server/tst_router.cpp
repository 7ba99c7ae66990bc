// SPDX-License-Identifier: Apache-2.0
#include "database/Database.h"
#include "server/Router.h"
#include "server/data/Scopes.h"
#include "server/data/ServiceDatabase.h"
#include "support/TestProgram.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace Qt::StringLiterals;

namespace {

const auto token = u"the-service-token"_s;

Handler says(const char *text)
{
    return [text](const Call &) { return Response{200, {}, text}; };
}

Response nameOf(const Call &call)
{
    return {200, {}, call.parameters.value(u"name"_s).toUtf8()};
}

Response shapedFault(const Fault &fault)
{
    return {fault.status, fault.headers, "shaped:" + fault.code.toUtf8()};
}

Response faultWithId(const Fault &fault)
{
    return {fault.status, {}, fault.code.toUtf8() + ':' + fault.requestId};
}

Outcome<Response> refuses(const Call &)
{
    return refusal({418, u"teapot"_s, u"Short and stout."_s, {}, {}});
}

QByteArray bearer(const Request &request)
{
    const auto value = request.header("Authorization");
    return value.startsWith("Bearer ") ? value.mid(7) : QByteArray();
}

std::vector<Api> apis()
{
    const auto none = [](const Request &) { return QByteArray(); };
    return {{"", {{"GET", u"/open"_s, says("open"), Access::Open}}, none, plainFaultResponse},
            {"/api",
             {{"GET", u"/list"_s, says("list")},
              {"PUT", u"/list"_s, says("put")},
              {"GET", u"/things/{name}"_s, nameOf},
              {"POST", u"/anyone"_s, says("anyone"), Access::Open}},
             bearer,
             shapedFault},
            {"/api/v2", {{"GET", u"/list"_s, says("list2")}}, bearer, shapedFault}};
}

} // namespace

class RouterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();
    void bodyIsWantedOnlyWhenItMatters_data();
    void bodyIsWantedOnlyWhenItMatters();
    void faultsHaveTheShapeOfTheirApi_data();
    void faultsHaveTheShapeOfTheirApi();
    void everyFaultKnowsItsRequest_data();
    void everyFaultKnowsItsRequest();
    void largeBodyIsRefused_data();
    void largeBodyIsRefused();
    void openRouteTakesNoBody();
    void strangersAreSlowedDown_data();
    void strangersAreSlowedDown();
    void unreadableCallerReachesNoApi();
    void oddPathsLeadNowhere_data();
    void oddPathsLeadNowhere();
    void brokenDatabaseIsAFaultOfTheService();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    QString m_keySecret;
};

void RouterTest::initTestCase()
{
    auto database = openServiceDatabase(m_folder.path());
    QVERIFY(database);
    m_database = std::make_unique<Database>(std::move(*database));
    const auto key = scopeById(*m_database, ScopeKind::ApiKey, u"local"_s);
    QVERIFY(key && *key);
    m_keySecret = (*key)->secret;
}

void RouterTest::answers_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("allow");
    const auto row = [](const char *name, const char *method, const char *target, const QByteArray &authorization,
                        int status, const char *body, const char *allow = "") {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << authorization << status << QByteArray(body)
                            << QByteArray(allow);
    };
    const QByteArray right = "Bearer " + token.toUtf8();
    row("open to all", "GET", "/open", "", 200, "open");
    row("query is not part of the path", "GET", "/api/list?x=/y", right, 200, "list");
    row("by method", "PUT", "/api/list", right, 200, "put");
    row("longest prefix", "GET", "/api/v2/list", right, 200, "list2");
    row("open route of a guarded API", "POST", "/api/anyone", "", 200, "anyone");
    row("HEAD as GET", "HEAD", "/api/list", right, 200, "list");
    row("parameter", "GET", "/api/things/one", right, 200, "one");
    row("parameter, decoded", "GET", "/api/things/a%20b", right, 200, "a b");
    row("encoded slash stays in its segment", "GET", "/api/things/a%2Fb", right, 200, "a/b");
    row("encoded letters in the path", "GET", "/api/%6Cist", right, 200, "list");
    row("empty parameter", "GET", "/api/things/", right, 404, "shaped:not-found");
    row("two segments for one", "GET", "/api/things/a/b", right, 404, "shaped:not-found");
    row("unknown path of an API", "GET", "/api/nothing", right, 404, "shaped:not-found");
    row("slash at the end", "GET", "/api/list/", right, 404, "shaped:not-found");
    row("method in lower case", "get", "/api/list", right, 405, "shaped:method-not-allowed", "GET, HEAD, PUT");
    row("wrong method", "DELETE", "/api/list", right, 405, "shaped:method-not-allowed", "GET, HEAD, PUT");
    row("wrong method without token", "DELETE", "/api/list", "", 405, "shaped:method-not-allowed", "GET, HEAD, PUT");
    row("wrong method, no GET", "GET", "/api/anyone", "", 405, "shaped:method-not-allowed", "POST");
    row("HEAD where there is no GET", "HEAD", "/api/anyone", "", 405, "shaped:method-not-allowed", "POST");
    row("OPTIONS", "OPTIONS", "/api/list", "", 405, "shaped:method-not-allowed", "GET, HEAD, PUT");
    row("no token", "GET", "/api/list", "", 401, "shaped:unauthorized");
    row("wrong token", "GET", "/api/list", "Bearer nonsense", 401, "shaped:unauthorized");
    row("token without its scheme", "GET", "/api/list", token.toUtf8(), 401, "shaped:unauthorized");
    row("token of an API key", "GET", "/api/list", "Bearer " + m_keySecret.toUtf8(), 403, "shaped:forbidden");
}

void RouterTest::answers()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, authorization);
    const Router router(apis(), {token, {}, true});
    Request request;
    request.method = method;
    request.target = target;
    request.headers = {{"Host", "localhost"}};
    if (!authorization.isEmpty())
        request.headers.append({"Authorization", authorization});
    const auto response = router.respond(request, *m_database, QDateTime());
    QTEST(response.status, "status");
    QTEST(response.body, "body");
    QTEST(response.header("Allow"), "allow");
}

void RouterTest::bodyIsWantedOnlyWhenItMatters_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<bool>("wanted");
    const Header host{"Host", "localhost"};
    const Header right{"Authorization", "Bearer " + token.toUtf8()};
    QTest::newRow("with the token") << QByteArray("/api/list") << QList<Header>{host, right} << true;
    QTest::newRow("without") << QByteArray("/api/list") << QList<Header>{host} << false;
    QTest::newRow("unknown path") << QByteArray("/api/x") << QList<Header>{host, right} << false;
    QTest::newRow("no Host") << QByteArray("/api/list") << QList<Header>{right} << false;
    QTest::newRow("foreign Host") << QByteArray("/api/list") << QList<Header>{{"Host", "evil.example"}, right} << false;
    QTest::newRow("foreign page") << QByteArray("/api/list")
                                  << QList<Header>{host, right, {"Origin", "http://evil.example"}} << false;
}

void RouterTest::bodyIsWantedOnlyWhenItMatters()
{
    QFETCH(QByteArray, target);
    QFETCH(QList<Header>, headers);
    const Router router(apis(), {token, {}, true});
    Request request;
    request.method = "PUT";
    request.target = target;
    request.headers = headers;
    QTEST(router.wantsBody(request), "wanted");
}

void RouterTest::faultsHaveTheShapeOfTheirApi_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("of an API") << QByteArray("/api/x?y=1") << QByteArray("shaped:busy");
    QTest::newRow("outside") << QByteArray("/x") << QByteArray(R"({"error":"busy","message":"Wait."})");
    QTest::newRow("prefix of a longer name")
        << QByteArray("/apix") << QByteArray(R"({"error":"busy","message":"Wait."})");
    QTest::newRow("no path") << QByteArray() << QByteArray(R"({"error":"busy","message":"Wait."})");
    QTest::newRow("asterisk") << QByteArray("*") << QByteArray(R"({"error":"busy","message":"Wait."})");
}

void RouterTest::faultsHaveTheShapeOfTheirApi()
{
    QFETCH(QByteArray, target);
    const Router router(apis(), {token, {}, true});
    const auto response = router.faultResponse(target, {429, u"busy"_s, u"Wait."_s, {}, {{"Retry-After", "7"}}});
    QCOMPARE(response.status, 429);
    QTEST(response.body, "body");
    QCOMPARE(response.header("Retry-After"), "7");
}

void RouterTest::everyFaultKnowsItsRequest_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<QByteArray>("body");
    const Header host{"Host", "localhost"};
    const Header right{"Authorization", "Bearer " + token.toUtf8()};
    const auto row = [](const char *name, const char *method, const char *target, const QList<Header> &headers,
                        const char *body) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << headers << QByteArray(body);
    };
    row("refused by the handler", "GET", "/api/tea", {host, right}, "teapot:request-1");
    row("unauthorised", "GET", "/api/tea", {host}, "unauthorized:request-1");
    row("unknown path", "GET", "/api/x", {host, right}, "not-found:request-1");
    row("wrong method", "PUT", "/api/tea", {host, right}, "method-not-allowed:request-1");
    row("foreign host", "GET", "/api/tea", {{"Host", "evil.example"}, right}, "misdirected:request-1");
    row("not admitted", "GET", "/api/tea", {host, right, {"X-Bad", "1"}}, "bad:request-1");
}

void RouterTest::everyFaultKnowsItsRequest()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QList<Header>, headers);
    Api api{"/api", {{"GET", u"/tea"_s, refuses}}, bearer, faultWithId};
    api.admit = [](const Call &call) {
        return call.request.header("X-Bad").isEmpty() ? std::nullopt : std::optional(Fault{403, u"bad"_s, {}, {}, {}});
    };
    const Router router({api}, {token, {}, true});
    Request request;
    request.method = method;
    request.target = target;
    request.headers = headers;
    request.id = "request-1";
    QTEST(router.respond(request, *m_database, QDateTime()).body, "body");
}

void RouterTest::largeBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<bool>("authorised");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("as large as may be") << QByteArray("1234") << QByteArray("4") << true << 200 << true;
    QTest::newRow("declared too large, not read") << QByteArray() << QByteArray("5") << true << 413 << false;
    QTest::newRow("too large, not declared") << QByteArray("12345") << QByteArray() << true << 413 << true;
    QTest::newRow("not authorised") << QByteArray() << QByteArray("5") << false << 401 << false;
}

void RouterTest::largeBodyIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, declared);
    QFETCH(bool, authorised);
    Api api{"/api", {{"PUT", u"/list"_s, says("put")}}, bearer, shapedFault};
    api.bodyBytes = 4;
    const Router router({api}, {token, {}, true});
    Request request;
    request.method = "PUT";
    request.target = "/api/list";
    request.headers = {{"Host", "localhost"}};
    if (authorised)
        request.headers.append(Header{"Authorization", "Bearer " + token.toUtf8()});
    if (!declared.isEmpty())
        request.headers.append(Header{"Content-Length", declared});
    QTEST(router.wantsBody(request), "wanted");
    request.body = body;
    QTEST(router.respond(request, *m_database, QDateTime()).status, "status");
}

void RouterTest::openRouteTakesNoBody()
{
    const Router router(apis(), {token, {}, true});
    Request request;
    request.method = "POST";
    request.target = "/api/anyone";
    request.headers = {{"Host", "localhost"}, {"Content-Length", "1"}};
    QVERIFY(!router.wantsBody(request));
    QCOMPARE(router.respond(request, *m_database, QDateTime()).status, 413);
    request.headers.append(Header{"Authorization", "Bearer " + token.toUtf8()});
    QVERIFY(!router.wantsBody(request)); // nor of whom is known: the route does not ask
}

void RouterTest::strangersAreSlowedDown_data()
{
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<int>("status");
    const Header host{"Host", "localhost"};
    QTest::newRow("without a token") << QList<Header>{host} << 401;
    QTest::newRow("with a wrong one") << QList<Header>{host, {"Authorization", "Bearer nonsense"}} << 401;
    QTest::newRow("with that of an API key")
        << QList<Header>{host, {"Authorization", "Bearer " + m_keySecret.toUtf8()}} << 403;
    QTest::newRow("led by a foreign page") << QList<Header>{host, {"Origin", "http://evil.example"}} << 403;
}

void RouterTest::strangersAreSlowedDown()
{
    QFETCH(QList<Header>, headers);
    QFETCH(int, status);
    const Router router(apis(), {token, {}, true, {}, 3});
    const auto now = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
    const auto ask = [&](const QList<Header> &with, const char *peer, const QDateTime &at) {
        Request request;
        request.method = "GET";
        request.target = "/api/list";
        request.headers = with;
        request.peer = *IpAddress::parse(peer);
        return router.respond(request, *m_database, at);
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(ask(headers, "192.0.2.1", now).status, status);
    const auto refused = ask(headers, "192.0.2.1", now.addSecs(20));
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.body, "shaped:rate-limited");
    QCOMPARE(refused.header("Retry-After"), "40");
    // Others are not touched, nor is whoever has the token, from the same address.
    QCOMPARE(ask(headers, "192.0.2.2", now).status, status);
    const QList<Header> right = {{"Host", "localhost"}, {"Authorization", "Bearer " + token.toUtf8()}};
    for (int i = 0; i < 10; ++i)
        QCOMPARE(ask(right, "192.0.2.1", now).status, 200);
    QCOMPARE(ask(headers, "192.0.2.1", now.addSecs(60)).status, status);
}

void RouterTest::unreadableCallerReachesNoApi()
{
    Api api{"/api", {{"GET", u"/list"_s, says("list"), Access::Open}}, bearer, faultWithId};
    api.admit = [](const Call &) -> std::optional<Fault> { qFatal("nobody is known to be let in"); };
    const Router router({api}, {token, RangeSet(std::vector{*IpRange::parse("10.0.0.0/8")}), true});
    Request request;
    request.method = "GET";
    request.target = "/api/list";
    request.headers = {{"Host", "localhost"}, {"X-Forwarded-For", "unknown"}};
    request.peer = *IpAddress::parse("10.0.0.1");
    request.id = "request-1";
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"X-Forwarded-For"_s));
    const auto response = router.respond(request, *m_database, QDateTime());
    QCOMPARE(response.status, 400);
    QCOMPARE(response.body, "unreadable-forwarded-for:request-1");
}

void RouterTest::oddPathsLeadNowhere_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"/api/../open", "/api/list/..", "/../api/list", "//api/list", "/api//list",
                               "/api/./list", "/api/list;x", "/api/list%00", "/api/%2e%2e/open", "/api%2flist",
                               "/api/l%c0%a9st", "/api/list#x", "/api/LIST", "/api/list%20", "api/list", "*", ""})
        QTest::newRow(target) << QByteArray(target);
}

void RouterTest::oddPathsLeadNowhere()
{
    QFETCH(QByteArray, target);
    const Router router(apis(), {token, {}, true});
    Request request;
    request.method = "GET";
    request.target = target;
    request.headers = {{"Host", "localhost"}, {"Authorization", "Bearer " + token.toUtf8()}};
    QCOMPARE(router.respond(request, *m_database, QDateTime()).status, 404);
}

void RouterTest::brokenDatabaseIsAFaultOfTheService()
{
    QTemporaryDir folder;
    const auto broken = Database::open(folder.filePath(u"empty.sqlite"_s));
    QVERIFY(broken);
    const Router router(apis(), {token, {}, true});
    Request request;
    request.method = "GET";
    request.target = "/api/list";
    request.headers = {{"Host", "localhost"}, {"Authorization", "Bearer other"}};
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no such table: scopes"_s));
    const auto response = router.respond(request, *broken, QDateTime());
    QCOMPARE(response.status, 500);
    QCOMPARE(response.body, "shaped:storage");
}

GATEHOUSE_TEST(RouterTest, QCoreApplication)
#include "tst_router.moc"
