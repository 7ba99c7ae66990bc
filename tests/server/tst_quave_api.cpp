// SPDX-License-Identifier: Apache-2.0
// The Quave API as a client sees it, without a socket: requests go to the router.
#include "ServiceFixture.h"
#include "server/Router.h"
#include "server/data/Deploys.h"
#include "server/quave/QuaveApi.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace gatehouse;
using namespace gatehouse::server;
using namespace gatehouse::server::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto token = u"the-service-token"_s;
const QByteArray listPath = "/quave/api/public/v1/app-env/allowlist";

QByteArray listBody(const QByteArray &entries)
{
    return R"({"appEnvId":"local","allowlist":[)" + entries + "]}";
}

QJsonObject jsonOf(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

QJsonArray listOf(const Response &response)
{
    return jsonOf(response).value(u"allowlist"_s).toArray();
}

QJsonObject entryOf(const Response &response, qsizetype index = 0)
{
    return listOf(response).at(index).toObject();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class QuaveApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ServiceFixture>(); }

    void tokenIsSentRaw_data();
    void tokenIsSentRaw();
    void environmentIsFound_data();
    void environmentIsFound();
    void environmentIsFoundForPatch_data();
    void environmentIsFoundForPatch();
    void newEntryHasDefaults();
    void rangesAreAcceptedAndPrinted_data();
    void rangesAreAcceptedAndPrinted();
    void lifetimes_data();
    void lifetimes();
    void exactTimeIsKeptToTheMillisecond();
    void patchAnswersAsGetDoes();
    void knownEntryKeepsWhatIsNotSent();
    void resendingDoesNotRestartTheClock();
    void namedLifetimeRestartsTheClock();
    void exactTimeReplacesLifetimeAndBack();
    void listCanBeSentBackAsRead();
    void expiredButNotYetRemovedCanBeSentBack();
    void entryNotSentIsRemoved();
    void changedRangeKeepsItsId();
    void unchangedListNeedsNoDeploy();
    void bodyIsRefused_data();
    void bodyIsRefused();
    void everyWrongEntryIsNamed();
    void manyComplaintsAreCapped();
    void refusedPatchChangesNothing();
    void unknownIdOfAnotherEnvironmentIsRefused();
    void contentType_data();
    void contentType();
    void accountIsTheOrganization();
    void rateLimitFaultHasTheShape();
    void garbageBodiesAreNeverAFaultOfOurs();

private:
    Response send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                  const QByteArray &contentType = "application/json")
    {
        Request request;
        request.method = method;
        request.target = target;
        request.headers = {{"Host", "127.0.0.1"}, {"Authorization", token.toUtf8()}};
        if (!contentType.isEmpty())
            request.headers.append({"Content-Type", contentType});
        request.body = body;
        return m_router.respond(request, m_fixture->database(), m_fixture->clock.now());
    }
    Response patch(const QByteArray &entries) { return send("PATCH", listPath, listBody(entries)); }
    Response get() { return send("GET", listPath + "?appEnvId=local"); }
    [[nodiscard]] qsizetype deployCount() const
    {
        return deploysOf(m_fixture->database(), m_fixture->environment())->size();
    }

    Router m_router{{quaveApi()}, {token, {}, true}};
    std::unique_ptr<ServiceFixture> m_fixture;
};

void QuaveApiTest::tokenIsSentRaw_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("raw") << token.toUtf8() << 200 << QString();
    QTest::newRow("with a scheme") << "Bearer " + token.toUtf8() << 401 << u"unauthorized"_s;
    QTest::newRow("wrong") << QByteArray("other") << 401 << u"unauthorized"_s;
    QTest::newRow("none") << QByteArray() << 401 << u"unauthorized"_s;
    QTest::newRow("of an API key") << QByteArray("KEY") << 403 << u"forbidden"_s;
}

