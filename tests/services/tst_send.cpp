// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = Operation::Kind;

Operation operation(Kind kind, std::vector<Entry> entries)
{
    return {kind, std::move(entries), {}, false};
}

} // namespace

/// What goes out for each form of write, and what its answers mean.
class TestSend final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaces();
    void replacesWithNothing();
    void carriesUnknownFieldsThroughAReplace();
    void forcesOnlyWhenTold();
    void createsOne();
    void createsMany();
    void createsEveryoneAsTwo();
    void fallsBackToSingleRequests_data();
    void fallsBackToSingleRequests();
    void updatesOneAndMany();
    void removesOneAndMany();
    void whatIsGoneIsRemoved_data();
    void whatIsGoneIsRemoved();
    void needsAnIdAndARequest();
    void acceptsAnyGoodAnswer_data();
    void acceptsAnyGoodAnswer();
    void refusesAnAnswerThatIsNone_data();
    void refusesAnAnswerThatIsNone();
    void neverRepeatsACreate();
    void repeatsWhatIsMarkedIdempotent();
    void neverRepeatsAReplacement();
    void stopsAtTheFirstFailure();
    void cancelSendsNothingMore();
    void validates_data();
    void validates();
    void validatesAgainWhenTheConnectionBreaks();
    void echoes();
    void echoesByTheEndpoint();
    void refusesAnEchoWithoutAnAddress();
    void holds_data();
    void holds();
};

void TestSend::replaces()
{
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.setDefault(answer(200, json("{'entries':[]}")));
    const auto sent =
        fixture.send(operation(Kind::Replace, {entry("10.0.0.1", u"a"_s), entry("10.0.0.0/8"), entry("*", u"all"_s)}));
    QVERIFY2(sent.has_value(), qPrintable(sent ? QString() : sent.error().message));
    QCOMPARE(fixture.line(0), QByteArray("PUT /base/api/v1/ip-allowlist"));
    QCOMPARE(fixture.request(0).header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(fixture.body(0), jsonValue("{'entries':[{'address':'10.0.0.1','description':'a'},{'address':'10.0.0.0/8'},"
                                        "{'address':'0.0.0.0/0','description':'all'},"
                                        "{'address':'::/0','description':'all'}]}"));
}

void TestSend::replacesWithNothing()
{
    ServiceFixture fixture(parsed(definitionText(u"envelope"_s)), {{u"keyId"_s, u"k"_s}});
    fixture.server.setDefault(answer(204));
    QVERIFY(fixture.send(operation(Kind::Replace, {})).has_value());
    QCOMPARE(fixture.line(0), QByteArray("PUT /base/api-keys/k/ip-allowlist"));
    QCOMPARE(fixture.body(0), jsonValue("{'entries':[]}"));
}

void TestSend::carriesUnknownFieldsThroughAReplace()
{
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.enqueue(answer(200, json("{'entries':[{'address':'10.0.0.1','description':'a','owner':{'team':7},"
                                            "'tags':['x']}],'totalPages':1}")));
    fixture.server.enqueue(answer(200, json("{}")));
    auto list = fixture.fetch();
    QVERIFY(list.has_value());
    list->front().content.label = u"b"_s;
    QVERIFY(fixture.send(operation(Kind::Replace, *list)).has_value());
    QCOMPARE(fixture.body(1), jsonValue("{'entries':[{'address':'10.0.0.1','description':'b','owner':{'team':7},"
                                        "'tags':['x']}]}"));
}

void TestSend::forcesOnlyWhenTold()
{
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.setDefault(answer(200, json("{}")));
    Operation forced = operation(Kind::Replace, {entry("10.0.0.1")});
    forced.force = true;
    QVERIFY(fixture.send(forced).has_value());
    QCOMPARE(fixture.line(0), QByteArray("PUT /base/api/v1/ip-allowlist?force=true"));
}

void TestSend::createsOne()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), {{u"org"_s, u"o"_s}});
    fixture.server.setDefault(answer(200, json("{'id':'new'}")));
    Entry created = entry("2001:db8::1", u"a label it has no place for"_s);
    created.unknownFields.insert(u"copied"_s, true);
    QVERIFY(fixture.send(operation(Kind::Create, {created})).has_value());
    QCOMPARE(fixture.line(0), QByteArray("POST /base/organizations/o/ranges"));
    QCOMPARE(fixture.body(0), jsonValue("{'ipAddressRange':'2001:db8::1/128'}"));
}

