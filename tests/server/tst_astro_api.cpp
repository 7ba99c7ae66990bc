// SPDX-License-Identifier: Apache-2.0
// The Astro API as a client sees it, without a socket: requests go to the router.
#include "ApiFixture.h"
#include "server/astro/AstroApi.h"
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

const QByteArray v1 = "/astro/v1";
const QByteArray ranges = "/organizations/local/allowed-ip-address-ranges";
const QByteArray list = v1 + ranges;
constexpr int many = 1'000'000;

QByteArray quoted(const QStringList &texts)
{
    return QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact);
}

QByteArray one(const QString &range)
{
    return compact({{u"ipAddressRange"_s, range}});
}

QByteArray several(const QStringList &texts)
{
    return R"({"allowedIpAddressRanges":)" + quoted(texts) + "}";
}

QStringList rangesIn(const Response &response)
{
    return textsOf(jsonOf(response).value(u"allowedIpAddressRanges"_s), u"ipAddressRange"_s);
}

/// "field code" of each.
QStringList fieldErrorsOf(const Response &response)
{
    QStringList all;
    for (const auto &each : jsonOf(response).value(u"fieldErrors"_s).toArray()) {
        const auto error = each.toObject();
        all.append(error.value(u"field"_s).toString() + u' ' + error.value(u"code"_s).toString());
        if (error.value(u"message"_s).toString().isEmpty())
            all.last() += u" without message"_s;
    }
    return all;
}

bool isError(const Response &response, int status)
{
    const auto answer = jsonOf(response);
    return response.status == status && response.header("Content-Type") == "application/json" &&
           answer.value(u"statusCode"_s) == status && answer.value(u"requestId"_s) == u"request-1"_s &&
           !answer.value(u"message"_s).toString().isEmpty();
}

} // namespace

class AstroApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({many, many, many, many}); }

    void tokenIsBearer_data();
    void tokenIsBearer();
    void pathsAndMethods_data();
    void pathsAndMethods();
    void createdRangeIsAnswered();
    void rangesAreAcceptedAndPrinted_data();
    void rangesAreAcceptedAndPrinted();
    void bodyIsRefused_data();
    void bodyIsRefused();
    void everyWrongRangeIsNamed();
    void listIsPaged_data();
    void listIsPaged();
    void listIsSorted_data();
    void listIsSorted();
    void queryIsRefused_data();
    void queryIsRefused();
    void thousandRangesArePaged();
    void rangeThatIsThereConflicts_data();
    void rangeThatIsThereConflicts();
    void bulkCreateDoesAllOrNothing();
    void labsHasTheBulkCalls();
    void bulkSizeIsBounded_data();
    void bulkSizeIsBounded();
    void rangeIsDeleted();
    void unknownRangeIsNotDeleted_data();
    void unknownRangeIsNotDeleted();
    void bulkDeleteIgnoresUnknownAndRepeatedIds();
    void firstRangeMustCoverTheCaller_data();
    void firstRangeMustCoverTheCaller();
    void laterRangesNeedNotCoverTheCaller();
    void callerOutsideOfTheListIsRefused_data();
    void callerOutsideOfTheListIsRefused();
    void callerMayLockHimselfOut();
    void organizationsHaveListsOfTheirOwn();
    void organizationsAreListed();
    void organizationsArePagedAndSorted_data();
    void organizationsArePagedAndSorted();
    void versionMayBePinned_data();
    void versionMayBePinned();
    void ratesAreLimited_data();
    void ratesAreLimited();
    void ratesAreCountedByTokenOverAllPaths();
    void changesAreDeployed();
    void brokenDatabaseIsAnErrorOfTheService();
    void garbageBodiesAreNeverAFaultOfOurs();

private:
    void start(const ServiceRates &rates)
    {
        m_fixture = std::make_unique<ApiFixture>(astroApis(rates, u"the-service-token"_s));
    }
    Response send(const Sent &sent) { return m_fixture->send(sent); }
    Response get(const QByteArray &query = {}) { return send({.target = list + query}); }
    Response create(const QString &range, const QByteArray &caller = "203.0.113.7")
    {
        return send({.method = "POST", .target = list, .body = one(range), .caller = caller});
    }
    Response bulkCreate(const QStringList &texts)
    {
        return send({.method = "POST", .target = list + "/bulk-create", .body = several(texts)});
    }
    Response remove(const QString &id) { return send({.method = "DELETE", .target = list + '/' + id.toLatin1()}); }
    QString idOf(const QString &range)
    {
        for (const auto &each : jsonOf(get("?limit=1000")).value(u"allowedIpAddressRanges"_s).toArray()) {
            if (each.toObject().value(u"ipAddressRange"_s) == range)
                return each.toObject().value(u"id"_s).toString();
        }
        return {};
    }
    [[nodiscard]] qint64 organization() const { return m_fixture->scope(ScopeKind::Organization).number; }
    [[nodiscard]] QStringList stored() const { return m_fixture->ranges(organization()); }
    [[nodiscard]] qsizetype deployCount() const { return deploysOf(m_fixture->database(), organization())->size(); }

    std::unique_ptr<ApiFixture> m_fixture;
};

void AstroApiTest::tokenIsBearer_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::newRow("Bearer") << QByteArray("Bearer the-service-token") << 200;
    QTest::newRow("scheme in small letters") << QByteArray("bearer the-service-token") << 200;
    QTest::newRow("without a scheme") << QByteArray("the-service-token") << 401;
    QTest::newRow("another scheme") << QByteArray("Token the-service-token") << 401;
    QTest::newRow("wrong") << QByteArray("Bearer other") << 401;
    QTest::newRow("empty") << QByteArray("Bearer ") << 401;
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("of an API key") << QByteArray("KEY") << 403;
}

