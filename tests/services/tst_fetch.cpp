// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QUrlQuery>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

const QMap<QString, QString> singleScope{{u"org"_s, u"o 1/ä"_s}};
const QMap<QString, QString> envelopeScope{{u"keyId"_s, u"key_01"_s}};

/// An entry of the service “single”.
QJsonObject singleEntry(int number)
{
    return {{u"id"_s, u"id%1"_s.arg(number)}, {u"ipAddressRange"_s, u"10.0.0.%1/32"_s.arg(number)}};
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

int queryNumber(const SeenRequest &request, const QString &name)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target))).queryItemValue(name).toInt();
}

/// Answers as a service that has `total` entries, by offset and limit.
FaultServer::Handler singleService(int total)
{
    return [total](const SeenRequest &request) {
        const int offset = queryNumber(request, u"offset"_s);
        const int limit = queryNumber(request, u"limit"_s);
        QJsonArray ranges;
        for (int number = offset; number < std::min(offset + limit, total); ++number)
            ranges.append(singleEntry(number));
        return answer(200, bytes({{u"ranges"_s, ranges}, {u"offset"_s, offset}, {u"totalCount"_s, total}}));
    };
}

QStringList rangesOf(const std::vector<Entry> &entries)
{
    QStringList ranges;
    for (const Entry &each : entries)
        ranges.append(QString::fromStdString(each.content.range.toShortString()));
    return ranges;
}

} // namespace

/// Reading a list: every way of paging, and what is no list.
class TestFetch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsByOffset();
    void asksForCountedPagesTogether();
    void readsByPageFromZero();
    void readsByPageInAnEnvelope();
    void readsByCursor();
    void readsAPlainList();
    void readsAnEmptyList();
    void foldsEveryone();
    void authorisesItself();
    void leavesOutEmptyScopeFields();
    void readsOnceMoreWhenTheListChanges();
    void givesUpWhenItKeepsChanging_data();
    void givesUpWhenItKeepsChanging();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void aCutAnswerIsNoList();
    void oneBadPageSpoilsAll();
    void cancelAbortsWhatIsUnderWay();
    void theServiceMayDieMeanwhile();
    void needsASecret();
    void needsTheNameOfAHeader();
    void refusesScopesThatChangeThePath_data();
    void refusesScopesThatChangeThePath();
    void keepsPathAndQueryOfTheBaseUrl();
};

void TestFetch::readsByOffset()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), singleScope);
    fixture.server.setHandler(singleService(7));
    const auto list = fixture.fetch();
    QVERIFY2(list.has_value(), qPrintable(list ? QString() : list.error().message));
    QCOMPARE(rangesOf(*list).join(u' '), u"10.0.0.0 10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4 10.0.0.5 10.0.0.6"_s);
    QCOMPARE(list->front().remoteId, u"id0"_s);
    QVERIFY(list->front().key.isNull());
    QCOMPARE(fixture.server.requests().size(), 3);
    QCOMPARE(fixture.line(0),
             QByteArray("GET /base/organizations/o%201%2F%C3%A4/ranges?sorts=createdAt%3Aasc&offset=0&limit=3"));
}

void TestFetch::asksForCountedPagesTogether()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), singleScope);
    const auto service = singleService(30);
    fixture.server.setHandler([&](const SeenRequest &request) {
        // Backwards, to show that the order does not come from the arrival.
        const int wait = 200 - queryNumber(request, u"offset"_s) * 5;
        return service(request).after(std::chrono::milliseconds(wait));
    });
    const auto future = fixture.service->fetch();
    const auto list = await(future);
    QVERIFY(list.has_value());
    QCOMPARE(list->size(), 30U);
    for (int number = 0; number < 30; ++number)
        QCOMPARE((*list)[std::size_t(number)].remoteId, u"id%1"_s.arg(number));
    QCOMPARE(fixture.server.mostUnderWay(), 6);
    QCOMPARE(future.progressMaximum(), 10);
    QCOMPARE(future.progressValue(), 10);
}