void QuaveApiTest::tokenIsSentRaw()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QString, code);
    if (authorization == "KEY")
        authorization = m_fixture->scope(ScopeKind::ApiKey).secret.toUtf8();
    Request request;
    request.method = "GET";
    request.target = listPath + "?appEnvId=local";
    request.headers = {{"Host", "127.0.0.1"}, {"Authorization", authorization}};
    const auto response = m_router.respond(request, m_fixture->database(), m_fixture->clock.now());
    QTEST(response.status, "status");
    if (code.isEmpty())
        return;
    QCOMPARE(jsonOf(response).value(u"success"_s), false);
    QCOMPARE(jsonOf(response).value(u"error"_s).toString(), code);
    QVERIFY(!jsonOf(response).value(u"message"_s).toString().isEmpty());
    QVERIFY(!response.body.contains(token.toUtf8()));
}

void QuaveApiTest::environmentIsFound_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("id");
    QTest::newRow("by id") << QByteArray("?appEnvId=e1") << 200 << u"e1"_s;
    QTest::newRow("by name") << QByteArray("?envName=acme-shop") << 200 << u"e1"_s;
    QTest::newRow("the id wins") << QByteArray("?envName=acme-shop&appEnvId=local") << 200 << u"local"_s;
    QTest::newRow("wrong id, right name") << QByteArray("?envName=acme-shop&appEnvId=x") << 404 << QString();
    QTest::newRow("id given as name") << QByteArray("?envName=e1") << 404 << QString();
    QTest::newRow("empty id") << QByteArray("?appEnvId=") << 404 << QString();
    QTest::newRow("neither") << QByteArray("") << 400 << QString();
}

void QuaveApiTest::environmentIsFound()
{
    QFETCH(QByteArray, query);
    QVERIFY(addScope(m_fixture->database(), ScopeKind::Environment, u"e1"_s, u"acme-shop"_s));
    const auto response = send("GET", listPath + query);
    QTEST(response.status, "status");
    QTEST(jsonOf(response).value(u"appEnvId"_s).toString(), "id");
    if (response.status == 200)
        QCOMPARE(listOf(response), QJsonArray());
    else
        QCOMPARE(jsonOf(response).value(u"success"_s), false);
}

void QuaveApiTest::environmentIsFoundForPatch_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("id");
    QTest::newRow("by id") << QByteArray(R"("appEnvId":"e1")") << 200 << u"e1"_s;
    QTest::newRow("by name") << QByteArray(R"("envName":"acme-shop")") << 200 << u"e1"_s;
    QTest::newRow("the id wins") << QByteArray(R"("envName":"acme-shop","appEnvId":"local")") << 200 << u"local"_s;
    QTest::newRow("unknown") << QByteArray(R"("appEnvId":"x")") << 404 << QString();
}

void QuaveApiTest::environmentIsFoundForPatch()
{
    QFETCH(QByteArray, keys);
    QVERIFY(addScope(m_fixture->database(), ScopeKind::Environment, u"e1"_s, u"acme-shop"_s));
    const auto response = send("PATCH", listPath, "{" + keys + R"(,"allowlist":[{"ip":"10.0.0.1"}]})");
    QTEST(response.status, "status");
    QTEST(jsonOf(response).value(u"appEnv"_s).toObject().value(u"appEnvId"_s).toString(), "id");
}

void QuaveApiTest::newEntryHasDefaults()
{
    const auto response = patch(R"({"ip":"203.0.113.50"})");
    QCOMPARE(response.status, 200);
    const auto answer = jsonOf(response);
    QCOMPARE(answer.value(u"success"_s), true);
    QCOMPARE(answer.value(u"appliedImmediately"_s), true);
    QCOMPARE(answer.value(u"appEnv"_s).toObject(), (QJsonObject{{u"appEnvId"_s, u"local"_s}, {u"name"_s, u"local"_s}}));
    auto entry = entryOf(response);
    QVERIFY(!entry.take(u"entryId"_s).toString().isEmpty());
    QCOMPARE(entry, (QJsonObject{{u"ip"_s, u"203.0.113.50"_s},
                                 {u"description"_s, QString()},
                                 {u"isActive"_s, true},
                                 {u"deleteEntry"_s, u"NEVER"_s},
                                 {u"createdAt"_s, u"2026-03-01T12:00:00.000Z"_s},
                                 {u"expiresAt"_s, QJsonValue()}}));
}

