// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "services/EntryPairs.h"
#include "services/ExpiryForm.h"
#include "services/JsonPath.h"
#include "services/RangeForm.h"
#include "services/TextTemplate.h"
#include "services/TimeForm.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

ExpiryForm expiryForm(bool takesTime, bool takesName)
{
    ExpiryForm form;
    form.field = *JsonPath::parse(u"end"_s);
    form.takesTime = takesTime;
    form.grain = 1h;
    if (takesName) {
        form.takesName = ExpiryForm::Names{
            *JsonPath::parse(u"name"_s), u"NEVER"_s, {{u"SIX_HOURS"_s, 6h}, {u"DAY"_s, 24h}, {u"WEEK"_s, 24h * 7}}};
    }
    return form;
}

std::optional<QDateTime> afterNoon(std::chrono::seconds left)
{
    return noon.addSecs(left.count());
}

} // namespace

Q_DECLARE_METATYPE(std::chrono::seconds)

class TestForms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRanges_data();
    void writesRanges();
    void readsEverySpellingOfARange_data();
    void readsEverySpellingOfARange();
    void readsTimes_data();
    void readsTimes();
    void writesTimes();
    void writesExpiries_data();
    void writesExpiries();
    void holdsExpiries_data();
    void holdsExpiries();
    void findsPaths();
    void setsAndRemovesPaths();
    void fillsTemplates();
    void fillsJson();
    void pairsBecomeOneAndTwoAgain();
    void eachHalfFindsTheFirstOther();
    void unequalEntriesAreNoPair();
};

void TestForms::writesRanges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("cidr");
    QTest::newRow("address") << QByteArray("203.0.113.5") << u"203.0.113.5"_s << u"203.0.113.5/32"_s;
    QTest::newRow("IPv6 address") << QByteArray("2001:DB8::5") << u"2001:db8::5"_s << u"2001:db8::5/128"_s;
    QTest::newRow("block") << QByteArray("203.0.113.0/24") << u"203.0.113.0/24"_s << u"203.0.113.0/24"_s;
    QTest::newRow("everyone") << QByteArray("*") << u"*"_s << u"*"_s;
}

void TestForms::writesRanges()
{
    QFETCH(const QByteArray, text);
    QTEST((RangeForm{RangeForm::Single::Plain, RangeForm::Any::Star}.write(range(text.constData()))), "plain");
    QTEST((RangeForm{RangeForm::Single::Cidr, RangeForm::Any::Star}.write(range(text.constData()))), "cidr");
}

void TestForms::readsEverySpellingOfARange_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected"); // empty: no range
    QTest::newRow("address") << u"203.0.113.5"_s << QByteArray("203.0.113.5/32");
    QTest::newRow("host bits") << u"203.0.113.5/24"_s << QByteArray("203.0.113.0/24");
    QTest::newRow("blanks around") << u" 203.0.113.5 "_s << QByteArray("203.0.113.5/32");
    QTest::newRow("long IPv6") << u"2001:0DB8:0:0::1"_s << QByteArray("2001:db8::1/128");
    QTest::newRow("star") << u"*"_s << QByteArray("*");
    QTest::newRow("all of IPv4") << u"0.0.0.0/0"_s << QByteArray("0.0.0.0/0");
    QTest::newRow("nothing") << QString() << QByteArray();
    QTest::newRow("a name") << u"office"_s << QByteArray();
    QTest::newRow("out of bounds") << u"300.1.1.1"_s << QByteArray();
}

void TestForms::readsEverySpellingOfARange()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, expected);
    const auto read = readRange(text);
    QCOMPARE(read.has_value(), !expected.isEmpty());
    if (read)
        QCOMPARE(QByteArray::fromStdString(read->toString()), expected);
    else
        QVERIFY(!read.error().isEmpty());
}