void AstroApiTest::tokenIsBearer()
{
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    if (authorization == "KEY")
        authorization = "Bearer " + m_fixture->scope(ScopeKind::ApiKey).secret.toUtf8();
    const auto response = send({.target = list, .authorization = authorization});
    QCOMPARE(response.status, status);
    if (status != 200)
        QVERIFY2(isError(response, status), response.body.constData());
}

void AstroApiTest::pathsAndMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    const auto row = [](const char *name, const char *method, const QByteArray &target, int status,
                        const char *allow = "") {
        QTest::newRow(name) << QByteArray(method) << target << status << QByteArray(allow);
    };
    const QByteArray iam = "/astro/iam/v1beta1";
    const QByteArray platform = "/astro/platform/v1beta1";
    row("v1", "GET", list, 200);
    row("IAM v1beta1", "GET", iam + ranges, 200);
    row("platform v1beta1", "GET", platform + ranges, 200);
    row("organizations of v1", "GET", v1 + "/organizations", 200);
    row("organizations of IAM v1beta1", "GET", iam + "/organizations", 200);
    row("HEAD", "HEAD", list, 200);
    row("unknown organization", "GET", v1 + "/organizations/other/allowed-ip-address-ranges", 404);
    row("unknown path", "GET", v1 + "/organizations/local/clusters", 404);
    row("no version", "GET", "/astro/v2" + ranges, 404);
    row("slash at the end", "GET", list + "/", 404);
    row("a single range is not read", "GET", list + "/x", 405, "DELETE");
    row("PUT on the list", "PUT", list, 405, "GET, HEAD, POST");
    row("PATCH on a range", "PATCH", list + "/x", 405, "DELETE");
    row("POST on a range", "POST", list + "/x", 405, "DELETE");
    row("PUT on a range", "PUT", list + "/x", 405, "DELETE");
    row("DELETE on the list", "DELETE", list, 405, "GET, HEAD, POST");
    row("POST on the organizations", "POST", v1 + "/organizations", 405, "GET, HEAD");
    row("GET on bulk create", "GET", list + "/bulk-create", 405, "DELETE, POST");
    row("bulk create of IAM v1beta1", "POST", iam + ranges + "/bulk-create", 404);
    row("bulk delete of IAM v1beta1", "POST", iam + ranges + "/bulk-delete", 404);
    row("bulk create of platform v1beta1", "POST", platform + ranges + "/bulk-create", 404);
}

void AstroApiTest::pathsAndMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    const auto response = send({.method = method, .target = target, .body = several({u"203.0.113.7/32"_s})});
    QCOMPARE(response.status, status);
    QTEST(response.header("Allow"), "allow");
    if (status != 200 && !target.startsWith("/astro/v2")) // which is no API
        QVERIFY2(isError(response, status), response.body.constData());
    QCOMPARE(stored(), QStringList());
}

void AstroApiTest::createdRangeIsAnswered()
{
    const auto response = create(u"203.0.113.0/24"_s);
    QCOMPARE(response.status, 200);
    auto range = jsonOf(response);
    const auto id = range.take(u"id"_s).toString();
    static const QRegularExpression cuid(u"\\Ac[0-9a-z]{24}\\z"_s);
    QVERIFY2(cuid.match(id).hasMatch(), qPrintable(id));
    const auto creator = range.value(u"createdBy"_s).toObject();
    QVERIFY(cuid.match(creator.value(u"id"_s).toString()).hasMatch());
    QCOMPARE(creator.value(u"subjectType"_s), u"SERVICEKEY"_s);
    QCOMPARE(creator.value(u"apiTokenName"_s), u"gatehouse-service"_s);
    QCOMPARE(range.take(u"updatedBy"_s), range.take(u"createdBy"_s));
    QCOMPARE(range, (QJsonObject{{u"ipAddressRange"_s, u"203.0.113.0/24"_s},
                                 {u"organizationId"_s, u"local"_s},
                                 {u"createdAt"_s, u"2026-03-01T12:00:00Z"_s},
                                 {u"updatedAt"_s, u"2026-03-01T12:00:00Z"_s}}));

    const auto listed = jsonOf(get());
    QCOMPARE(listed.value(u"allowedIpAddressRanges"_s).toArray(), QJsonArray{jsonOf(response)});
    QCOMPARE(listed.value(u"limit"_s), 20);
    QCOMPARE(listed.value(u"offset"_s), 0);
    QCOMPARE(listed.value(u"totalCount"_s), 1);
    // The paths of before show the same.
    QCOMPARE(jsonOf(send({.target = "/astro/iam/v1beta1" + ranges})), listed);
}

void AstroApiTest::rangesAreAcceptedAndPrinted_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("printed");
    QTest::newRow("address") << u"1.1.1.1/32"_s << u"1.1.1.1/32"_s;
    QTest::newRow("network") << u"10.0.0.0/8"_s << u"10.0.0.0/8"_s;
    QTest::newRow("host bits") << u"10.1.2.3/8"_s << u"10.0.0.0/8"_s;
    QTest::newRow("all of IPv4") << u"0.0.0.0/0"_s << u"0.0.0.0/0"_s;
    QTest::newRow("IPv6 address") << u"2001:DB8:0:0::1/128"_s << u"2001:db8::1/128"_s;
    QTest::newRow("IPv6 network") << u"2001:db8::/48"_s << u"2001:db8::/48"_s;
    QTest::newRow("IPv6 host bits") << u"2001:db8::1/48"_s << u"2001:db8::/48"_s;
    QTest::newRow("IPv4-mapped") << u"::ffff:10.0.0.0/104"_s << u"10.0.0.0/8"_s;
}