void QuaveApiTest::rangesAreAcceptedAndPrinted_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("printed");
    QTest::newRow("address") << u"203.0.113.50"_s << u"203.0.113.50"_s;
    QTest::newRow("address with its prefix") << u"203.0.113.50/32"_s << u"203.0.113.50"_s;
    QTest::newRow("network") << u"192.168.1.0/24"_s << u"192.168.1.0/24"_s;
    QTest::newRow("wildcard") << u"*"_s << u"*"_s;
    QTest::newRow("all of IPv4") << u"0.0.0.0/0"_s << u"0.0.0.0/0"_s;
    QTest::newRow("IPv6 address") << u"2001:DB8:0:0::1"_s << u"2001:db8::1"_s;
    QTest::newRow("IPv6 network") << u"2001:db8::/48"_s << u"2001:db8::/48"_s;
    QTest::newRow("IPv4-mapped") << u"::ffff:10.0.0.1"_s << u"10.0.0.1"_s;
}

void QuaveApiTest::rangesAreAcceptedAndPrinted()
{
    QFETCH(QString, sent);
    const auto response = patch(compact({{u"ip"_s, sent}}));
    QCOMPARE(response.status, 200);
    QTEST(entryOf(response).value(u"ip"_s).toString(), "printed");
    QCOMPARE(listOf(get()), listOf(response));
}

void QuaveApiTest::lifetimes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expiresAt");
    QTest::newRow("never") << u"NEVER"_s << QString();
    QTest::newRow("6 hours") << u"AFTER_6_HOURS"_s << u"2026-03-01T18:00:00.000Z"_s;
    QTest::newRow("12 hours") << u"AFTER_12_HOURS"_s << u"2026-03-02T00:00:00.000Z"_s;
    QTest::newRow("a day") << u"AFTER_1_DAY"_s << u"2026-03-02T12:00:00.000Z"_s;
    QTest::newRow("a week") << u"AFTER_1_WEEK"_s << u"2026-03-08T12:00:00.000Z"_s;
    QTest::newRow("a month of 30 days") << u"AFTER_1_MONTH"_s << u"2026-03-31T12:00:00.000Z"_s;
}

void QuaveApiTest::lifetimes()
{
    QFETCH(QString, name);
    const auto response = patch(compact({{u"ip"_s, u"10.0.0.1"_s}, {u"deleteEntry"_s, name}}));
    QCOMPARE(response.status, 200);
    QCOMPARE(entryOf(response).value(u"deleteEntry"_s).toString(), name);
    QTEST(entryOf(response).value(u"expiresAt"_s).toString(), "expiresAt");
    QCOMPARE(entryOf(response).value(u"expiresAt"_s).isNull(), name == u"NEVER"_s);
}

void QuaveApiTest::exactTimeIsKeptToTheMillisecond()
{
    const auto response = patch(R"({"ip":"10.0.0.1","expiresAt":"2026-03-05T10:20:30.456Z"},
                                   {"ip":"10.0.0.2","expiresAt":"2026-03-05T10:20:30Z"},
                                   {"ip":"10.0.0.3","expiresAt":null},
                                   {"ip":"10.0.0.4","expiresAt":null,"deleteEntry":"NEVER"},
                                   {"ip":"10.0.0.5","expiresAt":"2026-03-05T10:20:30Z","deleteEntry":null})");
    QCOMPARE(response.status, 200);
    QCOMPARE(entryOf(response, 0).value(u"expiresAt"_s), u"2026-03-05T10:20:30.456Z"_s);
    QVERIFY(entryOf(response, 0).value(u"deleteEntry"_s).isNull());
    QCOMPARE(entryOf(response, 1).value(u"expiresAt"_s), u"2026-03-05T10:20:30.000Z"_s);
    QVERIFY(entryOf(response, 2).value(u"expiresAt"_s).isNull());
    QCOMPARE(entryOf(response, 2).value(u"deleteEntry"_s), u"NEVER"_s);
    QCOMPARE(entryOf(response, 3).value(u"deleteEntry"_s), u"NEVER"_s);
    QCOMPARE(entryOf(response, 4).value(u"expiresAt"_s), u"2026-03-05T10:20:30.000Z"_s);
}