void TestFetch::readsByPageFromZero()
{
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.setHandler([](const SeenRequest &request) {
        if (queryNumber(request, u"page"_s) == 0)
            return answer(200, json("{'entries':[{'address':'10.0.0.1','description':'a'},{'address':'10.0.0.2'},"
                                    "{'address':'10.0.0.3'}],'page':0,'total':4,'totalPages':2}"));
        return answer(200, json("{'entries':[{'address':'10.0.0.4'}],'page':1,'total':4,'totalPages':2}"));
    });
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    QCOMPARE(rangesOf(*list).join(u' '), u"10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4"_s);
    QCOMPARE(list->front().content.label, u"a"_s);
    QCOMPARE(fixture.line(1), QByteArray("GET /base/api/v1/ip-allowlist?page=1&pageSize=3"));
}

void TestFetch::readsByPageInAnEnvelope()
{
    ServiceFixture fixture(parsed(definitionText(u"envelope"_s)), envelopeScope);
    fixture.server.enqueue(answer(200, json("{'data':{'entries':[{'cidr':'10.0.0.1/32','label':null},"
                                            "{'cidr':'10.0.0.2/32'}]},'meta':{'hasNextPage':true}}")));
    fixture.server.enqueue(
        answer(200, json("{'data':{'entries':[{'cidr':'2001:db8::/48'}]},'meta':{'hasNextPage':false}}")));
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    QCOMPARE(rangesOf(*list).join(u' '), u"10.0.0.1 10.0.0.2 2001:db8::/48"_s);
    QCOMPARE(fixture.line(0), QByteArray("GET /base/api-keys/key_01/ip-allowlist?page=1&limit=2"));
    QCOMPARE(fixture.line(1), QByteArray("GET /base/api-keys/key_01/ip-allowlist?page=2&limit=2"));
}

void TestFetch::readsByCursor()
{
    const auto definition = parsedWith(
        u"inhouse"_s, u"list"_s,
        jsonValue(
            "{'path':'/rules','entries':'rules','paging':{'by':'cursor','parameter':'after','next':'page.next'}}"));
    ServiceFixture fixture(definition);
    fixture.server.enqueue(answer(200, json("{'rules':[{'nr':1,'match':{'source':'10.0.0.1'},'state':'ENABLED'}],"
                                            "'page':{'next':'x+y='}}")));
    fixture.server.enqueue(answer(200, json("{'rules':[{'nr':2,'match':{'source':'10.0.0.2'},'state':'ENABLED'}],"
                                            "'page':{'next':null}}")));
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    QCOMPARE(rangesOf(*list).join(u' '), u"10.0.0.1 10.0.0.2"_s);
    QCOMPARE(fixture.line(0), QByteArray("GET /base/rules"));
    QCOMPARE(fixture.line(1), QByteArray("GET /base/rules?after=x%2By%3D"));
}

void TestFetch::readsAPlainList()
{
    ServiceFixture fixture(parsed(definitionText(u"inhouse"_s)));
    fixture.server.enqueue(
        answer(200, json("[{'nr':7,'match':{'source':'10.0.0.0/8'},'state':'DISABLED','until':1772366400,'x':[1]}]")));
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    QCOMPARE(list->size(), 1U);
    QCOMPARE(list->front().remoteId, u"7"_s);
    QVERIFY(!list->front().content.active);
    QCOMPARE(list->front().content.expiresAt, fixture.clock.now());
    QCOMPARE(QJsonValue(list->front().unknownFields), jsonValue("{'x':[1]}"));
    QCOMPARE(fixture.line(0), QByteArray("GET /base/rules?kind=allow"));
}

void TestFetch::readsAnEmptyList()
{
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.enqueue(answer(200, json("{'entries':[]}")));
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    QVERIFY(list->empty());
}

void TestFetch::foldsEveryone()
{
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.enqueue(
        answer(200, json("{'entries':[{'address':'0.0.0.0/0'},{'address':'::/0'}],'totalPages':1}")));
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    QCOMPARE(rangesOf(*list).join(u' '), u"*"_s);
}

void TestFetch::authorisesItself()
{
    ServiceFixture bearer(parsed(definitionText(u"single"_s)), singleScope);
    bearer.server.setHandler(singleService(1));
    QVERIFY(bearer.fetch().has_value());
    QCOMPARE(bearer.request(0).header("Authorization"), "Bearer " + ServiceFixture::secret.toUtf8());
    QCOMPARE(bearer.request(0).header("X-API-Version"), QByteArray("1.0"));
    QCOMPARE(bearer.request(0).header("Accept"), QByteArray("application/json"));
    QVERIFY(!bearer.request(0).has("Content-Type"));

    ServiceFixture own(parsed(definitionText(u"envelope"_s)), envelopeScope);
    own.server.setDefault(answer(200, json("{'data':{'entries':[]},'meta':{'hasNextPage':false}}")));
    QVERIFY(own.fetch().has_value());
    QCOMPARE(own.request(0).header("x-api-key"), ServiceFixture::secret.toUtf8());
    QVERIFY(!own.request(0).has("Authorization"));
}