void TestForms::readsTimes_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("form");
    QTest::addColumn<QDateTime>("expected"); // null: no time
    const int iso = int(TimeForm::Iso);
    const int seconds = int(TimeForm::EpochSeconds);
    const int milliseconds = int(TimeForm::EpochMilliseconds);
    const qint64 epoch = noon.toSecsSinceEpoch();
    QTest::newRow("UTC") << QJsonValue(u"2026-03-01T12:00:00Z"_s) << iso << noon;
    QTest::newRow("milliseconds") << QJsonValue(u"2026-03-01T12:00:00.250Z"_s) << iso << noon.addMSecs(250);
    QTest::newRow("microseconds") << QJsonValue(u"2026-03-01T12:00:00.250000Z"_s) << iso << noon.addMSecs(250);
    QTest::newRow("offset") << QJsonValue(u"2026-03-01T14:30:00+02:30"_s) << iso << noon;
    QTest::newRow("no zone") << QJsonValue(u"2026-03-01T12:00:00"_s) << iso << QDateTime();
    QTest::newRow("date alone") << QJsonValue(u"2026-03-01"_s) << iso << QDateTime();
    QTest::newRow("impossible date") << QJsonValue(u"2026-02-30T12:00:00Z"_s) << iso << QDateTime();
    QTest::newRow("number for a text") << QJsonValue(epoch) << iso << noon;
    QTest::newRow("epoch") << QJsonValue(epoch) << seconds << noon;
    QTest::newRow("epoch with a fraction") << QJsonValue(double(epoch) + 0.5) << seconds << noon.addMSecs(500);
    QTest::newRow("epoch in milliseconds") << QJsonValue(epoch * 1000) << milliseconds << noon;
    QTest::newRow("milliseconds taken for seconds") << QJsonValue(epoch * 1000) << seconds << QDateTime();
    QTest::newRow("a number in a text") << QJsonValue(u"1772366400"_s) << seconds << noon;
    QTest::newRow("words for a number") << QJsonValue(u"noon"_s) << seconds << QDateTime();
}

void TestForms::readsTimes()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const int, form);
    QFETCH(const QDateTime, expected);
    const auto time = readTime(value, TimeForm(form));
    QCOMPARE(time.has_value(), expected.isValid());
    if (time) {
        QCOMPARE(*time, expected);
        QCOMPARE(time->timeSpec(), Qt::UTC);
    }
}

void TestForms::writesTimes()
{
    const QDateTime local = noon.addMSecs(900).toOffsetFromUtc(3600);
    QCOMPARE(writeTime(local, TimeForm::Iso), QJsonValue(u"2026-03-01T12:00:00Z"_s));
    QCOMPARE(writeTime(local, TimeForm::EpochSeconds), QJsonValue(noon.toSecsSinceEpoch()));
    QCOMPARE(writeTime(local, TimeForm::EpochMilliseconds), QJsonValue(noon.toMSecsSinceEpoch()));
}

void TestForms::writesExpiries_data()
{
    QTest::addColumn<bool>("takesTime");
    QTest::addColumn<bool>("takesName");
    QTest::addColumn<std::chrono::seconds>("left"); // 0: never
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, bool time, bool named, std::chrono::seconds left, const char *expected) {
        QTest::newRow(name) << time << named << left << json(expected);
    };
    row("time: never", true, false, 0s, "{'end':null}");
    row("time: a day", true, false, 24h, "{'end':'2026-03-02T12:00:00Z'}");
    row("either: never", true, true, 0s, "{'name':'NEVER'}");
    row("either: exactly a day", true, true, 24h, "{'name':'DAY'}");
    row("either: a day and some thinking", true, true, 24h - 5min, "{'name':'DAY'}");
    row("either: a day and much thinking", true, true, 24h - 5min - 1s, "{'end':'2026-03-02T11:54:59Z'}");
    row("either: a grain more than a day", true, true, 25h, "{'name':'DAY'}");
    row("either: more than a grain more", true, true, 25h + 1s, "{'end':'2026-03-02T13:00:01Z'}");
    row("either: beyond every name", true, true, 24h * 30, "{'end':'2026-03-31T12:00:00Z'}");
    row("either: in the past", true, true, -1h, "{'end':'2026-03-01T11:00:00Z'}");
    row("names: never", false, true, 0s, "{'name':'NEVER'}");
    row("names: exactly six hours", false, true, 6h, "{'name':'SIX_HOURS'}");
    row("names: little more than six hours", false, true, 6h + 1s, "{'name':'DAY'}");
    row("names: two days", false, true, 48h, "{'name':'WEEK'}");
    row("names: beyond every name", false, true, 24h * 30, "{'name':'WEEK'}");
    row("names: in the past", false, true, -1h, "{'name':'SIX_HOURS'}");
    row("nothing is taken", false, false, 24h, "{}");
}