void QuaveApiTest::patchAnswersAsGetDoes()
{
    const auto written = patch(R"({"ip":"10.0.0.1","description":"Büro","isActive":false},{"ip":"*"})");
    QCOMPARE(written.status, 200);
    const auto read = get();
    QCOMPARE(listOf(read), listOf(written));
    QCOMPARE(listOf(read).size(), 2);
    QCOMPARE(jsonOf(read).value(u"envName"_s), u"local"_s);
    QCOMPARE(entryOf(read).value(u"description"_s), u"Büro"_s);
    QCOMPARE(entryOf(read).value(u"isActive"_s), false);
    QCOMPARE(read.header("Content-Type"), "application/json");
}

void QuaveApiTest::knownEntryKeepsWhatIsNotSent()
{
    const auto before =
        entryOf(patch(R"({"ip":"10.0.0.1","description":"x","isActive":false,"deleteEntry":"AFTER_1_DAY"})"));
    m_fixture->clock.advance(1h);
    const auto after = patch(compact({{u"entryId"_s, before.value(u"entryId"_s)}}));
    QCOMPARE(after.status, 200);
    QCOMPARE(entryOf(after), before);
}

void QuaveApiTest::resendingDoesNotRestartTheClock()
{
    auto entry = entryOf(patch(R"({"ip":"10.0.0.1","deleteEntry":"AFTER_1_WEEK"})"));
    const auto expiresAt = entry.take(u"expiresAt"_s);
    entry.remove(u"deleteEntry"_s);
    entry.insert(u"description"_s, u"renamed"_s);
    m_fixture->clock.advance(48h);
    const auto after = entryOf(patch(compact(entry)));
    QCOMPARE(after.value(u"expiresAt"_s), expiresAt);
    QCOMPARE(after.value(u"deleteEntry"_s), u"AFTER_1_WEEK"_s);
    QCOMPARE(after.value(u"description"_s), u"renamed"_s);
    QCOMPARE(after.value(u"createdAt"_s), u"2026-03-01T12:00:00.000Z"_s);
}

void QuaveApiTest::namedLifetimeRestartsTheClock()
{
    auto entry = entryOf(patch(R"({"ip":"10.0.0.1","deleteEntry":"AFTER_1_DAY"})"));
    entry.remove(u"expiresAt"_s);
    m_fixture->clock.advance(1h);
    const auto renewed = entryOf(patch(compact(entry)));
    QCOMPARE(renewed.value(u"expiresAt"_s), u"2026-03-02T13:00:00.000Z"_s);
    entry.insert(u"deleteEntry"_s, u"NEVER"_s);
    QVERIFY(entryOf(patch(compact(entry))).value(u"expiresAt"_s).isNull());
}

void QuaveApiTest::exactTimeReplacesLifetimeAndBack()
{
    auto entry = entryOf(patch(R"({"ip":"10.0.0.1","deleteEntry":"AFTER_1_DAY"})"));
    entry.remove(u"deleteEntry"_s);
    entry.insert(u"expiresAt"_s, u"2026-03-20T00:00:00Z"_s);
    auto exact = entryOf(patch(compact(entry)));
    QCOMPARE(exact.value(u"expiresAt"_s), u"2026-03-20T00:00:00.000Z"_s);
    QVERIFY(exact.value(u"deleteEntry"_s).isNull());
    exact.remove(u"expiresAt"_s);
    exact.insert(u"deleteEntry"_s, u"AFTER_6_HOURS"_s);
    QCOMPARE(entryOf(patch(compact(exact))).value(u"expiresAt"_s), u"2026-03-01T18:00:00.000Z"_s);
}

