// SPDX-License-Identifier: Apache-2.0
#include "ShippedExamples.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<ServiceFixture> bitbybit()
{
    return speakTo(u"bitbybit"_s);
}

/// What bitbybit answers to a request it refuses.
ScriptedAnswer refusal(int status, const char *code)
{
    return answer(status, json("{'error':{'code':'%1','message':'because'}}").replace("%1", code));
}

NewScope wantedKey()
{
    return {{{u"name"_s, {u"Server"_s}}, {u"scopes"_s, {u"customers:READ"_s, u"orders:READ"_s}}},
            {entry("203.0.113.5", u"CI"_s), entry("2001:db8::/48")}};
}

} // namespace

Q_DECLARE_METATYPE(Verification::Outcome)

/// What a service may offer beside its list: choices of a scope field, a check of the list, usage logs and new scopes.
class TestServiceFeatures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDeclared();
    void isRefusedWhereItIsNotOffered();
    void choicesAreReadAgainWhenTheyChange();
    void aChoiceWithoutAValueIsNone();
    void verifies_data();
    void verifies();
    void verifiesAtTheFirstPathThatIsKnown();
    void verifiesOnlyBesideAKnownBaseUrl();
    void asksForLogs_data();
    void asksForLogs();
    void refusesUnknownFilters();
    void readsLogs();
    void knowsTheLastPageOfLogs();
    void refusesWhatIsNoLog_data();
    void refusesWhatIsNoLog();
    void makesAScope();
    void makesNoScopeWithoutWhatIsNeeded();
    void neverMakesAScopeTwice();
    void namesTheEntryOfANewScope();
    void keepsTheNewSecretOutOfErrors_data();
    void keepsTheNewSecretOutOfErrors();
};

void TestServiceFeatures::isDeclared()
{
    const auto definition = parsed(shippedText(u"bitbybit"_s));
    QVERIFY(definition->capabilities.verify && definition->capabilities.logs && definition->capabilities.newScope);
    QVERIFY(!definition->verifyNote.isEmpty());
    QCOMPARE(definition->logs->addressColumn, u"address"_s);
    QCOMPARE(definition->logs->scopeKey, u"keyId"_s);
    QCOMPARE(definition->logs->columns[0].kind, LogColumn::Kind::Time);
    QCOMPARE(definition->logs->filters[0].scopeKey, u"keyId"_s);
    QCOMPARE(definition->newScope->scopeKey, u"keyId"_s);
    QCOMPARE(definition->newScope->fields[2].kind, NewScopeField::Kind::Choices);
    QVERIFY(!definition->newScope->fields[1].required);
    QVERIFY(definition->scopeFields[1].hasChoices);
    QCOMPARE(definition->scopeFields[0].fallback, u"x-api-key"_s);
    QVERIFY(!definition->scopeFields[0].required);
}