void TestFetch::leavesOutEmptyScopeFields()
{
    const auto definition =
        parsedWith(u"envelope"_s, u"list.query"_s, jsonValue("{'tenant':'{tenant}','key':'{keyId}','all':''}"));
    const QByteArray empty = json("{'data':{'entries':[]},'meta':{'hasNextPage':false}}");
    ServiceFixture without(definition, {{u"keyId"_s, u"k"_s}, {u"tenant"_s, QString()}});
    without.server.setDefault(answer(200, empty));
    QVERIFY(without.fetch().has_value());
    QCOMPARE(without.line(0), QByteArray("GET /base/api-keys/k/ip-allowlist?all=&key=k&page=1&limit=2"));
    QVERIFY(!without.request(0).has("X-Tenant"));

    ServiceFixture with(definition, {{u"keyId"_s, u"k"_s}, {u"tenant"_s, u"A&B"_s}});
    with.server.setDefault(answer(200, empty));
    QVERIFY(with.fetch().has_value());
    QCOMPARE(with.line(0), QByteArray("GET /base/api-keys/k/ip-allowlist?all=&key=k&tenant=A%26B&page=1&limit=2"));
    QCOMPARE(with.request(0).header("X-Tenant"), QByteArray("A&B"));
}

void TestFetch::readsOnceMoreWhenTheListChanges()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), singleScope);
    int firsts = 0;
    fixture.server.setHandler([&](const SeenRequest &request) {
        const bool isFirst = queryNumber(request, u"offset"_s) == 0;
        firsts += isFirst ? 1 : 0;
        // An entry is added after the very first page was read.
        return singleService(isFirst && firsts == 1 ? 6 : 7)(request);
    });
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    QCOMPARE(list->size(), 7U);
    QCOMPARE(firsts, 2);
}

void TestFetch::givesUpWhenItKeepsChanging_data()
{
    QTest::addColumn<int>("shownTotal");  // on later pages
    QTest::addColumn<int>("shownOffset"); // of the later pages' content; -1: as asked for
    QTest::newRow("the total changes") << 8 << -1;
    QTest::newRow("a page is cut short") << 6 << 5;
    QTest::newRow("a page repeats") << 6 << 0;
}

void TestFetch::givesUpWhenItKeepsChanging()
{
    QFETCH(const int, shownTotal);
    QFETCH(const int, shownOffset);
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), singleScope);
    int firsts = 0;
    fixture.server.setHandler([&](const SeenRequest &request) {
        const int offset = queryNumber(request, u"offset"_s);
        firsts += offset == 0 ? 1 : 0;
        if (offset == 0)
            return singleService(6)(request);
        SeenRequest changed = request;
        changed.target = "/?limit=3&offset=" + QByteArray::number(shownOffset < 0 ? offset : shownOffset);
        return singleService(shownTotal)(changed);
    });
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::UnreadableAnswer);
    QVERIFY(!list.error().message.isEmpty());
    QCOMPARE(firsts, 2);
}

void TestFetch::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message"); // what it begins with
    QTest::newRow("HTML") << QByteArray("<html><body>Please log in to the hotel</body></html>")
                          << u"A web page came instead of the answer"_s;
    QTest::newRow("garbage") << QByteArray("\x01\x02\xff\xfe") << u"The answer is not JSON"_s;
    QTest::newRow("truncated JSON") << json("{'entries':[{'address':'10.0.0.1'}") << u"The answer is not JSON"_s;
    QTest::newRow("a bare value") << QByteArray("null") << u"The answer is not JSON"_s;
    QTest::newRow("nothing") << QByteArray() << u"entries: "_s;
    QTest::newRow("another object") << json("{'status':'Ok'}") << u"entries: "_s;
    QTest::newRow("a list") << json("[]") << u"entries: "_s;
    QTest::newRow("entries as an object") << json("{'entries':{}}") << u"entries: "_s;
    QTest::newRow("entries null") << json("{'entries':null}") << u"entries: "_s;
    QTest::newRow("an entry that is a text") << json("{'entries':['10.0.0.1'],'totalPages':1}") << u"entries[0]: "_s;
    QTest::newRow("an entry without a range")
        << json("{'entries':[{'address':'10.0.0.1'},{'ip':'10.0.0.1'}],'totalPages':1}") << u"entries[1].address: "_s;
    QTest::newRow("no number of pages") << json("{'entries':[{'address':'10.0.0.1'}]}") << u"The answer does not say"_s;
}