void QuaveApiTest::listCanBeSentBackAsRead()
{
    patch(R"({"ip":"10.0.0.1","deleteEntry":"AFTER_1_DAY"},{"ip":"10.0.0.2"},
             {"ip":"10.0.0.3","expiresAt":"2026-03-05T00:00:00Z"})");
    m_fixture->clock.advance(2h);
    const auto before = get();
    const auto after = send("PATCH", listPath, compact(jsonOf(before)));
    QCOMPARE(after.status, 200);
    QCOMPARE(listOf(after), listOf(before));
    QCOMPARE(deployCount(), 1);
}

void QuaveApiTest::expiredButNotYetRemovedCanBeSentBack()
{
    patch(R"({"ip":"10.0.0.1","deleteEntry":"AFTER_6_HOURS"})");
    m_fixture->clock.advance(7h); // the hourly job has not run yet
    const auto before = get();
    QCOMPARE(listOf(before).size(), 1);
    const auto after = send("PATCH", listPath, compact(jsonOf(before)));
    QCOMPARE(after.status, 200);
    QCOMPARE(listOf(after), listOf(before));
}

void QuaveApiTest::entryNotSentIsRemoved()
{
    const auto first = patch(R"({"ip":"10.0.0.1"},{"ip":"10.0.0.2"})");
    const auto second = patch(compact(entryOf(first, 1)));
    QCOMPARE(listOf(second), QJsonArray{entryOf(first, 1)});
    QCOMPARE(listOf(patch("")), QJsonArray());
    QCOMPARE(deployCount(), 3);
}

void QuaveApiTest::changedRangeKeepsItsId()
{
    auto entry = entryOf(patch(R"({"ip":"10.0.0.1"})"));
    entry.insert(u"ip"_s, u"10.0.0.0/24"_s);
    QCOMPARE(entryOf(patch(compact(entry))), entry);
}

void QuaveApiTest::unchangedListNeedsNoDeploy()
{
    const auto entry = entryOf(patch(R"({"ip":"10.0.0.1"})"));
    QCOMPARE(deployCount(), 1);
    const auto again = patch(compact(entry));
    QCOMPARE(again.status, 200);
    QCOMPARE(jsonOf(again).value(u"success"_s), true);
    QVERIFY(!jsonOf(again).value(u"message"_s).toString().contains(u"triggered"_s));
    QCOMPARE(deployCount(), 1);
}