void AstroApiTest::rangesAreAcceptedAndPrinted()
{
    QFETCH(QString, sent);
    QFETCH(QString, printed);
    QCOMPARE(create(u"203.0.113.7/32"_s).status, 200);
    const auto response = create(sent);
    QCOMPARE(response.status, 200);
    QCOMPARE(jsonOf(response).value(u"ipAddressRange"_s).toString(), printed);
    QCOMPARE(rangesIn(get()).last(), printed);
    QCOMPARE(create(printed).status, 409);
}

void AstroApiTest::bodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("fieldErrors");
    const auto single = [](const char *name, const QByteArray &body, const QStringList &errors) {
        QTest::newRow(name) << QByteArray() << body << errors;
    };
    single("empty", "", {});
    single("not JSON", "ipAddressRange=1.1.1.1/32", {});
    single("cut short", R"({"ipAddressRange":"1.1.1.1/32")", {});
    single("nested without end", QByteArray(5000, '['), {});
    single("an array", R"(["1.1.1.1/32"])", {});
    single("no range", "{}", {u"ipAddressRange missing"_s});
    single("range is a number", R"({"ipAddressRange":1})", {u"ipAddressRange invalid-type"_s});
    single("range is null", R"({"ipAddressRange":null})", {u"ipAddressRange invalid-type"_s});
    single("range is empty", R"({"ipAddressRange":""})", {u"ipAddressRange invalid-type"_s});
    single("range is endless", one(QString(10'000, u'1')), {u"ipAddressRange invalid-type"_s});
    single("unknown key", R"({"ipAddressRange":"1.1.1.1/32","label":"x"})", {u"label unknown-key"_s});
    for (const auto *range : {"1.1.1.1", "*", "1.1.1.1/33", "1.1.1.1/", "1.1.1.1/032", "1.1.1.1/+8", "/8",
                              "300.1.1.1/8", "010.0.0.1/8", " 1.1.1.1/32", "1.1.1.1/32 ", "fe80::1%eth0/64",
                              "2001:db8::/129", "example.com/8", "1.1.1.1/8/8", "10/8", "10.0.0.0/255.0.0.0"}) {
        QTest::addRow("range '%s'", range)
            << QByteArray() << one(QString::fromLatin1(range)) << QStringList{u"ipAddressRange invalid-ip"_s};
    }

    const auto bulk = [](const char *name, const QByteArray &body, const QStringList &errors) {
        QTest::newRow(name) << QByteArray("/bulk-create") << body << errors;
    };
    bulk("bulk: empty", "", {});
    bulk("bulk: the body of a single one", one(u"1.1.1.1/32"_s),
         {u"allowedIpAddressRanges invalid-type"_s, u"ipAddressRange unknown-key"_s});
    bulk("bulk: an object", R"({"allowedIpAddressRanges":{}})", {u"allowedIpAddressRanges invalid-type"_s});
    bulk("bulk: null", R"({"allowedIpAddressRanges":null})", {u"allowedIpAddressRanges invalid-type"_s});
    bulk("bulk: nothing", R"({"allowedIpAddressRanges":[]})", {u"allowedIpAddressRanges invalid-type"_s});
    bulk("bulk: a number", R"({"allowedIpAddressRanges":["1.1.1.1/32",1]})",
         {u"allowedIpAddressRanges[1] invalid-type"_s});
    bulk("bulk: objects", R"({"allowedIpAddressRanges":[{"ipAddressRange":"1.1.1.1/32"}]})",
         {u"allowedIpAddressRanges[0] invalid-type"_s});
    bulk("bulk: no CIDR", several({u"203.0.113.7/32"_s, u"1.1.1.1"_s}), {u"allowedIpAddressRanges[1] invalid-ip"_s});
    const auto bulkDelete = [](const char *name, const QByteArray &body, const QStringList &errors) {
        QTest::newRow(name) << QByteArray("/bulk-delete") << body << errors;
    };
    bulkDelete("bulk delete: nothing", R"({"allowedIpAddressRangeIds":[]})",
               {u"allowedIpAddressRangeIds invalid-type"_s});
    bulkDelete("bulk delete: a number", R"({"allowedIpAddressRangeIds":["a",1]})",
               {u"allowedIpAddressRangeIds[1] invalid-type"_s});
    bulkDelete("bulk delete: ranges", several({u"203.0.113.7/32"_s}),
               {u"allowedIpAddressRangeIds invalid-type"_s, u"allowedIpAddressRanges unknown-key"_s});
}

void AstroApiTest::bodyIsRefused()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const auto response = send({.method = "POST", .target = list + path, .body = body});
    QVERIFY2(isError(response, 400), response.body.constData());
    QTEST(fieldErrorsOf(response), "fieldErrors");
    QCOMPARE(stored(), QStringList());
    QCOMPARE(deployCount(), 0);
}

void AstroApiTest::everyWrongRangeIsNamed()
{
    const auto response = bulkCreate({u"203.0.113.7/32"_s, u"1.1.1.1"_s, u"2.2.2.2/32"_s, u"x"_s});
    QVERIFY2(isError(response, 400), response.body.constData());
    QCOMPARE(fieldErrorsOf(response),
             (QStringList{u"allowedIpAddressRanges[1] invalid-ip"_s, u"allowedIpAddressRanges[3] invalid-ip"_s}));
    QVERIFY(response.body.contains("2 problems"));
    const auto form = send({.method = "POST", .target = list, .body = one(u"1.1.1.1/32"_s), .headers = {}});
    QVERIFY2(isError(form, 415), form.body.constData());
    QCOMPARE(stored(), QStringList());
}

void AstroApiTest::listIsPaged_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("found");
    const QStringList all = {u"203.0.113.0/24"_s, u"10.0.0.1/32"_s, u"10.0.0.2/32"_s, u"10.0.0.3/32"_s};
    QTest::newRow("all") << QByteArray() << all;
    QTest::newRow("first") << QByteArray("?limit=1") << all.mid(0, 1);
    QTest::newRow("in the middle") << QByteArray("?offset=1&limit=2") << all.mid(1, 2);
    QTest::newRow("the last is short") << QByteArray("?offset=3&limit=2") << all.mid(3);
    QTest::newRow("at the end") << QByteArray("?offset=4") << QStringList();
    QTest::newRow("behind the end") << QByteArray("?offset=2147483647&limit=2147483647") << QStringList();
    QTest::newRow("nothing wanted") << QByteArray("?limit=0") << QStringList();
    QTest::newRow("more than there is") << QByteArray("?limit=2147483647") << all;
    QTest::newRow("other parameters") << QByteArray("?page=3&pageSize=x") << all;
}

