// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "base/DuplicateKeys.h"
#include "services/TimeForm.h"
#include "support/TestProgram.h"

#include <QUrlQuery>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// A definition that holds everything, read by offset.
QByteArray offsetDefinition()
{
    QJsonObject root = QJsonDocument::fromJson(minimal()).object();
    root[u"list"_s] = jsonValue("{'path':'/list','entries':'items','paging':{'by':'offset','parameter':'offset',"
                                "'sizeParameter':'limit','size':10,'total':'total'}}");
    root[u"entry"_s] = jsonValue("{'id':{'field':'id'},'range':{'field':'ip','write':'cidr','any':'none'},"
                                 "'label':{'field':'label'},'active':{'field':'on'},"
                                 "'expiry':{'field':'until','time':'iso','write':'time'}}");
    return QJsonDocument(root).toJson();
}

QByteArray page(int first, int count, const QJsonValue &total)
{
    QJsonArray items;
    for (int number = first; number < first + count; ++number) {
        items.append(QJsonObject{{u"id"_s, QString::number(number)},
                                 {u"ip"_s, u"10.0.%1.%2"_s.arg(number / 256).arg(number % 256)},
                                 {u"on"_s, true}});
    }
    return QJsonDocument(QJsonObject{{u"items"_s, items}, {u"total"_s, total}}).toJson();
}

int offsetOf(const SeenRequest &request)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target))).queryItemValue(u"offset"_s).toInt();
}

} // namespace

/// Answers as services send them: what has one meaning is read, and what is not whole is no list.
class TestLooseAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesAreReadLoosely_data();
    void typesAreReadLoosely();
    void whatHasNoMeaningIsNamed_data();
    void whatHasNoMeaningIsNamed();
    void timesOfDatabases_data();
    void timesOfDatabases();
    void timesOfAnotherForm_data();
    void timesOfAnotherForm();
    void zerosOfCalendarsAreNoTime_data();
    void zerosOfCalendarsAreNoTime();
    void aFullFirstPageIsNotBelieved_data();
    void aFullFirstPageIsNotBelieved();
    void aCursorThatIsNoneIsNotTheEnd();
    void anAbsentListIsEmptyWhereAllowed();
    void keysThatStandTwice_data();
    void keysThatStandTwice();
    void anAnswerWithAKeyTwiceIsRefused();
};

void TestLooseAnswers::typesAreReadLoosely_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool>("active");
    const auto row = [](const char *name, const char *item, const QString &id, const QString &label, bool active) {
        QTest::newRow(name) << json(item) << id << label << active;
    };
    row("as described", "{'id':'a','ip':'10.0.0.1','label':'x','on':true}", u"a"_s, u"x"_s, true);
    row("an id as number", "{'id':17,'ip':'10.0.0.1','on':true}", u"17"_s, {}, true);
    row("a large id as number", "{'id':9007199254740993,'ip':'10.0.0.1','on':true}", u"9007199254740993"_s, {}, true);
    row("a label as number", "{'id':'a','ip':'10.0.0.1','label':4711,'on':true}", u"a"_s, u"4711"_s, true);
    row("a label of null", "{'id':'a','ip':'10.0.0.1','label':null,'on':true}", u"a"_s, {}, true);
    row("a switch of 0", "{'id':'a','ip':'10.0.0.1','on':0}", u"a"_s, {}, false);
    row("a switch as text", "{'id':'a','ip':'10.0.0.1','on':'false'}", u"a"_s, {}, false);
    row("a switch as digit in a text", "{'id':'a','ip':'10.0.0.1','on':'1'}", u"a"_s, {}, true);
    row("an expiry of nothing", "{'id':'a','ip':'10.0.0.1','on':true,'until':''}", u"a"_s, {}, true);
}

void TestLooseAnswers::typesAreReadLoosely()
{
    QFETCH(const QByteArray, item);
    ServiceFixture fixture(parsed(offsetDefinition()));
    fixture.server.setDefault(answer(200, "{\"items\":[" + item + "],\"total\":\"1\"}"));
    const auto list = fixture.fetch();
    QVERIFY2(list.has_value(), qPrintable(list ? QString() : list.error().message));
    QTEST(list->front().remoteId, "id");
    QTEST(list->front().content.label, "label");
    QTEST(list->front().content.active, "active");
}

void TestLooseAnswers::whatHasNoMeaningIsNamed_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *item, const QString &says) {
        QTest::newRow(name) << json(item) << says;
    };
    row("a label that is an object", "{'id':'a','ip':'10.0.0.1','label':{'x':1},'on':true}",
        u"items[0].label: {\"x\":1} is no label"_s);
    row("an id that is true", "{'id':true,'ip':'10.0.0.1','on':true}", u"items[0].id: true is no id"_s);
    row("a broken number as id", "{'id':1.5,'ip':'10.0.0.1','on':true}", u"items[0].id: 1.5 is no id"_s);
    row("a switch that is neither", "{'id':'a','ip':'10.0.0.1','on':'maybe'}",
        u"items[0].on: “maybe” does not say whether the entry is active"_s);
    row("a time without a zone", "{'id':'a','ip':'10.0.0.1','on':true,'until':'2027-03-01T12:00:00'}",
        u"items[0].until: “2027-03-01T12:00:00” has no zone, so nobody can tell when that is"_s);
    row("a time that is none", "{'id':'a','ip':'10.0.0.1','on':true,'until':'soon'}",
        u"items[0].until: “soon” is no time"_s);
}

