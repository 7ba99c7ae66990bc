// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "services/EntryCodec.h"
#include "services/Wire.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

} // namespace

class TestEntryCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void readsWhoMadeIt_data();
    void readsWhoMadeIt();
    void absentFieldsAreEmpty();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void writesForEachUse();
    void writesEmptyLabels_data();
    void writesEmptyLabels();
    void anExpiryThatIsKeptIsNotSent();

private:
    [[nodiscard]] static const EntryForm &form(const std::shared_ptr<const ServiceDefinition> &definition)
    {
        return definition->wire->entry;
    }

    std::shared_ptr<const ServiceDefinition> m_inhouse = parsed(definitionText(u"inhouse"_s));
    std::shared_ptr<const ServiceDefinition> m_single = parsed(definitionText(u"single"_s));
};

void TestEntryCodec::readsEveryField()
{
    const auto read =
        readEntry(jsonValue("{'nr':7,'match':{'source':'10.0.0.0/8','ports':[443]},'note':'VPN',"
                            "'state':'DISABLED','until':1772452800,'made':{'at':1772366400000,'by':'Ann'},"
                            "'hits':99,'colour':'red'}"),
                  form(m_inhouse));
    QVERIFY(read.has_value());
    QCOMPARE(read->remoteId, u"7"_s);
    QVERIFY(read->key.isNull());
    QCOMPARE(read->content, (EntryContent{range("10.0.0.0/8"), u"VPN"_s, false, noon.addDays(1)}));
    QCOMPARE(read->provenance, (Provenance{noon, u"Ann"_s, {}, {}}));
    QCOMPARE(QJsonValue(read->unknownFields), jsonValue("{'colour':'red','match':{'ports':[443]}}"));
}

void TestEntryCodec::readsWhoMadeIt_data()
{
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a user") << json("{'id':'u1','fullName':'Jane Doe'}") << u"Jane Doe"_s;
    QTest::newRow("a token") << json("{'id':'u1','apiTokenName':'ci'}") << u"ci"_s;
    QTest::newRow("an id alone") << json("{'id':'u1','fullName':null}") << u"u1"_s;
    QTest::newRow("nobody") << json("null") << QString();
}

void TestEntryCodec::readsWhoMadeIt()
{
    QFETCH(const QByteArray, subject);
    const QByteArray text =
        json("{'id':'a','ipAddressRange':'10.0.0.0/8','organizationId':'o','createdBy':") + subject + '}';
    const auto read = readEntry(QJsonDocument::fromJson(text).object(), form(m_single));
    QVERIFY(read.has_value());
    QTEST(read->provenance.createdBy, "expected");
    QVERIFY(read->unknownFields.isEmpty());
}

void TestEntryCodec::absentFieldsAreEmpty()
{
    const auto read = readEntry(jsonValue("{'nr':7,'match':{'source':'10.0.0.1'},'note':null,'state':'ENABLED',"
                                          "'made':{'at':'yesterday'}}"),
                                form(m_inhouse));
    QVERIFY(read.has_value());
    QVERIFY(read->content.label.isEmpty());
    QVERIFY(!read->content.expiresAt);
    QCOMPARE(read->provenance, Provenance());
}

void TestEntryCodec::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("the range under another name")
        << json("{'nr':7,'source':'10.0.0.1','state':'ENABLED'}") << u"match.source"_s;
    QTest::newRow("no id") << json("{'match':{'source':'*'},'state':'ENABLED'}") << u"nr"_s;
    QTest::newRow("id of another type") << json("{'nr':'a7','match':{'source':'*'},'state':'ENABLED'}") << u"nr"_s;
    QTest::newRow("state unknown") << json("{'nr':7,'match':{'source':'*'},'state':'PAUSED'}") << u"state"_s;
    QTest::newRow("state missing") << json("{'nr':7,'match':{'source':'*'}}") << u"state"_s;
    QTest::newRow("label is no text") << json("{'nr':7,'match':{'source':'*'},'state':'ENABLED','note':[5]}")
                                      << u"note"_s;
    QTest::newRow("expiry without a zone")
        << json("{'nr':7,'match':{'source':'*'},'state':'ENABLED','until':'2026-03-01T12:00:00'}") << u"until"_s;
}

void TestEntryCodec::refusesWhatItCannotRead()
{
    QFETCH(const QByteArray, text);
    const auto read = readEntry(QJsonDocument::fromJson(text).object(), form(m_inhouse));
    QVERIFY(!read.has_value());
    QTEST(read.error().field, "field");
    QVERIFY(!read.error().reason.isEmpty());
    QVERIFY(!readEntry(u"10.0.0.1"_s, form(m_inhouse)).has_value());
}

void TestEntryCodec::writesForEachUse()
{
    Entry known = entry("10.0.0.1", u"VPN"_s, u"7"_s);
    known.unknownFields = jsonValue("{'colour':'red','match':{'ports':[443]}}").toObject();
    known.content.active = false;
    const auto written = [&](EntryUse use) { return QJsonValue(writeEntry(known, form(m_inhouse), use, false, noon)); };
    QCOMPARE(written(EntryUse::Create),
             jsonValue("{'match':{'source':'10.0.0.1/32'},'note':'VPN','state':'DISABLED','until':null}"));
    QCOMPARE(written(EntryUse::Update), jsonValue("{'match':{'source':'10.0.0.1/32','ports':[443]},'note':'VPN',"
                                                  "'state':'DISABLED','until':null,'colour':'red'}"));
    QCOMPARE(written(EntryUse::InOwnRight), jsonValue("{'nr':7,'match':{'source':'10.0.0.1/32','ports':[443]},"
                                                      "'note':'VPN','state':'DISABLED','until':null,'colour':'red'}"));
    known.remoteId.clear();
    QVERIFY(!written(EntryUse::InOwnRight).toObject().contains(u"nr"_s));
}

void TestEntryCodec::writesEmptyLabels_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("omitted") << u"whole"_s << json("{'address':'10.0.0.1'}");
    QTest::newRow("null") << u"envelope"_s << json("{'cidr':'10.0.0.1','label':null}");
    QTest::newRow("text") << u"inhouse"_s
                          << json("{'match':{'source':'10.0.0.1/32'},'note':'','state':'ENABLED','until':null}");
}

void TestEntryCodec::writesEmptyLabels()
{
    QFETCH(const QString, definition);
    const auto written =
        writeEntry(entry("10.0.0.1"), form(parsed(definitionText(definition))), EntryUse::Create, false, noon);
    QTEST(QJsonDocument(written).toJson(QJsonDocument::Compact), "expected");
}

void TestEntryCodec::anExpiryThatIsKeptIsNotSent()
{
    Entry known = entry("10.0.0.1", {}, u"7"_s);
    known.content.expiresAt = noon.addDays(1);
    // This service forgets what is not sent.
    QVERIFY(writeEntry(known, form(m_inhouse), EntryUse::Update, true, noon).contains(u"until"_s));
    const auto keeping = parsedWith(u"inhouse"_s, u"entry.expiry.keptWhenOmitted"_s, true);
    QVERIFY(!writeEntry(known, form(keeping), EntryUse::Update, true, noon).contains(u"until"_s));
    QVERIFY(writeEntry(known, form(keeping), EntryUse::Update, false, noon).contains(u"until"_s));
}

GATEHOUSE_TEST(TestEntryCodec, QCoreApplication)
#include "tst_entry_codec.moc"