void AstroApiTest::listIsPaged()
{
    QFETCH(QByteArray, query);
    bulkCreate({u"203.0.113.0/24"_s, u"10.0.0.1/32"_s, u"10.0.0.2/32"_s, u"10.0.0.3/32"_s});
    const auto response = get(query);
    QCOMPARE(response.status, 200);
    QTEST(rangesIn(response), "found");
    QCOMPARE(jsonOf(response).value(u"totalCount"_s), 4);
}

void AstroApiTest::listIsSorted_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("found");
    // In the order of creation; the last two in the same moment.
    const auto a = u"203.0.113.0/24"_s;
    const auto b = u"9.0.0.0/8"_s;
    const auto c = u"10.0.0.0/16"_s;
    const auto d = u"10.0.0.0/8"_s;
    QTest::newRow("by address, as numbers") << QByteArray("?sorts=ipAddress%3Aasc") << QStringList{b, d, c, a};
    QTest::newRow("by address, descending") << QByteArray("?sorts=ipAddress:desc") << QStringList{a, c, d, b};
    QTest::newRow("by creation") << QByteArray("?sorts=createdAt:asc") << QStringList{a, b, c, d};
    QTest::newRow("by creation, descending") << QByteArray("?sorts=createdAt:desc") << QStringList{c, d, b, a};
    QTest::newRow("by update, descending") << QByteArray("?sorts=updatedAt:desc") << QStringList{c, d, b, a};
    QTest::newRow("by two") << QByteArray("?sorts=createdAt:desc&sorts=ipAddress:asc") << QStringList{d, c, b, a};
    QTest::newRow("sorted before paged") << QByteArray("?sorts=ipAddress:asc&limit=2&offset=1") << QStringList{d, c};
}

void AstroApiTest::listIsSorted()
{
    QFETCH(QByteArray, query);
    QCOMPARE(create(u"203.0.113.0/24"_s).status, 200);
    m_fixture->clock.advance(1s);
    QCOMPARE(create(u"9.0.0.0/8"_s).status, 200);
    m_fixture->clock.advance(1s);
    QCOMPARE(bulkCreate({u"10.0.0.0/16"_s, u"10.0.0.0/8"_s}).status, 200);
    QTEST(rangesIn(get(query)), "found");
}

void AstroApiTest::queryIsRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("fieldErrors");
    QTest::newRow("offset is a word") << QByteArray("?offset=x") << QStringList{u"offset invalid-number"_s};
    QTest::newRow("offset below zero") << QByteArray("?offset=-1") << QStringList{u"offset invalid-number"_s};
    QTest::newRow("offset is broken") << QByteArray("?offset=1.5") << QStringList{u"offset invalid-number"_s};
    QTest::newRow("offset is empty") << QByteArray("?offset=") << QStringList{u"offset invalid-number"_s};
    QTest::newRow("limit is huge") << QByteArray("?limit=99999999999999999999")
                                   << QStringList{u"limit invalid-number"_s};
    QTest::newRow("limit below zero") << QByteArray("?limit=-5") << QStringList{u"limit invalid-number"_s};
    QTest::newRow("sort by the field") << QByteArray("?sorts=ipAddressRange:asc")
                                       << QStringList{u"sorts invalid-sort"_s};
    QTest::newRow("sort without direction") << QByteArray("?sorts=createdAt") << QStringList{u"sorts invalid-sort"_s};
    QTest::newRow("sort upwards") << QByteArray("?sorts=createdAt:up") << QStringList{u"sorts invalid-sort"_s};
    QTest::newRow("empty sort") << QByteArray("?sorts=") << QStringList{u"sorts invalid-sort"_s};
    QTest::newRow("two in one") << QByteArray("?sorts=createdAt:asc,ipAddress:asc")
                                << QStringList{u"sorts invalid-sort"_s};
    QTest::newRow("second sort") << QByteArray("?sorts=createdAt:asc&sorts=x:asc")
                                 << QStringList{u"sorts invalid-sort"_s};
    QTest::newRow("everything") << QByteArray("?sorts=x&limit=x&offset=x")
                                << QStringList{u"offset invalid-number"_s, u"limit invalid-number"_s,
                                               u"sorts invalid-sort"_s};
}

void AstroApiTest::queryIsRefused()
{
    QFETCH(QByteArray, query);
    const auto response = get(query);
    QVERIFY2(isError(response, 400), response.body.constData());
    QTEST(fieldErrorsOf(response), "fieldErrors");
}

void AstroApiTest::thousandRangesArePaged()
{
    QStringList all = {u"203.0.113.7/32"_s};
    for (int i = 1; i < 1000; ++i)
        all.append(u"10.0.%1.%2/32"_s.arg(i / 256).arg(i % 256));
    QCOMPARE(bulkCreate(all).status, 200);
    for (const int limit : {20, 333, 1000}) {
        QStringList found;
        for (;;) {
            const auto page =
                get("?limit=" + QByteArray::number(limit) + "&offset=" + QByteArray::number(found.size()));
            QCOMPARE(jsonOf(page).value(u"totalCount"_s), 1000);
            const auto part = rangesIn(page);
            found += part;
            if (part.isEmpty() || found.size() >= 1000)
                break;
        }
        QCOMPARE(found, all);
    }
}