void TestForms::writesExpiries()
{
    QFETCH(const bool, takesTime);
    QFETCH(const bool, takesName);
    QFETCH(const std::chrono::seconds, left);
    QFETCH(const QByteArray, expected);
    QJsonObject object;
    writeExpiry(object, expiryForm(takesTime, takesName), left == 0s ? std::nullopt : afterNoon(left), noon);
    QCOMPARE(QJsonDocument(object).toJson(QJsonDocument::Compact), expected);
}

void TestForms::holdsExpiries_data()
{
    QTest::addColumn<bool>("takesTime");
    QTest::addColumn<bool>("takesName");
    QTest::addColumn<std::chrono::seconds>("wanted"); // 0: never
    QTest::addColumn<std::chrono::seconds>("live");
    QTest::addColumn<bool>("holds");
    QTest::newRow("never") << true << false << 0s << 0s << true;
    QTest::newRow("never wanted, ends") << true << false << 0s << std::chrono::seconds(24h) << false;
    QTest::newRow("end wanted, never") << true << false << std::chrono::seconds(24h) << 0s << false;
    QTest::newRow("within the grain") << true << false << std::chrono::seconds(24h) << std::chrono::seconds(23h)
                                      << true;
    QTest::newRow("beyond the grain") << true << false << std::chrono::seconds(24h) << std::chrono::seconds(23h - 1s)
                                      << false;
    QTest::newRow("grain and thinking") << true << true << std::chrono::seconds(24h) << std::chrono::seconds(25h + 5min)
                                        << true;
    QTest::newRow("beyond both") << true << true << std::chrono::seconds(24h) << std::chrono::seconds(25h + 6min)
                                 << false;
    QTest::newRow("the next name") << false << true << std::chrono::seconds(48h) << std::chrono::seconds(24h * 7)
                                   << true;
    QTest::newRow("a name, hours after it was sent")
        << false << true << std::chrono::seconds(8h) << std::chrono::seconds(20h) << true;
    QTest::newRow("later than a name sent now")
        << false << true << std::chrono::seconds(8h) << std::chrono::seconds(30h) << false;
    QTest::newRow("an end that is still too soon")
        << false << true << std::chrono::seconds(20h) << std::chrono::seconds(8h) << false;
    QTest::newRow("a name before") << false << true << std::chrono::seconds(48h) << std::chrono::seconds(24h) << false;
}

void TestForms::holdsExpiries()
{
    QFETCH(const bool, takesTime);
    QFETCH(const bool, takesName);
    QFETCH(const std::chrono::seconds, wanted);
    QFETCH(const std::chrono::seconds, live);
    const auto time = [](std::chrono::seconds left) { return left == 0s ? std::nullopt : afterNoon(left); };
    QTEST(holdsExpiry(expiryForm(takesTime, takesName), time(live), time(wanted), noon), "holds");
}

void TestForms::findsPaths()
{
    const QJsonValue root = jsonValue("{'data':{'entries':[1],'none':null},'message':'','n':12345678901,'error':'no'}");
    const auto path = [](const QString &text) { return *JsonPath::parse(text); };
    QCOMPARE(path(u"data.entries"_s).findIn(root), QJsonValue(QJsonArray{1}));
    QCOMPARE(path(u"."_s).findIn(root), root);
    QVERIFY(path(u"data.missing.deep"_s).findIn(root).isUndefined());
    QVERIFY(path(u"message.deep"_s).findIn(root).isUndefined());
    QVERIFY(findFirst({path(u"data.none"_s), path(u"data.missing"_s)}, root).isUndefined());
    QCOMPARE(findText({path(u"message"_s), path(u"data"_s), path(u"error"_s)}, root), u"no"_s);
    QCOMPARE(findText({path(u"n"_s)}, root), u"12345678901"_s);
    QCOMPARE(path(u"data.entries"_s).toString(), u"data.entries"_s);
    QVERIFY(!JsonPath::parse({}));
    QVERIFY(!JsonPath::parse(u"a."_s));
}

void TestForms::setsAndRemovesPaths()
{
    QJsonObject object = jsonValue("{'spec':{'kept':1}}").toObject();
    const JsonPath path = *JsonPath::parse(u"spec.match.ip"_s);
    path.setIn(object, u"*"_s);
    QCOMPARE(QJsonValue(object), jsonValue("{'spec':{'kept':1,'match':{'ip':'*'}}}"));
    path.removeFrom(object);
    QCOMPARE(QJsonValue(object), jsonValue("{'spec':{'kept':1}}"));
    path.removeFrom(object);
    QCOMPARE(QJsonValue(object), jsonValue("{'spec':{'kept':1}}"));
}