void QuaveApiTest::bodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("field");
    const auto whole = [](const char *name, const QByteArray &body, const QString &code, const QString &field) {
        QTest::newRow(name) << body << code << -1 << field;
    };
    whole("empty", "", u"invalid-json"_s, {});
    whole("not JSON", "ip=10.0.0.1", u"invalid-json"_s, {});
    whole("cut short", R"({"appEnvId":"local","allowlist":[)", u"invalid-json"_s, {});
    whole("not UTF-8", "{\"appEnvId\":\"\xff\xfe\",\"allowlist\":[]}", u"invalid-json"_s, {});
    whole("nested without end", QByteArray(5000, '['), u"invalid-json"_s, {});
    whole("an array", "[]", u"invalid-type"_s, {});
    whole("a string", "\"x\"", u"invalid-json"_s, {});
    whole("no environment", R"({"allowlist":[]})", u"missing"_s, u"appEnvId"_s);
    whole("environment is a number", R"({"appEnvId":1,"allowlist":[]})", u"invalid-type"_s, u"appEnvId"_s);
    whole("environment is null", R"({"appEnvId":null,"allowlist":[]})", u"invalid-type"_s, u"appEnvId"_s);
    whole("no list", R"({"appEnvId":"local"})", u"missing"_s, u"allowlist"_s);
    whole("list is null", R"({"appEnvId":"local","allowlist":null})", u"invalid-type"_s, u"allowlist"_s);
    whole("list is an object", R"({"appEnvId":"local","allowlist":{}})", u"invalid-type"_s, u"allowlist"_s);
    whole("unknown key", R"({"appEnvId":"local","allowlist":[],"force":true})", u"unknown-key"_s, u"force"_s);

    const auto entry = [](const char *name, const QByteArray &text, const QString &code, const QString &field) {
        QTest::newRow(name) << listBody(R"({"ip":"10.9.9.9"},)" + text) << code << 1 << field;
    };
    entry("entry is a string", R"("10.0.0.1")", u"invalid-type"_s, {});
    entry("entry is null", "null", u"invalid-type"_s, {});
    entry("no range", "{}", u"missing"_s, u"ip"_s);
    entry("range is a number", R"({"ip":10})", u"invalid-type"_s, u"ip"_s);
    entry("range is null", R"({"ip":null})", u"invalid-type"_s, u"ip"_s);
    entry("range is empty", R"({"ip":""})", u"invalid-ip"_s, u"ip"_s);
    entry("range is a name", R"({"ip":"example.com"})", u"invalid-ip"_s, u"ip"_s);
    entry("part above 255", R"({"ip":"300.1.1.1"})", u"invalid-ip"_s, u"ip"_s);
    entry("host bits set", R"({"ip":"10.0.0.1/24"})", u"invalid-ip"_s, u"ip"_s);
    entry("prefix too long", R"({"ip":"10.0.0.0/33"})", u"invalid-ip"_s, u"ip"_s);
    entry("octal", R"({"ip":"010.0.0.1"})", u"invalid-ip"_s, u"ip"_s);
    entry("blank before", R"({"ip":" 10.0.0.1"})", u"invalid-ip"_s, u"ip"_s);
    entry("zone id", R"({"ip":"fe80::1%eth0"})", u"invalid-ip"_s, u"ip"_s);
    entry("endless range", R"({"ip":")" + QByteArray(10000, '1') + R"("})", u"too-long"_s, u"ip"_s);
    entry("description is a number", R"({"ip":"10.0.0.1","description":1})", u"invalid-type"_s, u"description"_s);
    entry("description is null", R"({"ip":"10.0.0.1","description":null})", u"invalid-type"_s, u"description"_s);
    entry("endless description", R"({"ip":"10.0.0.1","description":")" + QByteArray(1001, 'x') + R"("})", u"too-long"_s,
          u"description"_s);
    entry("active is a string", R"({"ip":"10.0.0.1","isActive":"true"})", u"invalid-type"_s, u"isActive"_s);
    entry("active is a number", R"({"ip":"10.0.0.1","isActive":1})", u"invalid-type"_s, u"isActive"_s);
    entry("unknown lifetime", R"({"ip":"10.0.0.1","deleteEntry":"AFTER_2_DAYS"})", u"invalid-delete-entry"_s,
          u"deleteEntry"_s);
    entry("lifetime in lower case", R"({"ip":"10.0.0.1","deleteEntry":"never"})", u"invalid-delete-entry"_s,
          u"deleteEntry"_s);
    entry("lifetime is a number", R"({"ip":"10.0.0.1","deleteEntry":6})", u"invalid-delete-entry"_s, u"deleteEntry"_s);
    for (const auto *time : {"2026-03-05", "2026-03-05T10:00:00", "2026-03-05T10:00:00+01:00", "2026-02-30T10:00:00Z",
                             "2026-03-05T24:00:00Z", "2026-03-05T10:61:00Z", "2026-03-05T10:00:00.1234Z",
                             "2026-03-05 10:00:00Z", "tomorrow", "", "2026-03-05T10:00:00Zx"}) {
        QTest::addRow("time '%s'", time) << listBody(R"({"ip":"10.9.9.9"},{"ip":"10.0.0.1","expiresAt":")" +
                                                     QByteArray(time) + R"("})")
                                         << u"invalid-time"_s << 1 << u"expiresAt"_s;
    }
    entry("time is a number", R"({"ip":"10.0.0.1","expiresAt":1772000000})", u"invalid-time"_s, u"expiresAt"_s);
    entry("time has passed", R"({"ip":"10.0.0.1","expiresAt":"2026-03-01T12:00:00Z"})", u"past-expiry"_s,
          u"expiresAt"_s);
    entry("never and a time", R"({"ip":"10.0.0.1","deleteEntry":"NEVER","expiresAt":"2026-04-01T00:00:00Z"})",
          u"contradicting-expiry"_s, u"expiresAt"_s);
    entry("a lifetime and never", R"({"ip":"10.0.0.1","deleteEntry":"AFTER_1_DAY","expiresAt":null})",
          u"contradicting-expiry"_s, u"expiresAt"_s);
    entry("a lifetime and a time",
          R"({"ip":"10.0.0.1","deleteEntry":"AFTER_1_DAY","expiresAt":"2026-04-01T00:00:00Z"})",
          u"contradicting-expiry"_s, u"expiresAt"_s);
    entry("creation time of a new entry", R"({"ip":"10.0.0.1","createdAt":"2026-01-01T00:00:00Z"})", u"read-only"_s,
          u"createdAt"_s);
    entry("unknown key of an entry", R"({"ip":"10.0.0.1","label":"x"})", u"unknown-key"_s, u"label"_s);
    entry("unknown entry", R"({"entryId":"nope","ip":"10.0.0.1"})", u"unknown-entry"_s, u"entryId"_s);
    entry("entry id is a number", R"({"entryId":1,"ip":"10.0.0.1"})", u"invalid-type"_s, u"entryId"_s);
    entry("entry id is empty", R"({"entryId":"","ip":"10.0.0.1"})", u"unknown-entry"_s, u"entryId"_s);
    entry("same range twice", R"({"ip":"10.9.9.9"})", u"duplicate-ip"_s, u"ip"_s);
    entry("same range in another spelling", R"({"ip":"::ffff:10.9.9.9/128"})", u"duplicate-ip"_s, u"ip"_s);
}