void AstroApiTest::rangeThatIsThereConflicts_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<int>("status");
    QTest::newRow("the same") << u"203.0.113.0/24"_s << 409;
    QTest::newRow("with host bits") << u"203.0.113.9/24"_s << 409;
    QTest::newRow("IPv4-mapped") << u"::ffff:203.0.113.0/120"_s << 409;
    QTest::newRow("inside of it") << u"203.0.113.0/25"_s << 200;
    QTest::newRow("around it") << u"203.0.0.0/16"_s << 200;
}

void AstroApiTest::rangeThatIsThereConflicts()
{
    QFETCH(QString, sent);
    QFETCH(int, status);
    QCOMPARE(create(u"203.0.113.0/24"_s).status, 200);
    const auto before = stored();
    const auto response = create(sent);
    QCOMPARE(response.status, status);
    if (status == 409) {
        QVERIFY2(isError(response, 409), response.body.constData());
        QVERIFY(!jsonOf(response).contains(u"fieldErrors"_s));
        QCOMPARE(stored(), before);
        QCOMPARE(deployCount(), 1);
    }
}

void AstroApiTest::bulkCreateDoesAllOrNothing()
{
    const auto created = bulkCreate({u"203.0.113.0/24"_s, u"10.0.0.1/32"_s});
    QCOMPARE(created.status, 200);
    QCOMPARE(rangesIn(created), (QStringList{u"203.0.113.0/24"_s, u"10.0.0.1/32"_s}));
    QCOMPARE(jsonOf(created).keys(), QStringList{u"allowedIpAddressRanges"_s});
    QCOMPARE(jsonOf(created).value(u"allowedIpAddressRanges"_s), jsonOf(get()).value(u"allowedIpAddressRanges"_s));

    for (const auto &refused :
         {QStringList{u"10.0.0.2/32"_s, u"10.0.0.1/32"_s}, QStringList{u"10.0.0.2/32"_s, u"10.0.0.2/32"_s},
          QStringList{u"10.0.0.0/24"_s, u"10.0.0.9/24"_s}}) {
        const auto response = bulkCreate(refused);
        QVERIFY2(isError(response, 409), response.body.constData());
        QCOMPARE(rangesIn(get()), rangesIn(created));
    }
    QCOMPARE(bulkCreate({u"10.0.0.2/32"_s, u"x"_s}).status, 400);
    QCOMPARE(rangesIn(get()), rangesIn(created));
    QCOMPARE(deployCount(), 1);
}

void AstroApiTest::labsHasTheBulkCalls()
{
    const QByteArray labs = "/astro/labs/v1" + ranges;
    const auto created =
        send({.method = "POST", .target = labs, .body = several({u"203.0.113.0/24"_s, u"10.0.0.1/32"_s})});
    QCOMPARE(created.status, 200);
    QCOMPARE(rangesIn(created), (QStringList{u"203.0.113.0/24"_s, u"10.0.0.1/32"_s}));
    const QByteArray ids = R"({"allowedIpAddressRangeIds":)" + quoted({idOf(u"10.0.0.1/32"_s)}) + "}";
    QCOMPARE(send({.method = "DELETE", .target = labs, .body = ids}).status, 204);
    QCOMPARE(stored(), QStringList{u"203.0.113.0/24"_s});
    QVERIFY2(isError(send({.target = labs}), 405), "it cannot be read");
    QVERIFY2(isError(send({.method = "DELETE", .target = labs, .body = ids, .caller = "192.0.2.1"}), 403), "enforced");
}

void AstroApiTest::bulkSizeIsBounded_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("one") << 1 << 200;
    QTest::newRow("as many as can be") << 1000 << 200;
    QTest::newRow("one more") << 1001 << 400;
}

void AstroApiTest::bulkSizeIsBounded()
{
    QFETCH(int, size);
    QFETCH(int, status);
    QStringList all = {u"203.0.113.7/32"_s};
    while (all.size() < size)
        all.append(u"10.0.%1.%2/32"_s.arg(all.size() / 256).arg(all.size() % 256));
    QCOMPARE(bulkCreate(all).status, status);
    QCOMPARE(stored().size(), status == 200 ? size : 0);
    QStringList ids;
    for (int i = 0; i < size; ++i)
        ids.append(u"c%1"_s.arg(i));
    const auto removal = send({.method = "POST",
                               .target = list + "/bulk-delete",
                               .body = R"({"allowedIpAddressRangeIds":)" + quoted(ids) + "}"});
    QCOMPARE(removal.status, status == 200 ? 204 : 400);
}

void AstroApiTest::rangeIsDeleted()
{
    bulkCreate({u"203.0.113.0/24"_s, u"10.0.0.1/32"_s});
    const auto id = idOf(u"10.0.0.1/32"_s);
    const auto response = remove(id);
    QCOMPARE(response.status, 204);
    QCOMPARE(response.body, "");
    QCOMPARE(rangesIn(get()), QStringList{u"203.0.113.0/24"_s});
    QVERIFY2(isError(remove(id), 404), "is gone");
    QCOMPARE(remove(idOf(u"203.0.113.0/24"_s)).status, 204); // down to an empty list
    QCOMPARE(send({.target = list, .caller = "192.0.2.1"}).status, 200);
    QCOMPARE(rangesIn(get()), QStringList());
}