void TestSend::createsMany()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), {{u"org"_s, u"o"_s}});
    fixture.server.setDefault(answer(200, json("{}")));
    QVERIFY(
        fixture
            .send(operation(Kind::Create, {entry("10.0.0.1"), entry("10.0.0.2"), entry("10.0.0.3"), entry("10.0.0.4")}))
            .has_value());
    QCOMPARE(fixture.line(0), QByteArray("POST /base/organizations/o/ranges/bulk-create"));
    QCOMPARE(fixture.body(0), jsonValue("{'ranges':['10.0.0.1/32','10.0.0.2/32','10.0.0.3/32']}"));
    QCOMPARE(fixture.body(1), jsonValue("{'ranges':['10.0.0.4/32']}"));
    QCOMPARE(fixture.server.mostUnderWay(), 1);
}

void TestSend::createsEveryoneAsTwo()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), {{u"org"_s, u"o"_s}});
    fixture.server.setDefault(answer(200, json("{}")));
    QVERIFY(fixture.send(operation(Kind::Create, {entry("*")})).has_value());
    QCOMPARE(fixture.body(0), jsonValue("{'ranges':['0.0.0.0/0','::/0']}"));
    QVERIFY(fixture.send(operation(Kind::Remove, {entry("*", {}, u"a\nb"_s)})).has_value());
    QCOMPARE(fixture.body(1), jsonValue("{'ids':['a','b']}"));
}

void TestSend::fallsBackToSingleRequests_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("not found") << 404;
    QTest::newRow("method not allowed") << 405;
}

void TestSend::fallsBackToSingleRequests()
{
    QFETCH(const int, status);
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), {{u"org"_s, u"o"_s}});
    fixture.server.enqueue(answer(status, json("{'message':'no such thing'}")));
    fixture.server.setDefault(answer(200, json("{}")));
    QVERIFY(fixture.send(operation(Kind::Create, {entry("10.0.0.1"), entry("10.0.0.2")})).has_value());
    QCOMPARE(fixture.server.requests().size(), 3);
    QCOMPARE(fixture.line(1), QByteArray("POST /base/organizations/o/ranges"));
    QCOMPARE(fixture.body(1), jsonValue("{'ipAddressRange':'10.0.0.1/32'}"));
    QCOMPARE(fixture.body(2), jsonValue("{'ipAddressRange':'10.0.0.2/32'}"));
}

void TestSend::updatesOneAndMany()
{
    ServiceFixture fixture(parsed(definitionText(u"inhouse"_s)));
    fixture.server.setDefault(answer(200, json("{}")));
    Entry changed = entry("10.0.0.1", u"a"_s, u"7"_s);
    changed.content.active = false;
    changed.content.expiresAt = fixture.clock.now().addSecs(60);
    changed.unknownFields.insert(u"x"_s, 1);
    QVERIFY(fixture.send(operation(Kind::Update, {changed})).has_value());
    QCOMPARE(fixture.line(0), QByteArray("PUT /base/rules/7"));
    QCOMPARE(fixture.body(0), jsonValue("{'match':{'source':'10.0.0.1/32'},'note':'a','state':'DISABLED',"
                                        "'until':1772366460,'x':1}"));
    QVERIFY(fixture.send(operation(Kind::Update, {changed, entry("*", {}, u"8"_s)})).has_value());
    QCOMPARE(fixture.line(1), QByteArray("PATCH /base/rules"));
    QCOMPARE(fixture.body(1), jsonValue("[{'nr':7,'match':{'source':'10.0.0.1/32'},'note':'a','state':'DISABLED',"
                                        "'until':1772366460,'x':1},"
                                        "{'nr':8,'match':{'source':'*'},'note':'','state':'ENABLED','until':null}]"));
}