void TestForms::fillsTemplates()
{
    const auto text = TextTemplate::parse(u"/keys/{keyId}/list/{n}"_s);
    QVERIFY(text.has_value());
    QCOMPARE(text->names(), (QStringList{u"keyId"_s, u"n"_s}));
    QVERIFY(!text->isSinglePlace());
    QCOMPARE(text->fill({{u"keyId"_s, u"a"_s}}), u"/keys/a/list/"_s);
    QCOMPARE(text->fill({{u"keyId"_s, u"a"_s}}, [](const QString &value) { return QString(u'<' + value + u'>'); }),
             u"/keys/<a>/list/<>"_s);
    for (const QString &broken : {u"{"_s, u"}"_s, u"{}"_s, u"{a b}"_s, u"{{a}}"_s, u"{a"_s, u"a}"_s, u"{1a}"_s})
        QVERIFY2(!TextTemplate::parse(broken), qPrintable(broken));
}

void TestForms::fillsJson()
{
    const TemplateValues values{{u"list"_s, QJsonArray{1, 2}}, {u"name"_s, u"x"_s}};
    QCOMPARE(fillJson(jsonValue("{'a':'{list}','b':['{name}','{missing}',true],'c':'{missing}','d':'my {name}','e':1}"),
                      values),
             jsonValue("{'a':[1,2],'b':['x',true],'d':'my x','e':1}"));
    QCOMPARE(fillJson(u"{list}"_s, values), QJsonValue(QJsonArray{1, 2}));
    QVERIFY(fillJson(u"{missing}"_s, values).isUndefined());
}

void TestForms::pairsBecomeOneAndTwoAgain()
{
    const std::vector<Entry> held{entry("::/0", u"all"_s, u"id6"_s), entry("10.0.0.0/8"),
                                  entry("0.0.0.0/0", u"all"_s, u"id4"_s)};
    const std::vector<Entry> seen = folded(held);
    QCOMPARE(seen.size(), 2U);
    QVERIFY(seen[0].content.range.isAny());
    QCOMPARE(seen[0].content.label, u"all"_s);
    QCOMPARE(seen[1].content.range, range("10.0.0.0/8"));

    const std::vector<Entry> again = unfolded(seen[0]);
    QCOMPARE(again.size(), 2U);
    QCOMPARE(again[0].content.range, range("0.0.0.0/0"));
    QCOMPARE(again[0].remoteId, u"id4"_s);
    QCOMPARE(again[1].content.range, range("::/0"));
    QCOMPARE(again[1].remoteId, u"id6"_s);
    QCOMPARE(unfolded(seen[1]).size(), 1U);
    // A new one has no ids yet.
    QVERIFY(unfolded(entry("*"))[1].remoteId.isEmpty());
}

void TestForms::eachHalfFindsTheFirstOther()
{
    const std::vector<Entry> seen =
        folded({entry("0.0.0.0/0", u"a"_s, u"1"_s), entry("0.0.0.0/0", u"b"_s, u"2"_s),
                entry("0.0.0.0/0", u"a"_s, u"3"_s), entry("::/0", u"a"_s, u"4"_s), entry("::/0", u"a"_s, u"5"_s),
                entry("::/0", u"c"_s, u"6"_s), entry("::/0", u"a"_s, u"7"_s)});
    QStringList ids;
    for (const Entry &entry : seen)
        ids += QString(entry.remoteId).replace(u'\n', u'+');
    QCOMPARE(ids, (QStringList{u"1+4"_s, u"2"_s, u"3+5"_s, u"6"_s, u"7"_s}));
}

void TestForms::unequalEntriesAreNoPair()
{
    const std::vector<Entry> labels{entry("0.0.0.0/0", u"a"_s), entry("::/0", u"b"_s)};
    QCOMPARE(folded(labels), labels);
    std::vector<Entry> fields{entry("0.0.0.0/0"), entry("::/0")};
    fields[0].unknownFields.insert(u"tag"_s, 1);
    QCOMPARE(folded(fields), fields);
    const std::vector<Entry> alone{entry("0.0.0.0/0"), entry("0.0.0.0/0")};
    QCOMPARE(folded(alone), alone);
}

GATEHOUSE_TEST(TestForms, QCoreApplication)
#include "tst_forms.moc"