void AstroApiTest::unknownRangeIsNotDeleted_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("unknown") << QByteArray("clm9sq6s0000008kz7uvl7yz7");
    QTest::newRow("a range") << QByteArray("203.0.113.0%2F24");
    QTest::newRow("of another organization") << QByteArray("OTHER");
    QTest::newRow("encoded") << QByteArray("%00%FF");
}

void AstroApiTest::unknownRangeIsNotDeleted()
{
    QFETCH(QByteArray, id);
    create(u"203.0.113.0/24"_s);
    const auto other = addScope(m_fixture->database(), ScopeKind::Organization, u"o2"_s, {});
    m_fixture->replace(other->number, {m_fixture->entry("203.0.113.0/24")});
    if (id == "OTHER")
        id = m_fixture->entries(other->number).first().id.toLatin1().toPercentEncoding();
    const auto response = send({.method = "DELETE", .target = list + '/' + id});
    QVERIFY2(isError(response, 404), response.body.constData());
    QCOMPARE(stored(), QStringList{u"203.0.113.0/24"_s});
    QCOMPARE(m_fixture->ranges(other->number).size(), 1);
    QCOMPARE(deployCount(), 1);
}

void AstroApiTest::bulkDeleteIgnoresUnknownAndRepeatedIds()
{
    bulkCreate({u"203.0.113.0/24"_s, u"10.0.0.1/32"_s, u"10.0.0.2/32"_s});
    const auto first = idOf(u"10.0.0.1/32"_s);
    const auto second = idOf(u"10.0.0.2/32"_s);
    const auto bulkDelete = [&](const QStringList &ids) {
        return send({.method = "POST",
                     .target = list + "/bulk-delete",
                     .body = R"({"allowedIpAddressRangeIds":)" + quoted(ids) + "}"});
    };
    const auto response = bulkDelete({first, u"unknown"_s, first, second});
    QCOMPARE(response.status, 204);
    QCOMPARE(response.body, "");
    QCOMPARE(stored(), QStringList{u"203.0.113.0/24"_s});
    QCOMPARE(deployCount(), 2);
    QCOMPARE(bulkDelete({first, u"unknown"_s}).status, 204);
    QCOMPARE(deployCount(), 2);
}

void AstroApiTest::firstRangeMustCoverTheCaller_data()
{
    QTest::addColumn<QByteArray>("caller");
    QTest::addColumn<QStringList>("sent");
    QTest::addColumn<int>("status");
    const QByteArray v4 = "203.0.113.7";
    const QByteArray v6 = "2001:db8::7";
    QTest::newRow("the address itself") << v4 << QStringList{u"203.0.113.7/32"_s} << 200;
    QTest::newRow("its network") << v4 << QStringList{u"203.0.113.0/24"_s} << 200;
    QTest::newRow("another") << v4 << QStringList{u"203.0.113.8/32"_s} << 400;
    QTest::newRow("one of several") << v4 << QStringList{u"10.0.0.0/8"_s, u"203.0.113.7/32"_s} << 200;
    QTest::newRow("none of several") << v4 << QStringList{u"10.0.0.0/8"_s, u"203.0.114.0/24"_s} << 400;
    QTest::newRow("IPv6") << v6 << QStringList{u"2001:db8::/32"_s} << 200;
    QTest::newRow("all of the other family") << v6 << QStringList{u"0.0.0.0/0"_s} << 400;
}

void AstroApiTest::firstRangeMustCoverTheCaller()
{
    QFETCH(QByteArray, caller);
    QFETCH(QStringList, sent);
    QFETCH(int, status);
    const auto response =
        send({.method = "POST", .target = list + "/bulk-create", .body = several(sent), .caller = caller});
    QCOMPARE(response.status, status);
    QCOMPARE(stored().size(), status == 200 ? sent.size() : 0);
    if (status == 400) {
        QVERIFY2(isError(response, 400), response.body.constData());
        QVERIFY(jsonOf(response).value(u"message"_s).toString().contains(QString::fromLatin1(caller)));
    }
    if (sent.size() == 1 && status == 400)
        QVERIFY2(isError(create(sent.first(), caller), 400), "a single create is guarded, too");
}

void AstroApiTest::laterRangesNeedNotCoverTheCaller()
{
    QCOMPARE(create(u"203.0.113.7/32"_s).status, 200);
    QCOMPARE(create(u"10.0.0.0/8"_s).status, 200);
    QCOMPARE(bulkCreate({u"192.0.2.0/24"_s, u"198.51.100.0/24"_s}).status, 200);
}

void AstroApiTest::callerOutsideOfTheListIsRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("list") << QByteArray("GET") << QByteArray() << QByteArray();
    QTest::newRow("create") << QByteArray("POST") << QByteArray() << one(u"192.0.2.1/32"_s);
    QTest::newRow("create with a wrong body") << QByteArray("POST") << QByteArray() << QByteArray("x");
    QTest::newRow("bulk create") << QByteArray("POST") << QByteArray("/bulk-create") << several({u"192.0.2.1/32"_s});
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/ID") << QByteArray();
    QTest::newRow("delete of an unknown one") << QByteArray("DELETE") << QByteArray("/x") << QByteArray();
    QTest::newRow("bulk delete") << QByteArray("POST") << QByteArray("/bulk-delete")
                                 << QByteArray(R"({"allowedIpAddressRangeIds":["ID"]})");
}

void AstroApiTest::callerOutsideOfTheListIsRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    create(u"203.0.113.0/24"_s);
    const auto id = idOf(u"203.0.113.0/24"_s).toLatin1();
    for (const auto &base : {list, QByteArray("/astro/platform/v1beta1" + ranges)}) {
        const QByteArray target = base + QByteArray(path).replace("ID", id);
        if (base != list && path.startsWith("/bulk"))
            continue;
        const auto response = send(
            {.method = method, .target = target, .body = QByteArray(body).replace("ID", id), .caller = "192.0.2.1"});
        QVERIFY2(isError(response, 403), response.body.constData());
        QVERIFY(response.body.contains("192.0.2.1"));
    }
    QCOMPARE(stored(), QStringList{u"203.0.113.0/24"_s});
    // Without the token nothing is said about the list.
    QCOMPARE(send({.method = method, .target = list + path, .caller = "192.0.2.1", .authorization = {}}).status, 401);
}