void TestSend::removesOneAndMany()
{
    ServiceFixture single(parsed(definitionText(u"single"_s)), {{u"org"_s, u"o"_s}});
    single.server.setDefault(answer(204));
    QVERIFY(single.send(operation(Kind::Remove, {entry("10.0.0.1", {}, u"a/../b"_s)})).has_value());
    QCOMPARE(single.line(0), QByteArray("DELETE /base/organizations/o/ranges/a%2F..%2Fb"));
    QVERIFY(single.request(0).body.isEmpty());
    QVERIFY(!single.request(0).has("Content-Type"));
    QVERIFY(single.send(operation(Kind::Remove, {entry("10.0.0.1", {}, u"a"_s), entry("10.0.0.2", {}, u"b"_s)}))
                .has_value());
    QCOMPARE(single.line(1), QByteArray("POST /base/organizations/o/ranges/bulk-delete"));
    QCOMPARE(single.body(1), jsonValue("{'ids':['a','b']}"));

    ServiceFixture inhouse(parsed(definitionText(u"inhouse"_s)));
    inhouse.server.setDefault(answer(204));
    QVERIFY(inhouse.send(operation(Kind::Remove, {entry("10.0.0.1", {}, u"7"_s), entry("10.0.0.2", {}, u"8"_s)}))
                .has_value());
    QCOMPARE(inhouse.server.requests().size(), 2);
    QCOMPARE(inhouse.line(1), QByteArray("DELETE /base/rules"));
    QCOMPARE(inhouse.body(1), jsonValue("{'ip':'10.0.0.2/32','why':'no. 8'}"));
}

void TestSend::whatIsGoneIsRemoved_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("not found") << 404;
    QTest::newRow("gone") << 410;
}

void TestSend::whatIsGoneIsRemoved()
{
    QFETCH(const int, status);
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), {{u"org"_s, u"o"_s}});
    fixture.server.setDefault(answer(status, json("{'message':'gone'}")));
    QVERIFY(fixture.send(operation(Kind::Remove, {entry("10.0.0.1", {}, u"a"_s)})).has_value());
    QVERIFY(!fixture.send(operation(Kind::Create, {entry("10.0.0.1")})).has_value());
}

void TestSend::needsAnIdAndARequest()
{
    ServiceFixture single(parsed(definitionText(u"single"_s)), {{u"org"_s, u"o"_s}});
    for (const auto &impossible :
         {operation(Kind::Remove, {entry("10.0.0.1")}), operation(Kind::Update, {entry("10.0.0.1", {}, u"a"_s)}),
          operation(Kind::Replace, {})}) {
        const auto sent = single.send(impossible);
        QVERIFY(!sent.has_value());
        QCOMPARE(sent.error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(!await(single.service->validate({entry("10.0.0.1")})).has_value());
    QVERIFY(!await(single.service->echo()).has_value());
    QVERIFY(single.server.requests().isEmpty());
}

void TestSend::acceptsAnyGoodAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("the list") << 200 << json("{'entries':[]}");
    QTest::newRow("done later") << 200 << json("{'status':'Ok'}");
    QTest::newRow("accepted") << 202 << json("{}");
    QTest::newRow("no content") << 204 << QByteArray();
    QTest::newRow("blanks") << 200 << QByteArray(" \n");
}

void TestSend::acceptsAnyGoodAnswer()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.setDefault(answer(status, body));
    QVERIFY(fixture.send(operation(Kind::Replace, {})).has_value());
}

void TestSend::refusesAnAnswerThatIsNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("HTML") << QByteArray("<html>Log in</html>");
    QTest::newRow("truncated") << json("{'entries':[");
}

void TestSend::refusesAnAnswerThatIsNone()
{
    QFETCH(const QByteArray, body);
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.setDefault(answer(200, body));
    const auto sent = fixture.send(operation(Kind::Replace, {}));
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::UnreadableAnswer);
    QCOMPARE(sent.error().detail.toUtf8(), body);
}