void TestLooseAnswers::whatHasNoMeaningIsNamed()
{
    QFETCH(const QByteArray, item);
    QFETCH(const QString, says);
    ServiceFixture fixture(parsed(offsetDefinition()));
    fixture.server.setDefault(answer(200, "{\"items\":[" + item + "],\"total\":1}"));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QVERIFY2(list.error().message.startsWith(says), qPrintable(list.error().message));
}

void TestLooseAnswers::timesOfDatabases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTime");
    for (const char *text :
         {"2027-03-01T12:00:00Z", "2027-03-01 12:00:00+00", "2027-03-01 12:00:00 UTC", "2027-03-01 12:00:00.000 GMT",
          "2027-03-01T12:00:00,0Z", "2027-03-01 13:00:00+01", "2027-03-01T06:30:00-0530", "2027-03-01 12:00Z",
          "2027-03-01 12:00:00 +0000 UTC", "2027-03-01t12:00:00z", " 2027-03-01T12:00:00+00:00 "})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const char *text : {"2027-03-01T12:00:00", "2027-03-01", "2027-03-01 12:00:00 CET", "2027-02-30T12:00:00Z",
                             "2027-03-01T25:00:00Z", "2027-03-01T12:00:00+99", "2027-03-01 12:00:00 +0100 UTC", ""})
        QTest::newRow(qPrintable(u"not "_s + QString::fromLatin1(text))) << QString::fromLatin1(text) << false;
}

void TestLooseAnswers::timesOfDatabases()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isTime);
    const auto time = readTime(text, TimeForm::Iso);
    QCOMPARE(time.has_value(), isTime);
    if (time)
        QCOMPARE(*time, QDateTime(QDate(2027, 3, 1), QTime(12, 0), Qt::UTC));
}

void TestLooseAnswers::timesOfAnotherForm_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("form");
    QTest::addColumn<bool>("isTime");
    const auto row = [](const char *name, const QJsonValue &value, TimeForm form, bool isTime) {
        QTest::newRow(name) << value << int(form) << isTime;
    };
    row("seconds for a text", 1803902400, TimeForm::Iso, true);
    row("milliseconds for a text", 1803902400000.0, TimeForm::Iso, true);
    row("seconds in a text", u"1803902400"_s, TimeForm::Iso, true);
    row("a text for seconds", u"2027-03-01T12:00:00Z"_s, TimeForm::EpochSeconds, true);
    row("a text for milliseconds", u"2027-03-01T12:00:00Z"_s, TimeForm::EpochMilliseconds, true);
    row("a span for a text", 3600, TimeForm::Iso, false);
    row("a day in digits", 20270301, TimeForm::Iso, false);
    row("a text without a zone for seconds", u"2027-03-01T12:00:00"_s, TimeForm::EpochSeconds, false);
    row("true", true, TimeForm::Iso, false);
}

void TestLooseAnswers::timesOfAnotherForm()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const int, form);
    QFETCH(const bool, isTime);
    const auto time = readTime(value, TimeForm(form));
    QCOMPARE(time.has_value(), isTime);
    if (time)
        QCOMPARE(*time, QDateTime(QDate(2027, 3, 1), QTime(12, 0), Qt::UTC));
}

/// Else an entry without an end would seem to have ended long ago, and be removed for that.
void TestLooseAnswers::zerosOfCalendarsAreNoTime_data()
{
    QTest::addColumn<QByteArray>("until");
    QTest::addColumn<bool>("isNever");
    for (const char *value :
         {"null", "''", "0", "'0'", "'0001-01-01T00:00:00Z'", "'0001-01-01 00:00:00+00'", "'0000-00-00 00:00:00'",
          "'0000-00-00'", "'1970-01-01T00:00:00Z'", "'1970-01-01T01:00:00+01:00'", "'infinity'", "'Infinity'"})
        QTest::newRow(value) << json(value) << true;
    for (const char *value : {"'1970-01-01T00:00:01Z'", "'0001-01-02T00:00:00Z'", "'9999-12-31T23:59:59Z'"})
        QTest::newRow(value) << json(value) << false;
}

void TestLooseAnswers::zerosOfCalendarsAreNoTime()
{
    QFETCH(const QByteArray, until);
    QFETCH(const bool, isNever);
    ServiceFixture fixture(parsed(offsetDefinition()));
    fixture.server.setDefault(
        answer(200, json("{'items':[{'id':'a','ip':'10.0.0.1','on':true,'until':") + until + json("}],'total':1}")));
    const auto list = fixture.fetch();
    QVERIFY2(list.has_value(), qPrintable(list ? QString() : list.error().message));
    QCOMPARE(list->front().content.expiresAt.has_value(), !isNever);
}