void TestServiceFeatures::isRefusedWhereItIsNotOffered()
{
    const auto fixture = speakTo(u"cortex"_s);
    QCOMPARE(await(fixture->service->choices(u"keyId"_s)).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(await(fixture->service->verify(u"s"_s)).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(await(fixture->service->logs({})).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(await(fixture->service->makeScope(wantedKey())).error().kind, ErrorKind::InvalidInput);
    QVERIFY(fixture->server.requests().isEmpty());
}

void TestServiceFeatures::choicesAreReadAgainWhenTheyChange()
{
    const auto fixture = bitbybit();
    const QByteArray first = json("{'data':[{'id':'one'}],'meta':{'hasNextPage':true}}");
    fixture->server.enqueue(answer(200, first));
    fixture->server.enqueue(answer(200, json("{'data':[{'id':'one'},{'id':'two'}],'meta':{'hasNextPage':false}}")));
    fixture->server.enqueue(answer(200, first));
    fixture->server.enqueue(answer(200, json("{'data':[{'id':'two','prefix':'bbb'}],'meta':{'hasNextPage':false}}")));
    const auto choices = await(fixture->service->choices(u"keyId"_s));
    QVERIFY(choices.has_value());
    // Without a name its value or prefix stands for it.
    QCOMPARE(*choices, (std::vector<ScopeChoice>{{u"one"_s, u"one"_s, {}}, {u"two"_s, u"bbb"_s, u"bbb"_s}}));
}

void TestServiceFeatures::aChoiceWithoutAValueIsNone()
{
    const auto fixture = bitbybit();
    fixture->server.setDefault(answer(200, json("{'data':[{'id':'one'},{'id':''}],'meta':{'hasNextPage':false}}")));
    const auto choices = await(fixture->service->choices(u"keyId"_s));
    QVERIFY(!choices.has_value());
    QCOMPARE(choices.error().kind, ErrorKind::UnreadableAnswer);
    QVERIFY2(choices.error().message.startsWith(u"data[1].id: "_s), qPrintable(choices.error().message));
}

void TestServiceFeatures::verifies_data()
{
    QTest::addColumn<ScriptedAnswer>("answered");
    QTest::addColumn<Verification::Outcome>("outcome");
    using Outcome = Verification::Outcome;
    QTest::newRow("let in") << answer(200, json("{'data':[],'meta':{}}")) << Outcome::LetIn;
    QTest::newRow("unknown key") << refusal(401, "INVALID_API_KEY") << Outcome::Unauthorized;
    QTest::newRow("missing permission") << refusal(403, "INSUFFICIENT_SCOPE") << Outcome::LacksPermission;
    QTest::newRow("refused address") << refusal(403, "IP_NOT_ALLOWED") << Outcome::AddressRefused;
    QTest::newRow("refused for another reason") << refusal(403, "SUSPENDED") << Outcome::Unclear;
    QTest::newRow("a refusal without words") << answer(403) << Outcome::Unclear;
    QTest::newRow("a page of somebody else") << answer(200, "<html>") << Outcome::Unclear;
    QTest::newRow("a fault") << answer(500) << Outcome::Unclear;
}

void TestServiceFeatures::verifies()
{
    QFETCH(const ScriptedAnswer, answered);
    const auto fixture = bitbybit();
    fixture->server.setDefault(answered);
    const auto verified = await(fixture->service->verify(u"bbb_live_guarded"_s));
    QVERIFY(verified.has_value());
    QTEST(verified->outcome, "outcome");
    QCOMPARE(requestsOf(fixture->server), QByteArrayList{"GET /customer/open/v1/customers?limit=1"});
    QCOMPARE(fixture->request(0).header("x-api-key"), QByteArray("bbb_live_guarded"));
    if (verified->outcome != Verification::Outcome::LetIn)
        QCOMPARE(verified->error.httpStatus, answered.bytes.sliced(9, 3).toInt());
}

void TestServiceFeatures::verifiesAtTheFirstPathThatIsKnown()
{
    const auto fixture = bitbybit();
    fixture->server.enqueue(answer(404));
    fixture->server.enqueue(refusal(403, "IP_NOT_ALLOWED"));
    QCOMPARE(await(fixture->service->verify(u"guarded"_s))->outcome, Verification::Outcome::AddressRefused);
    QCOMPARE(fixture->line(1), QByteArray("GET /customer/api/open/v1/customers?limit=1"));

    fixture->server.setDefault(answer(404, json("{'error':{'message':'guarded is unknown here'}}")));
    const auto nowhere = await(fixture->service->verify(u"guarded"_s));
    QCOMPARE(nowhere->outcome, Verification::Outcome::Unclear);
    QVERIFY2(!nowhere->error.message.contains(u"guarded"_s), qPrintable(nowhere->error.message));

    fixture->server.setDefault(hangUp());
    QCOMPARE(await(fixture->service->verify(u"guarded"_s)).error().kind, ErrorKind::Network);
}

void TestServiceFeatures::verifiesOnlyBesideAKnownBaseUrl()
{
    ServiceFixture fixture(parsed(shippedText(u"bitbybit"_s)), {{u"keyId"_s, u"k"_s}}, {}, u"/proxy"_s);
    const auto verified = await(fixture.service->verify(u"guarded"_s));
    QCOMPARE(verified.error().kind, ErrorKind::InvalidInput);
    QVERIFY(fixture.server.requests().isEmpty());
    QCOMPARE(await(bitbybit()->service->verify({})).error().kind, ErrorKind::SecretMissing);
}

void TestServiceFeatures::asksForLogs_data()
{
    QTest::addColumn<LogQuery>("query");
    QTest::addColumn<QByteArray>("parameters");
    QTest::newRow("first page") << LogQuery() << QByteArray("page=1&limit=50");
    QTest::newRow("third page") << LogQuery{{}, 2} << QByteArray("page=3&limit=50");
    QTest::newRow("filters") << LogQuery{{{u"key"_s, u"key_01"_s}, {u"method"_s, u"GET"_s}, {u"status"_s, u"403"_s}}, 0}
                             << QByteArray("apiKeyId=key_01&method=GET&status=403&page=1&limit=50");
    QTest::newRow("an empty filter") << LogQuery{{{u"method"_s, {}}}, 0} << QByteArray("page=1&limit=50");
    QTest::newRow("times") << LogQuery{{{u"from"_s, u"2026-01-06T10:00:00+01:00"_s},
                                        {u"to"_s, u"2026-01-07T00:00:00Z"_s}},
                                       0}
                           << QByteArray("from=2026-01-06T09%3A00%3A00Z&to=2026-01-07T00%3A00%3A00Z&page=1&limit=50");
}

void TestServiceFeatures::asksForLogs()
{
    QFETCH(const LogQuery, query);
    QFETCH(const QByteArray, parameters);
    const auto fixture = bitbybit();
    fixture->server.setDefault(answer(200, json("{'data':[],'meta':{'total':0}}")));
    const auto page = await(fixture->service->logs(query));
    QVERIFY2(page.has_value(), qPrintable(page ? QString() : page.error().message));
    QVERIFY(page->rows.isEmpty());
    QVERIFY(!page->hasMore);
    QCOMPARE(requestsOf(fixture->server),
             QByteArrayList{"GET /developer/open/v1/api-usage-logs?sort=timestamp%3Adesc&" + parameters});
}

void TestServiceFeatures::refusesUnknownFilters()
{
    const auto fixture = bitbybit();
    QCOMPARE(await(fixture->service->logs({{{u"colour"_s, u"red"_s}}, 0})).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(await(fixture->service->logs({{{u"from"_s, u"yesterday"_s}}, 0})).error().kind, ErrorKind::InvalidInput);
    QVERIFY(fixture->server.requests().isEmpty());
}

void TestServiceFeatures::readsLogs()
{
    const auto fixture = bitbybit();
    fixture->server.setDefault(
        answer(200, json("{'data':[{'id':'log_9','timestamp':'2026-01-06T10:00:00Z','apiKeyId':'key_01',"
                         "'apiKeyName':'Server','method':'GET','path':'/customers','status':403,'ip':'198.51.100.7',"
                         "'errorCode':'IP_NOT_ALLOWED','durationMs':12},"
                         "{'timestamp':'once','apiKeyId':'key_02','status':'200','errorCode':null}],"
                         "'meta':{'total':200}}")));
    const auto page = await(fixture->service->logs({}));
    QVERIFY(page.has_value());
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows[0], (QVariantList{QDateTime({2026, 1, 6}, {10, 0}, Qt::UTC), u"Server"_s, u"GET"_s,
                                          u"/customers"_s, 403, u"198.51.100.7"_s, u"IP_NOT_ALLOWED"_s, 12}));
    QCOMPARE(page->rows[1], QVariantList(8));
    QCOMPARE(page->refused, (QList<bool>{true, false}));
    QCOMPARE(page->scopes, (QStringList{u"key_01"_s, u"key_02"_s}));
    QCOMPARE(page->total, 200);
    QVERIFY(page->hasMore);
}

void TestServiceFeatures::knowsTheLastPageOfLogs()
{
    const auto fixture = bitbybit();
    fixture->server.setDefault(answer(200, json("{'data':[{'id':'a'}],'meta':{'total':101}}")));
    QVERIFY(await(fixture->service->logs({{}, 1}))->hasMore);
    QVERIFY(!await(fixture->service->logs({{}, 2}))->hasMore);
}

void TestServiceFeatures::refusesWhatIsNoLog_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("HTML") << QByteArray("<html>");
    QTest::newRow("no list") << json("{'meta':{'total':0}}");
    QTest::newRow("a line that is no object") << json("{'data':['text'],'meta':{'total':1}}");
}

void TestServiceFeatures::refusesWhatIsNoLog()
{
    QFETCH(const QByteArray, body);
    const auto fixture = bitbybit();
    fixture->server.setDefault(answer(200, body));
    QCOMPARE(await(fixture->service->logs({})).error().kind, ErrorKind::UnreadableAnswer);
}

void TestServiceFeatures::makesAScope()
{
    // Before there is a key whose list could be meant.
    const auto fixture = speakTo(u"bitbybit"_s, {});
    fixture->server.setDefault(
        answer(201, json("{'data':{'id':'key_07','name':'Server','key':'bbb_live_new','prefix':'bbb_live'}}")));
    const auto made = await(fixture->service->makeScope(wantedKey()));
    QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->scope, (ScopeChoice{u"key_07"_s, u"Server"_s, {}}));
    QCOMPARE(made->secret, u"bbb_live_new"_s);
    QCOMPARE(requestsOf(fixture->server),
             QByteArrayList{spelled(json("POST /developer/open/v1/api-keys {'name':'Server',"
                                         "'scopes':['customers:READ','orders:READ'],"
                                         "'entries':[{'cidr':'203.0.113.5/32','label':'CI'},"
                                         "{'cidr':'2001:db8::/48','label':null}]}"))});
}

void TestServiceFeatures::makesNoScopeWithoutWhatIsNeeded()
{
    const auto fixture = bitbybit();
    for (const QString &field : {u"name"_s, u"scopes"_s}) {
        NewScope wanted = wantedKey();
        wanted.values[field] = QStringList{QString()};
        QCOMPARE(await(fixture->service->makeScope(wanted)).error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(fixture->server.requests().isEmpty());
}

void TestServiceFeatures::neverMakesAScopeTwice()
{
    const auto fixture = bitbybit();
    fixture->server.setDefault(hangUp());
    QCOMPARE(await(fixture->service->makeScope(wantedKey())).error().kind, ErrorKind::Network);
    QCOMPARE(fixture->server.requests().size(), 1);
}

void TestServiceFeatures::namesTheEntryOfANewScope()
{
    const auto fixture = bitbybit();
    fixture->server.setDefault(answer(400, json("{'error':{'code':'VALIDATION_ERROR','message':'m','details':"
                                                "[{'field':'entries[1].cidr','reason':'PREFIX_TOO_BROAD'}]}}")));
    const auto made = await(fixture->service->makeScope(wantedKey()));
    QCOMPARE(made.error().fields, (QList<FieldError>{{1, u"entries[1].cidr"_s, u"PREFIX_TOO_BROAD"_s}}));
}

void TestServiceFeatures::keepsTheNewSecretOutOfErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("without an id") << json("{'data':{'name':'n','key':'bbb_live_new'}}");
    QTest::newRow("secret elsewhere") << json("{'data':{'id':'i','token':'bbb_live_new'}}");
    QTest::newRow("no JSON") << QByteArray("key=bbb_live_new");
}

void TestServiceFeatures::keepsTheNewSecretOutOfErrors()
{
    QFETCH(const QByteArray, body);
    const auto fixture = bitbybit();
    fixture->server.setDefault(answer(201, body));
    const auto made = await(fixture->service->makeScope(wantedKey()));
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().kind, ErrorKind::UnreadableAnswer);
    for (const QString &text : {made.error().message, made.error().detail})
        QVERIFY2(!text.contains("bbb_live_new"_L1), qPrintable(text));
}

GATEHOUSE_TEST(TestServiceFeatures, QCoreApplication)
#include "tst_service_features.moc"
