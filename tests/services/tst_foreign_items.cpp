// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "services/Wire.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray replacing(const char *body = "{'rules':'{entries}'}")
{
    QJsonObject root = QJsonDocument::fromJson(minimal()).object();
    root[u"list"_s] = jsonValue("{'path':'/list','entries':'rules','paging':{'by':'none'}}");
    root[u"entry"_s] = jsonValue("{'id':{'field':'id'},'range':{'field':'value','write':'cidr','any':'none'},"
                                 "'label':{'field':'note'},'neverSent':['seen']}");
    root[u"write"_s] = QJsonObject{
        {u"replace"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/list"_s}, {u"body"_s, jsonValue(body)}}}};
    return QJsonDocument(root).toJson();
}

Operation replaceAfterAdding(const RestService &service, std::vector<Entry> list)
{
    Draft draft(std::make_shared<const Allowlist>(withKeysOf(std::move(list), Allowlist())));
    const Entry added = entry("203.0.113.5");
    draft.set(added.key, added);
    return service.plan(draft, {}).front();
}

} // namespace

/// What stands in a list and is no range, and ranges of which a definition sees a part only.
class TestForeignItems final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areReadBesideTheOthers_data();
    void areReadBesideTheOthers();
    void goBackAsTheyCame();
    void goBackAsRangesWhereTheyAreTexts();
    void cannotBeLeftOutUnseen();
    void aRangeUnderAnotherNameIsToldOfTheDefinition();
    void aRangeInTwoMembersIsNotRead_data();
    void aRangeInTwoMembersIsNotRead();
    void aDefinitionMayKnowBetter();
    void aConditionOfTheDefinitionIsKept();
    void whatABodyWouldOverwriteIsSaid_data();
    void whatABodyWouldOverwriteIsSaid();
};

void TestForeignItems::areReadBesideTheOthers_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const char *item, const QString &shown) {
        QTest::newRow(name) << json(item) << shown;
    };
    row("a security group", "{'id':'2','value':'sg-0a1b2c3d'}", u"sg-0a1b2c3d"_s);
    row("a service tag", "{'id':'2','value':'AzureCloud'}", u"AzureCloud"_s);
    row("a host name", "{'id':'2','value':'office.example.com'}", u"office.example.com"_s);
    row("a network of another system", "{'id':'2','value':64512}", u"64512"_s);
    row("first and last in one", "{'id':'2','value':'10.0.0.1-10.0.0.9'}", u"10.0.0.1-10.0.0.9"_s);
    row("a list of ranges", "{'id':'2','value':['10.0.0.1']}", u"[\"10.0.0.1\"]"_s);
    row("a member of another name", "{'id':'2','value':null,'awsSecurityGroup':'sg-1','note':'x'}",
        u"awsSecurityGroup: sg-1"_s);
    row("nothing at all", "{'id':'2'}", u"{\"id\":\"2\"}"_s);
}

void TestForeignItems::areReadBesideTheOthers()
{
    QFETCH(const QByteArray, item);
    ServiceFixture fixture(parsed(replacing()));
    fixture.server.setDefault(answer(200, json("{'rules':[{'id':'1','value':'10.0.0.1'},") + item +
                                              json(",{'id':'3','value':'10.0.0.3'}]}")));
    const auto list = fixture.fetch();
    QVERIFY2(list.has_value(), qPrintable(list ? QString() : list.error().message));
    QCOMPARE(list->size(), 3U);
    const Entry &foreign = list->at(1);
    QTEST(foreign.content.foreign, "name");
    QCOMPARE(foreign.remoteId, u"2"_s);
    QVERIFY(!foreign.isInForce(fixture.clock.now()));
    QVERIFY(!list->at(2).content.isForeign());
}

void TestForeignItems::goBackAsTheyCame()
{
    ServiceFixture fixture(parsed(replacing()));
    fixture.server.setDefault(answer(200, json("{'rules':[{'id':'1','value':'sg-1','note':5,'extra':{'a':[1]},"
                                               "'seen':3},{'id':'2','value':'10.0.0.1','note':'n','kind':'x'}]}")));
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    QVERIFY(fixture.send(replaceAfterAdding(*fixture.service, *list)).has_value());
    QCOMPARE(
        fixture.body(1),
        jsonValue("{'rules':[{'id':'1','value':'sg-1','note':5,'extra':{'a':[1]}},"
                  "{'id':'2','value':'10.0.0.1/32','note':'n','kind':'x'},{'value':'203.0.113.5/32','note':''}]}"));
}

void TestForeignItems::goBackAsRangesWhereTheyAreTexts()
{
    ServiceFixture fixture(parsed(replacing("{'ips':'{ranges}'}")));
    fixture.server.setDefault(answer(200, json("{'rules':[{'id':'1','value':'sg-1'}]}")));
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    QVERIFY(fixture.send(replaceAfterAdding(*fixture.service, *list)).has_value());
    QCOMPARE(fixture.body(1), jsonValue("{'ips':['sg-1','203.0.113.5/32']}"));
}