void QuaveApiTest::bodyIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(int, index);
    QFETCH(QString, field);
    const auto response = send("PATCH", listPath, body);
    QCOMPARE(response.status, 400);
    const auto answer = jsonOf(response);
    QCOMPARE(answer.value(u"success"_s), false);
    QTEST(answer.value(u"error"_s).toString(), "code");
    QVERIFY(!answer.value(u"message"_s).toString().isEmpty());
    const auto details = answer.value(u"details"_s).toArray();
    if (index < 0 && field.isEmpty()) {
        QCOMPARE(details, QJsonArray());
    } else {
        QCOMPARE(details.size(), 1);
        QCOMPARE(details.first().toObject().value(u"index"_s).toInt(-1), index);
        QCOMPARE(details.first().toObject().value(u"field"_s).toString(), field);
        QCOMPARE(details.first().toObject().value(u"message"_s), answer.value(u"message"_s));
    }
    QCOMPARE(listOf(get()), QJsonArray());
    QCOMPARE(deployCount(), 0);
}

void QuaveApiTest::everyWrongEntryIsNamed()
{
    const auto response = patch(R"({"ip":"10.0.0.1"},{"ip":"300.1.1.1","isActive":1},{"ip":"10.0.0.1/8","x":0})");
    QCOMPARE(response.status, 400);
    QStringList places;
    for (const auto &each : jsonOf(response).value(u"details"_s).toArray()) {
        const auto detail = each.toObject();
        places.append(u"%1 %2"_s.arg(detail.value(u"index"_s).toInt()).arg(detail.value(u"field"_s).toString()));
    }
    QCOMPARE(places, (QStringList{u"1 ip"_s, u"1 isActive"_s, u"2 ip"_s, u"2 x"_s}));
    QCOMPARE(jsonOf(response).value(u"error"_s), u"invalid-ip"_s);
    QVERIFY(jsonOf(response).value(u"message"_s).toString().contains(u"4 problems"_s));
    // The network that was probably meant is named.
    QVERIFY(response.body.contains("10.0.0.0/8"));
}

void QuaveApiTest::manyComplaintsAreCapped()
{
    QByteArray entries = R"({"ip":"x"})";
    for (int i = 1; i < 500; ++i)
        entries += R"(,{"ip":"x"})";
    const auto response = patch(entries);
    QCOMPARE(response.status, 400);
    QCOMPARE(jsonOf(response).value(u"details"_s).toArray().size(), 100);
    QVERIFY(jsonOf(response).value(u"message"_s).toString().contains(u"500 problems"_s));
}