void TestSend::neverRepeatsACreate()
{
    ServiceFixture fixture(parsed(definitionText(u"single"_s)), {{u"org"_s, u"o"_s}});
    fixture.server.setDefault(hangUp());
    const auto sent = fixture.send(operation(Kind::Create, {entry("10.0.0.1")}));
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::Network);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestSend::repeatsWhatIsMarkedIdempotent()
{
    const QJsonObject patch{{u"method"_s, u"PATCH"_s}, {u"path"_s, u"/x"_s}, {u"body"_s, u"{entry}"_s}};
    for (const bool idempotent : {false, true}) {
        QJsonObject create = patch;
        create.insert(u"idempotent"_s, idempotent);
        ServiceFixture fixture(parsedWith(u"single"_s, u"write.create.one"_s, create), {{u"org"_s, u"o"_s}});
        fixture.server.enqueue(hangUp());
        fixture.server.setDefault(answer(200, json("{}")));
        QCOMPARE(fixture.send(operation(Kind::Create, {entry("10.0.0.1")})).has_value(), idempotent);
        QCOMPARE(fixture.server.requests().size(), idempotent ? 2 : 1);
    }
}

/// By the time of a second attempt the list may be another one.
void TestSend::neverRepeatsAReplacement()
{
    for (const ScriptedAnswer &first : {hangUp(), answer(429, json("{}")), answer(503)}) {
        ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
        fixture.server.enqueue(first);
        fixture.server.setDefault(answer(200, json("{}")));
        QVERIFY(!fixture.send(operation(Kind::Replace, {})).has_value());
        QCOMPARE(fixture.server.requests().size(), 1);
    }
}

void TestSend::stopsAtTheFirstFailure()
{
    ServiceFixture fixture(parsed(definitionText(u"inhouse"_s)));
    fixture.server.enqueue(answer(200, json("{}")));
    fixture.server.setDefault(answer(400, json("{}")));
    const auto sent = fixture.send(operation(Kind::Create, {entry("10.0.0.1"), entry("10.0.0.2"), entry("10.0.0.3")}));
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::Rejected);
    QCOMPARE(fixture.server.requests().size(), 2);
}