void TestLooseAnswers::aFullFirstPageIsNotBelieved_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<int>("there");
    QTest::addColumn<int>("requests");
    QTest::newRow("the total counts the page") << u"counts pages"_s << 25 << 4;
    QTest::newRow("the total counts the page, and the last one is full") << u"counts pages"_s << 20 << 3;
    QTest::newRow("the total is right, and the page is full") << u"right"_s << 10 << 2;
    QTest::newRow("the total is right, and the page is not full") << u"right"_s << 9 << 1;
    QTest::newRow("beyond the end is not found") << u"not found"_s << 10 << 2;
    QTest::newRow("beyond the end is refused") << u"refused"_s << 10 << 2;
    QTest::newRow("the offset is not looked at") << u"one page"_s << 10 << 2;
}

void TestLooseAnswers::aFullFirstPageIsNotBelieved()
{
    QFETCH(const QString, service);
    QFETCH(const int, there);
    QFETCH(const int, requests);
    ServiceFixture fixture(parsed(offsetDefinition()));
    fixture.server.setHandler([&](const SeenRequest &request) {
        const int offset = service == u"one page" ? 0 : offsetOf(request);
        const int count = std::clamp(there - offset, 0, 10);
        if (count == 0 && service == u"not found")
            return answer(404, json("{'message':'no such page'}"));
        if (count == 0 && service == u"refused")
            return answer(400, json("{'message':'offset too large'}"));
        return answer(200, page(offset, count, service == u"counts pages" ? count : there));
    });
    const auto list = fixture.fetch();
    QVERIFY2(list.has_value(), qPrintable(list ? QString() : list.error().message));
    QCOMPARE(int(list->size()), there);
    QCOMPARE(int(fixture.server.requests().size()), requests);
}

void TestLooseAnswers::aCursorThatIsNoneIsNotTheEnd()
{
    const auto definition =
        changed(minimal(), u"list.paging"_s,
                jsonValue("{'by':'cursor','parameter':'after','next':'next','sizeParameter':'count','size':100}"));
    ServiceFixture fixture(definition);
    fixture.server.setDefault(answer(200, json("{'entries':[],'next':{'href':'/list?after=x'}}")));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QVERIFY2(list.error().message.startsWith(u"next: "), qPrintable(list.error().message));
}

void TestLooseAnswers::anAbsentListIsEmptyWhereAllowed()
{
    ServiceFixture strict(parsed(minimal()));
    strict.server.setDefault(answer(200, json("{'name':'main'}")));
    QVERIFY(!strict.fetch().has_value());
    for (const char *body : {"{'name':'main'}", "{'name':'main','entries':null}"}) {
        ServiceFixture fixture(changed(minimal(), u"list.whenAbsent"_s, u"empty"_s));
        fixture.server.setDefault(answer(200, json(body)));
        const auto list = fixture.fetch();
        QVERIFY2(list.has_value(), body);
        QVERIFY(list->empty());
    }
    ServiceFixture other(changed(minimal(), u"list.whenAbsent"_s, u"empty"_s));
    other.server.setDefault(answer(200, json("{'entries':'none'}")));
    QVERIFY(!other.fetch().has_value());
}

void TestLooseAnswers::keysThatStandTwice_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const char *text, const QString &key) {
        QTest::newRow(name) << json(text) << key;
    };
    row("none", "{'a':1,'b':{'a':2},'c':[{'a':1},{'a':2}]}", {});
    row("at the top", "{'a':1,'b':2,'a':3}", u"a"_s);
    row("inside a list", "[{'x':1},{'x':1,'y':[],'x':2}]", u"x"_s);
    row("around an object", "{'a':{'b':1},'a':1}", u"a"_s);
    row("a value like a key", "{'a':'b','b':'a'}", {});
    row("an escaped spelling", "{'a':1,'\\u0061':2}", u"a"_s);
    row("a brace and a quote in a text", "{'a':'}{\\'a\\':','b':1}", {});
    row("a blank before the colon", "{'a' :1,'a'\n:2}", u"a"_s);
    row("the empty one", "{'':1,'':2}", u""_s);
}

void TestLooseAnswers::keysThatStandTwice()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, key);
    const auto found = duplicateKey(text);
    QCOMPARE(found.has_value(), !key.isNull());
    QCOMPARE(found.value_or(QString()), key);
}

void TestLooseAnswers::anAnswerWithAKeyTwiceIsRefused()
{
    ServiceFixture fixture(parsed(minimal()));
    fixture.server.setDefault(answer(200, json("{'entries':[{'ip':'10.0.0.1'}],'entries':[]}")));
    const auto list = fixture.fetch();
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, ErrorKind::UnreadableAnswer);
    QVERIFY(list.error().message.contains(u"“entries” stands twice"_s));
}

GATEHOUSE_TEST(TestLooseAnswers, QCoreApplication)
#include "tst_loose_answers.moc"