void QuaveApiTest::refusedPatchChangesNothing()
{
    const auto before = patch(R"({"ip":"10.0.0.1"},{"ip":"10.0.0.2"})");
    auto changed = entryOf(before, 0);
    changed.insert(u"isActive"_s, false);
    const auto refused = patch(compact(changed) + R"(,{"ip":"10.0.0.3"},{"entryId":"nope","ip":"10.0.0.4"})");
    QCOMPARE(refused.status, 400);
    QCOMPARE(listOf(get()), listOf(before));
    QCOMPARE(deployCount(), 1);
}

void QuaveApiTest::unknownIdOfAnotherEnvironmentIsRefused()
{
    QVERIFY(addScope(m_fixture->database(), ScopeKind::Environment, u"e1"_s, {}));
    const auto entry = entryOf(patch(R"({"ip":"10.0.0.1"})"));
    const auto refused = send("PATCH", listPath, R"({"appEnvId":"e1","allowlist":[)" + compact(entry) + "]}");
    QCOMPARE(refused.status, 400);
    QCOMPARE(jsonOf(refused).value(u"error"_s), u"unknown-entry"_s);
}

void QuaveApiTest::contentType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    QTest::newRow("json") << QByteArray("application/json") << 200;
    QTest::newRow("with charset") << QByteArray("Application/JSON ; charset=utf-8") << 200;
    QTest::newRow("none") << QByteArray() << 415;
    QTest::newRow("a form") << QByteArray("application/x-www-form-urlencoded") << 415;
    QTest::newRow("text") << QByteArray("text/plain") << 415;
    QTest::newRow("similar") << QByteArray("application/jsonp") << 415;
}

void QuaveApiTest::contentType()
{
    QFETCH(QByteArray, type);
    const auto response = send("PATCH", listPath, listBody(R"({"ip":"10.0.0.1"})"), type);
    QTEST(response.status, "status");
    if (response.status != 200)
        QCOMPARE(jsonOf(response).value(u"success"_s), false);
}

void QuaveApiTest::accountIsTheOrganization()
{
    const auto response = send("GET", "/quave/api/public/v1/account");
    QCOMPARE(response.status, 200);
    QCOMPARE(jsonOf(response).value(u"accountId"_s), u"local"_s);
}

void QuaveApiTest::rateLimitFaultHasTheShape()
{
    const auto response =
        m_router.faultResponse(listPath, {429, u"rate-limited"_s, u"Too many requests."_s, {}, {{"Retry-After", "3"}}});
    QCOMPARE(response.status, 429);
    QCOMPARE(response.header("Retry-After"), "3");
    QCOMPARE(
        jsonOf(response),
        (QJsonObject{{u"success"_s, false}, {u"error"_s, u"rate-limited"_s}, {u"message"_s, u"Too many requests."_s}}));
}

void QuaveApiTest::garbageBodiesAreNeverAFaultOfOurs()
{
    constexpr quint32 seed = 20260301;
    QRandomGenerator random(seed);
    const auto good =
        listBody(R"({"ip":"10.0.0.1","description":"x\ud800\u0000","isActive":true,)"
                 R"("deleteEntry":"AFTER_1_DAY"},{"ip":"2001:db8::/32","expiresAt":"2026-04-01T00:00:00Z"})");
    for (int round = 0; round < 600; ++round) {
        auto body = good;
        const int changes = random.bounded(1, 6);
        for (int i = 0; i < changes; ++i) {
            const auto position = random.bounded(int(body.size()));
            if (random.bounded(2) == 0)
                body[position] = char(random.bounded(256));
            else
                body.remove(position, random.bounded(1, 10));
        }
        const auto response = send("PATCH", listPath, body);
        const bool expected = response.status == 200 || response.status == 400 || response.status == 404;
        QVERIFY2(expected && !jsonOf(response).isEmpty(), qPrintable(u"seed %1, round %2, status %3: %4"_s.arg(seed)
                                                                         .arg(round)
                                                                         .arg(response.status)
                                                                         .arg(QString::fromLatin1(body))));
    }
}

GATEHOUSE_TEST(QuaveApiTest, QCoreApplication)
#include "tst_quave_api.moc"