void TestFetch::refusesWhatIsNoList()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, message);
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.setDefault(answer(200, body));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::UnreadableAnswer);
    QVERIFY2(list.error().message.startsWith(message), qPrintable(list.error().message));
}

void TestFetch::aCutAnswerIsNoList()
{
    HttpPolicy policy;
    policy.maximumAttempts = 1;
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)), {}, policy);
    fixture.server.setDefault(
        answer(200, json("{'entries':[],'totalPages':1}")).cutBody(13, ScriptedAnswer::Ending::Close));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::Network);
}

void TestFetch::oneBadPageSpoilsAll()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), singleScope);
    fixture.server.setHandler([](const SeenRequest &request) {
        return queryNumber(request, u"offset"_s) == 6 ? answer(403, json("{'message':'no'}"))
                                                      : singleService(30)(request);
    });
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::Forbidden);
    QCOMPARE(list.error().message, u"no"_s);
}

void TestFetch::cancelAbortsWhatIsUnderWay()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), singleScope);
    fixture.server.setHandler([](const SeenRequest &request) {
        return queryNumber(request, u"offset"_s) == 0 ? singleService(60)(request) : silence();
    });
    auto future = fixture.service->fetch();
    QTRY_COMPARE(fixture.server.underWay(), 6);
    future.cancel();
    const auto list = await(future);
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(fixture.server.underWay(), 0);
    QCOMPARE(fixture.server.requests().size(), 7);
}

void TestFetch::theServiceMayDieMeanwhile()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), singleScope);
    fixture.server.setDefault(silence());
    const auto future = fixture.service->fetch();
    QTRY_COMPARE(fixture.server.underWay(), 1);
    fixture.service.reset();
    const auto list = await(future);
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::Cancelled);
}

void TestFetch::needsASecret()
{
    FaultServer server;
    const ManualClock clock;
    Endpoint endpoint;
    endpoint.baseUrl = server.url();
    RestService service(parsed(definitionText(u"whole"_s)), endpoint, {}, std::make_unique<HttpClient>(), clock);
    const auto list = await(service.fetch());
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::SecretMissing);
    QVERIFY(server.requests().isEmpty());
}

void TestFetch::needsTheNameOfAHeader()
{
    for (const QString &header : {u"x key"_s, u"Host"_s, u"x-key\nx-other"_s}) {
        ServiceFixture fixture(parsed(shippedText(u"bitbybit"_s)), {{u"keyId"_s, u"k"_s}, {u"header"_s, header}});
        const auto list = fixture.fetch();
        QVERIFY(!list.has_value());
        QCOMPARE(list.error().kind, ErrorKind::InvalidInput);
        QVERIFY(fixture.server.requests().isEmpty());
    }
}

void TestFetch::refusesScopesThatChangeThePath_data()
{
    QTest::addColumn<QString>("org");
    QTest::newRow("missing") << QString();
    QTest::newRow("this folder") << u"."_s;
    QTest::newRow("the folder above") << u".."_s;
}

void TestFetch::refusesScopesThatChangeThePath()
{
    QFETCH(const QString, org);
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), {{u"org"_s, org}});
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::InvalidInput);
    QVERIFY(fixture.server.requests().isEmpty());
}

void TestFetch::keepsPathAndQueryOfTheBaseUrl()
{
    FaultServer server;
    server.setDefault(answer(200, "[]"));
    const ManualClock clock;
    Endpoint endpoint;
    endpoint.baseUrl = server.url(u"/a%20b//?key=1#part"_s);
    RestService service(parsed(definitionText(u"inhouse"_s)), endpoint, {}, std::make_unique<HttpClient>(), clock);
    QVERIFY(await(service.fetch()).has_value());
    QCOMPARE(server.requests().first().target, QByteArray("/a%20b/rules?key=1&kind=allow"));
}

GATEHOUSE_TEST(TestFetch, QCoreApplication)
#include "tst_fetch.moc"