void TestSend::cancelSendsNothingMore()
{
    ServiceFixture fixture(parsed(definitionText(u"inhouse"_s)));
    fixture.server.setDefault(silence());
    auto future = fixture.service->send(operation(Kind::Create, {entry("10.0.0.1"), entry("10.0.0.2")}));
    QTRY_COMPARE(fixture.server.underWay(), 1);
    future.cancel();
    const auto sent = await(future);
    QVERIFY(!sent.has_value());
    QCOMPARE(sent.error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(fixture.server.underWay(), 0);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestSend::validates_data()
{
    QTest::addColumn<QByteArray>("answered");
    QTest::addColumn<QList<int>>("faulty"); // indexes; {-2}: cannot be read
    QTest::newRow("all well, one each")
        << json("[{'address':'10.0.0.1','valid':true},{'address':'10.0.0.2','valid':true}]") << QList<int>{};
    QTest::newRow("one each") << json("{'entries':[{'valid':true},{'valid':false,'message':'no'}]}") << QList<int>{1};
    QTest::newRow("a single one") << json("{'address':'10.0.0.2/32','valid':false,'message':'no'}") << QList<int>{1};
    QTest::newRow("a single one that is well") << json("{'address':'10.0.0.2','valid':true}") << QList<int>{};
    QTest::newRow("one of nothing we sent")
        << json("{'address':'10.0.0.9','valid':false,'message':'no'}") << QList<int>{-1};
    QTest::newRow("both") << json("[{'valid':false,'message':'no'},{'valid':false,'message':'no'}]")
                          << QList<int>{0, 1};
    QTest::newRow("nothing") << json("[]") << QList<int>{-2};
    QTest::newRow("another object") << json("{'status':'Ok'}") << QList<int>{-2};
}

void TestSend::validates()
{
    QFETCH(const QByteArray, answered);
    QFETCH(const QList<int>, faulty);
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.setDefault(answer(200, answered));
    const auto valid = await(fixture.service->validate({entry("10.0.0.1"), entry("10.0.0.2")}));
    QCOMPARE(fixture.line(0), QByteArray("POST /base/api/v1/ip-allowlist/validate"));
    QCOMPARE(fixture.body(0), jsonValue("{'entries':[{'address':'10.0.0.1'},{'address':'10.0.0.2'}]}"));
    QCOMPARE(valid.has_value(), faulty.isEmpty());
    if (valid)
        return;
    QCOMPARE(valid.error().kind, faulty == QList{-2} ? ErrorKind::UnreadableAnswer : ErrorKind::Rejected);
    QList<int> indexes;
    for (const FieldError &field : valid.error().fields) {
        indexes.append(field.index);
        QCOMPARE(field.message, u"no"_s);
    }
    QCOMPARE(indexes, faulty == QList{-2} ? QList<int>() : faulty);
}

void TestSend::validatesAgainWhenTheConnectionBreaks()
{
    ServiceFixture fixture(parsed(definitionText(u"whole"_s)));
    fixture.server.enqueue(hangUp());
    fixture.server.setDefault(answer(200, json("{'valid':true}")));
    QVERIFY(await(fixture.service->validate({entry("10.0.0.1")})).has_value());
}

void TestSend::echoes()
{
    ServiceFixture fixture(parsed(definitionText(u"envelope"_s)), {{u"keyId"_s, u"k"_s}});
    QVERIFY(fixture.service->capabilities().echo);
    fixture.server.setDefault(answer(200, json("{'data':{'address':'2001:db8::7'}}")));
    const auto address = await(fixture.service->echo());
    QVERIFY(address.has_value());
    QCOMPARE(*address, *IpAddress::parse("2001:db8::7"));
    QCOMPARE(fixture.line(0), QByteArray("GET /base/whoami?format=json"));
}

void TestSend::echoesByTheEndpoint()
{
    FaultServer server;
    server.setDefault(answer(200, json("{'ip':'203.0.113.7'}")));
    const ManualClock clock;
    Endpoint endpoint;
    endpoint.baseUrl = server.url(u"/api"_s);
    endpoint.echoUrl = server.url(u"/ip"_s);
    RestService service(parsed(definitionText(u"whole"_s)), endpoint, ServiceFixture::secret,
                        std::make_unique<HttpClient>(), clock);
    QVERIFY(!service.definition().capabilities.echo);
    QVERIFY(service.capabilities().echo);
    const auto address = await(service.echo());
    QVERIFY(address.has_value());
    QCOMPARE(*address, *IpAddress::parse("203.0.113.7"));
    QCOMPARE(server.requests().first().target, QByteArray("/ip"));
    QVERIFY(!server.requests().first().has("Authorization"));
}

void TestSend::refusesAnEchoWithoutAnAddress()
{
    ServiceFixture fixture(parsed(definitionText(u"envelope"_s)), {{u"keyId"_s, u"k"_s}});
    fixture.server.setDefault(answer(200, json("{'data':{'address':'localhost'}}")));
    const auto address = await(fixture.service->echo());
    QVERIFY(!address.has_value());
    QCOMPARE(address.error().kind, ErrorKind::UnreadableAnswer);
    QVERIFY(address.error().message.startsWith(u"data.address: "_s));
}

void TestSend::holds_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("difference");
    QTest::addColumn<bool>("holds");
    QTest::newRow("alike") << u"inhouse"_s << QString() << true;
    for (const char *what : {"range", "label", "active", "expiry"})
        QTest::addRow("another %s", what) << u"inhouse"_s << QString::fromLatin1(what) << false;
    QTest::newRow("a label it has no place for") << u"single"_s << u"label"_s << true;
    QTest::newRow("an expiry it has no place for") << u"single"_s << u"expiry"_s << true;
    QTest::newRow("seconds of difference") << u"inhouse"_s << u"seconds"_s << true;
}

void TestSend::holds()
{
    QFETCH(const QString, definition);
    QFETCH(const QString, difference);
    ServiceFixture fixture(parsed(definitionText(definition)), {{u"org"_s, u"o"_s}});
    const EntryContent wanted{range("10.0.0.1"), u"a"_s, true, fixture.clock.now().addDays(1)};
    EntryContent live = wanted;
    if (difference == "range"_L1)
        live.range = range("10.0.0.0/31");
    else if (difference == "label"_L1)
        live.label = u"b"_s;
    else if (difference == "active"_L1)
        live.active = false;
    else if (difference == "expiry"_L1)
        live.expiresAt.reset();
    else if (difference == "seconds"_L1)
        live.expiresAt = wanted.expiresAt->addSecs(30);
    QTEST(fixture.service->holds(live, wanted), "holds");
}

GATEHOUSE_TEST(TestSend, QCoreApplication)
#include "tst_send.moc"