void AstroApiTest::callerMayLockHimselfOut()
{
    bulkCreate({u"203.0.113.7/32"_s, u"10.0.0.0/8"_s});
    const auto id = idOf(u"203.0.113.7/32"_s);
    QCOMPARE(remove(id).status, 204);
    QVERIFY2(isError(get(), 403), "locked out");
    QVERIFY2(isError(create(u"203.0.113.7/32"_s), 403), "and not by the guard of the first range");
    QCOMPARE(send({.target = list, .caller = "10.9.9.9"}).status, 200);
    QCOMPARE(send({.method = "POST", .target = list, .body = one(u"203.0.113.7/32"_s), .caller = "10.9.9.9"}).status,
             200);
    QCOMPARE(get().status, 200);
}

void AstroApiTest::organizationsHaveListsOfTheirOwn()
{
    QVERIFY(addScope(m_fixture->database(), ScopeKind::Organization, u"o2"_s, u"Second"_s));
    const QByteArray other = v1 + "/organizations/o2/allowed-ip-address-ranges";
    QCOMPARE(send({.method = "POST", .target = other, .body = one(u"192.0.2.0/24"_s), .caller = "192.0.2.1"}).status,
             200);
    QCOMPARE(send({.target = other}).status, 403);
    QCOMPARE(rangesIn(get()), QStringList());
    QCOMPARE(create(u"203.0.113.0/24"_s).status, 200);
    const auto listed = send({.target = other, .caller = "192.0.2.1"});
    QCOMPARE(rangesIn(listed), QStringList{u"192.0.2.0/24"_s});
    QCOMPARE(jsonOf(listed).value(u"allowedIpAddressRanges"_s).toArray().first().toObject().value(u"organizationId"_s),
             u"o2"_s);
    // An environment's list is not an organization's.
    QCOMPARE(m_fixture->ranges(m_fixture->environment()), QStringList());
}

void AstroApiTest::organizationsAreListed()
{
    QVERIFY(addScope(m_fixture->database(), ScopeKind::Organization, u"o2"_s, u"Second"_s));
    create(u"203.0.113.0/24"_s);
    const auto response = send({.target = v1 + "/organizations", .caller = "192.0.2.1"});
    QCOMPARE(response.status, 200);
    const auto answer = jsonOf(response);
    QCOMPARE(answer.value(u"totalCount"_s), 2);
    QCOMPARE(answer.value(u"limit"_s), 20);
    QCOMPARE(answer.value(u"offset"_s), 0);
    const auto all = answer.value(u"organizations"_s).toArray();
    QCOMPARE(textsOf(all, u"id"_s), (QStringList{u"local"_s, u"o2"_s}));
    QCOMPARE(textsOf(all, u"name"_s), (QStringList{u"local"_s, u"Second"_s}));
    QCOMPARE(all.at(0).toObject().value(u"hasAllowedIpAddressRanges"_s), true);
    QCOMPARE(all.at(1).toObject().value(u"hasAllowedIpAddressRanges"_s), false);
    for (const auto &key :
         {u"createdAt"_s, u"createdBy"_s, u"updatedAt"_s, u"updatedBy"_s, u"productPlans"_s, u"isScimEnabled"_s,
          u"allowEnhancedSupportAccess"_s, u"isBlockedEnableAiFeatures"_s, u"shouldEnforceDedicatedClusters"_s})
        QVERIFY2(all.at(0).toObject().contains(key), qPrintable(key));
}

void AstroApiTest::organizationsArePagedAndSorted_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("as they were added") << QByteArray() << 200 << QStringList{u"local"_s, u"Beta"_s, u"Alpha"_s};
    QTest::newRow("by name") << QByteArray("?sorts=name:asc") << 200 << QStringList{u"Alpha"_s, u"Beta"_s, u"local"_s};
    QTest::newRow("by name, descending") << QByteArray("?sorts=name:desc") << 200
                                         << QStringList{u"local"_s, u"Beta"_s, u"Alpha"_s};
    QTest::newRow("a page") << QByteArray("?sorts=name:asc&offset=1&limit=1") << 200 << QStringList{u"Beta"_s};
    QTest::newRow("largest page") << QByteArray("?limit=1000") << 200 << QStringList{u"local"_s, u"Beta"_s, u"Alpha"_s};
    QTest::newRow("too large a page") << QByteArray("?limit=1001") << 400 << QStringList();
    QTest::newRow("by address") << QByteArray("?sorts=ipAddress:asc") << 400 << QStringList();
}

void AstroApiTest::organizationsArePagedAndSorted()
{
    QFETCH(QByteArray, query);
    QVERIFY(addScope(m_fixture->database(), ScopeKind::Organization, u"b"_s, u"Beta"_s));
    QVERIFY(addScope(m_fixture->database(), ScopeKind::Organization, u"a"_s, u"Alpha"_s));
    const auto response = send({.target = v1 + "/organizations" + query});
    QTEST(response.status, "status");
    QTEST(textsOf(jsonOf(response).value(u"organizations"_s), u"name"_s), "names");
}