void TestForeignItems::cannotBeLeftOutUnseen()
{
    ServiceFixture fixture(parsed(replacing("{'ips':'{ranges}'}")));
    fixture.server.setDefault(answer(200, json("{'rules':[{'id':'1','group':'sg-1'}]}")));
    const auto list = fixture.fetch();
    QVERIFY(list.has_value());
    const auto sent = fixture.send(replaceAfterAdding(*fixture.service, *list));
    QVERIFY(!sent.has_value());
    QVERIFY2(sent.error().message.contains(u"group: sg-1"_s), qPrintable(sent.error().message));
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestForeignItems::aRangeUnderAnotherNameIsToldOfTheDefinition()
{
    ServiceFixture fixture(parsed(replacing()));
    fixture.server.setDefault(answer(200, json("{'rules':[{'id':'1','address':'10.0.0.1'}]}")));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QVERIFY2(list.error().message.startsWith(u"rules[0].value: the range is missing, and address"),
             qPrintable(list.error().message));
}

void TestForeignItems::aRangeInTwoMembersIsNotRead_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<bool>("isRead");
    const auto row = [](const char *name, const char *item, bool isRead) {
        QTest::newRow(name) << json(item) << isRead;
    };
    row("a mask", "{'id':'1','value':'198.51.100.0','cidr_mask':24}", false);
    row("a mask as text", "{'id':'1','value':'198.51.100.0','subnetMask':'24'}", false);
    row("a netmask", "{'id':'1','value':'198.51.100.0','netmask':'255.255.255.0'}", false);
    row("a prefix length", "{'id':'1','value':'2001:db8::','prefixLength':32}", false);
    row("a last address", "{'id':'1','value':'198.51.100.0','endIpAddress':'198.51.100.255'}", false);
    row("a last address in another spelling", "{'id':'1','value':'198.51.100.0','ip_to':'198.51.100.255'}", false);
    row("a range that is whole", "{'id':'1','value':'198.51.100.0/24','cidr_mask':24}", true);
    row("a mask of nothing", "{'id':'1','value':'198.51.100.1','subnet':null}", true);
    row("a number that is none", "{'id':'1','value':'198.51.100.1','hits':24}", true);
    row("a time with an end", "{'id':'1','value':'198.51.100.1','end':'2027-03-01'}", true);
}

void TestForeignItems::aRangeInTwoMembersIsNotRead()
{
    QFETCH(const QByteArray, item);
    QFETCH(const bool, isRead);
    ServiceFixture fixture(parsed(replacing()));
    fixture.server.setDefault(answer(200, "{\"rules\":[" + item + "]}"));
    const auto list = fixture.fetch();
    QCOMPARE(list.has_value(), isRead);
    if (!isRead)
        QVERIFY2(list.error().message.contains(u"two members"_s), qPrintable(list.error().message));
}

void TestForeignItems::aDefinitionMayKnowBetter()
{
    ServiceFixture fixture(changed(replacing(), u"entry.range.apart"_s, QJsonArray{u"prefix"_s}));
    fixture.server.setDefault(answer(200, json("{'rules':[{'id':'1','value':'198.51.100.1','prefix':7}]}")));
    QVERIFY(fixture.fetch().has_value());
}

void TestForeignItems::aConditionOfTheDefinitionIsKept()
{
    const auto definition = changed(replacing(), u"entry.onlyWhen"_s, jsonValue("{'cidr_mask':32}"));
    ServiceFixture fixture(definition);
    fixture.server.enqueue(answer(200, json("{'rules':[{'id':'1','value':'198.51.100.1','cidr_mask':32}]}")));
    fixture.server.enqueue(answer(200, json("{'rules':[{'id':'1','value':'198.51.100.0','cidr_mask':24}]}")));
    QVERIFY(fixture.fetch().has_value());
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QVERIFY2(list.error().message.contains(u"cidr_mask is 24"_s), qPrintable(list.error().message));
    QVERIFY(!fixture.fetch().has_value() || fixture.server.requests().size() > 2);

    ServiceFixture around(changed(replacing(), u"list.onlyWhen"_s, jsonValue("{'default':false}")));
    around.server.setDefault(answer(200, json("{'default':true,'rules':[]}")));
    QVERIFY(!around.fetch().has_value());
}

void TestForeignItems::whatABodyWouldOverwriteIsSaid_data()
{
    QTest::addColumn<QByteArray>("answered");
    QTest::addColumn<QString>("member");
    QTest::newRow("the same") << json("{'rules':[],'default':false,'text':''}") << QString();
    QTest::newRow("not told") << json("{'rules':[]}") << QString();
    QTest::newRow("another switch") << json("{'rules':[],'default':true}") << u"default"_s;
    QTest::newRow("another text") << json("{'rules':[],'text':'ours'}") << u"text"_s;
}

void TestForeignItems::whatABodyWouldOverwriteIsSaid()
{
    QFETCH(const QByteArray, answered);
    QFETCH(const QString, member);
    ServiceFixture fixture(parsed(replacing("{'rules':'{entries}','default':false,'text':''}")));
    fixture.server.setDefault(answer(200, answered));
    const auto list = fixture.fetch();
    QCOMPARE(list.has_value(), member.isEmpty());
    if (!list)
        QVERIFY2(list.error().message.startsWith(member + u", which stands beside"), qPrintable(list.error().message));
}

GATEHOUSE_TEST(TestForeignItems, QCoreApplication)
#include "tst_foreign_items.moc"