void AstroApiTest::versionMayBePinned_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("status");
    QTest::newRow("1.0") << v1 << QByteArray("1.0") << 200;
    QTest::newRow("1.1") << v1 << QByteArray("1.1") << 400;
    QTest::newRow("2.0") << v1 << QByteArray("2.0") << 400;
    QTest::newRow("a word") << v1 << QByteArray("latest") << 400;
    QTest::newRow("before v1 there was none") << QByteArray("/astro/iam/v1beta1") << QByteArray("2.0") << 200;
}

void AstroApiTest::versionMayBePinned()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, version);
    QFETCH(int, status);
    const auto response = send({.target = base + ranges, .headers = {{"X-API-Version", version}}});
    QCOMPARE(response.status, status);
    if (status == 400) {
        QVERIFY2(isError(response, 400), response.body.constData());
        QCOMPARE(fieldErrorsOf(response), QStringList{u"X-API-Version unknown-version"_s});
    }
}

void AstroApiTest::ratesAreLimited_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("limit");
    QTest::newRow("GET") << QByteArray("GET") << QByteArray() << 25;
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray() << 25;
    QTest::newRow("POST") << QByteArray("POST") << QByteArray() << 10;
    QTest::newRow("bulk POST") << QByteArray("POST") << QByteArray("/bulk-delete") << 10;
    QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray("/x") << 5;
}

void AstroApiTest::ratesAreLimited()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, limit);
    start({}); // the vendor's
    const auto statusNow = [&] { return send({.method = method, .target = list + path}).status; };
    for (int second = 0; second < 2; ++second) {
        for (int i = 0; i < limit; ++i)
            QVERIFY(statusNow() != 429);
        const auto refused = send({.method = method, .target = list + path});
        QVERIFY2(isError(refused, 429), refused.body.constData());
        QCOMPARE(refused.header("Retry-After"), ""); // the vendor promises none
        QVERIFY(send({.method = method == "DELETE" ? "POST" : "DELETE", .target = list}).status != 429);
        m_fixture->clock.advance(1s);
    }
}

void AstroApiTest::ratesAreCountedByTokenOverAllPaths()
{
    start({.astroReads = 2});
    QCOMPARE(get().status, 200);
    QCOMPARE(send({.target = "/astro/iam/v1beta1" + ranges}).status, 200);
    QCOMPARE(send({.target = "/astro/platform/v1beta1" + ranges}).status, 429);
    QCOMPARE(send({.target = list, .caller = "198.51.100.1"}).status, 429); // from wherever
    QCOMPARE(send({.target = list, .authorization = "Bearer other"}).status, 401);
    QCOMPARE(send({.target = list, .authorization = "Bearer one more"}).status, 401);
    // Without the right token the address counts, whatever was sent.
    QCOMPARE(send({.target = list, .authorization = "Bearer yet another"}).status, 429);
    QCOMPARE(send({.target = list, .authorization = {}}).status, 429);
    QCOMPARE(send({.target = list, .caller = "198.51.100.1", .authorization = {}}).status, 401);
}

void AstroApiTest::changesAreDeployed()
{
    bulkCreate({u"203.0.113.0/24"_s, u"10.0.0.1/32"_s});
    create(u"2001:db8::/32"_s);
    remove(idOf(u"10.0.0.1/32"_s));
    const auto deploys = deploysOf(m_fixture->database(), organization());
    QStringList lists;
    for (const auto &deploy : *deploys) {
        QCOMPARE(deploy.cause, u"change"_s);
        QCOMPARE(deploy.at, m_fixture->clock.now());
        lists.prepend(deploy.list);
    }
    QCOMPARE(lists, (QStringList{u"203.0.113.0/24\n10.0.0.1/32"_s, u"203.0.113.0/24\n10.0.0.1/32\n2001:db8::/32"_s,
                                 u"203.0.113.0/24\n2001:db8::/32"_s}));
}

void AstroApiTest::brokenDatabaseIsAnErrorOfTheService()
{
    create(u"203.0.113.0/24"_s);
    QVERIFY(m_fixture->database().execute(u"ALTER TABLE entries RENAME TO gone"_s));
    for (const auto &sent : {Sent{.target = list}, Sent{.method = "POST", .target = list, .body = one(u"1.1.1.1/32"_s)},
                             Sent{.target = v1 + "/organizations"}}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"entries"_s));
        const auto response = send(sent);
        QVERIFY2(isError(response, 500), response.body.constData());
        QVERIFY(!response.body.contains("entries"));
    }
}

void AstroApiTest::garbageBodiesAreNeverAFaultOfOurs()
{
    constexpr quint32 seed = 20260302;
    QRandomGenerator random(seed);
    const QList<std::pair<QByteArray, QByteArray>> good = {
        {"", one(u"10.0.0.1/32"_s)},
        {"/bulk-create", several({u"10.0.0.1/32"_s, u"2001:db8::/32"_s})},
        {"/bulk-delete", R"({"allowedIpAddressRangeIds":["x\ud800\u0000","y"]})"}};
    create(u"203.0.113.0/24"_s);
    for (int round = 0; round < 600; ++round) {
        const auto &[path, whole] = good[random.bounded(int(good.size()))];
        auto body = whole;
        for (int i = random.bounded(1, 6); i > 0; --i) {
            const auto position = random.bounded(int(body.size()));
            if (random.bounded(2) == 0)
                body[position] = char(random.bounded(256));
            else
                body.remove(position, random.bounded(1, 5));
        }
        const auto response = send({.method = "POST", .target = list + path, .body = body});
        const bool expected =
            response.status == 200 || response.status == 204 || isError(response, 400) || isError(response, 409);
        QVERIFY2(expected, qPrintable(u"seed %1, round %2, status %3: %4"_s.arg(seed)
                                          .arg(round)
                                          .arg(response.status)
                                          .arg(QString::fromLatin1(body))));
    }
}

GATEHOUSE_TEST(AstroApiTest, QCoreApplication)
#include "tst_astro_api.moc"
