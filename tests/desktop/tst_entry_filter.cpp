// SPDX-License-Identifier: Apache-2.0
#include "SampleRows.h"
#include "desktop/models/EntryFilter.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using Quick = EntryFilter::Quick;

class TestEntryFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByText_data();
    void findsByText();
    void findsByState_data();
    void findsByState();
    void saysWhatItShows_data();
    void saysWhatItShows();
    void showsAllWithoutWords();
    void knowsWhenTimeMatters();

private:
    const QDateTime m_now{QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
};

void TestEntryFilter::findsByText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool>("found");

    const auto row = [](const char *name, const QString &text, const QString &range, const QString &label, bool found) {
        QTest::newRow(name) << text << range << label << found;
    };
    row("address inside a block", u"10.1.2.3"_s, u"10.0.0.0/8"_s, u""_s, true);
    row("address itself", u"10.1.2.3"_s, u"10.1.2.3"_s, u""_s, true);
    row("address outside", u"10.1.2.3"_s, u"10.1.2.0/31"_s, u""_s, false);
    row("address with blanks around", u"  10.1.2.3 "_s, u"10.0.0.0/8"_s, u""_s, true);
    row("address is let in by any", u"10.1.2.3"_s, u"*"_s, u""_s, true);
    row("address is not a part of text", u"10.1.2.3"_s, u"10.1.2.30"_s, u""_s, false);
    row("IPv6 address inside", u"2001:db8::5"_s, u"2001:db8::/32"_s, u""_s, true);
    row("IPv6 address written otherwise", u"2001:0DB8:0:0::5"_s, u"2001:db8::5"_s, u""_s, true);
    row("IPv4 address is in no IPv6 block", u"10.1.2.3"_s, u"::/0"_s, u""_s, false);
    row("mapped IPv4 address", u"::ffff:10.1.2.3"_s, u"10.0.0.0/8"_s, u""_s, true);
    row("block inside another", u"10.1.0.0/16"_s, u"10.0.0.0/8"_s, u""_s, true);
    row("block around another", u"10.0.0.0/8"_s, u"10.1.0.0/16"_s, u""_s, true);
    row("blocks apart", u"10.0.0.0/8"_s, u"11.0.0.0/8"_s, u""_s, false);
    row("block with host bits", u"10.1.2.3/8"_s, u"10.9.9.9"_s, u""_s, true);
    row("part of the label", u"ffi"_s, u"10.0.0.1"_s, u"Office"_s, true);
    row("label in other case", u"OFFICE"_s, u"10.0.0.1"_s, u"office Berlin"_s, true);
    row("label of other letters in other case", u"ÄRZTE"_s, u"10.0.0.1"_s, u"ärzte"_s, true);
    row("not in the label", u"Hamburg"_s, u"10.0.0.1"_s, u"office Berlin"_s, false);
    row("first numbers of a range", u"203.0."_s, u"203.0.113.0/24"_s, u""_s, true);
    row("prefix of a range", u"/24"_s, u"203.0.113.0/24"_s, u""_s, true);
    row("prefix that is not shown", u"/32"_s, u"203.0.113.7"_s, u""_s, false);
    row("groups of IPv6 in other case", u"2001:DB8"_s, u"2001:db8::/48"_s, u""_s, true);
    row("numbers in the label", u"203.0."_s, u"10.0.0.1"_s, u"was 203.0.113.7"_s, true);
    row("asterisk", u"*"_s, u"*"_s, u""_s, true);
    row("asterisk is not everything", u"*"_s, u"10.0.0.1"_s, u""_s, false);
    row("any by its name", u"any"_s, u"*"_s, u""_s, true);
    row("any by its name only there", u"any"_s, u"10.0.0.1"_s, u""_s, false);
    row("percent is an ordinary character", u"%1"_s, u"10.0.0.1"_s, u"100%1"_s, true);
}

void TestEntryFilter::findsByText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, range);
    QFETCH(const QString, label);
    QFETCH(const bool, found);
    QCOMPARE(EntryFilter(text).accepts(liveRow(range, label), m_now), found);
}

void TestEntryFilter::findsByState_data()
{
    QTest::addColumn<Quick>("quick");
    QTest::addColumn<QString>("found"); // letters of the rows below

    QTest::newRow("all") << Quick::All << u"aiexrn"_s;
    QTest::newRow("active") << Quick::Active << u"arn"_s;
    QTest::newRow("inactive") << Quick::Inactive << u"ix"_s;
    QTest::newRow("expired") << Quick::Expired << u"ex"_s;
    QTest::newRow("pending") << Quick::Pending << u"rn"_s;
}

void TestEntryFilter::findsByState()
{
    QFETCH(const Quick, quick);
    const QDateTime past = m_now.addSecs(-1);
    const std::vector<EntryRow> rows{
        liveRow(u"10.0.0.1"_s, u"a"_s, m_now.addSecs(1)),
        liveRow(u"10.0.0.2"_s, u"i"_s, std::nullopt, false),
        liveRow(u"10.0.0.3"_s, u"e"_s, m_now), // over at its very second
        liveRow(u"10.0.0.4"_s, u"x"_s, past, false),
        removedRow(liveRow(u"10.0.0.5"_s, u"r"_s)),
        addedRow(u"10.0.0.6"_s, u"n"_s),
    };
    const EntryFilter filter({}, quick);
    QString found;
    for (const EntryRow &row : rows) {
        if (filter.accepts(row, m_now))
            found += row.entry.content.label;
    }
    QTEST(found, "found");
}

void TestEntryFilter::saysWhatItShows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Quick>("quick");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("nothing") << u"  "_s << Quick::All << u""_s;
    QTest::newRow("address") << u"10.1.2.3"_s << Quick::All << u"Entries that let 10.1.2.3 in while they are active"_s;
    QTest::newRow("address, active") << u"10.1.2.3"_s << Quick::Active << u"Active entries: these let 10.1.2.3 in"_s;
    QTest::newRow("IPv6 in canonical form")
        << u"2001:DB8:0::1"_s << Quick::Inactive << u"Inactive entries that would let 2001:db8::1 in"_s;
    QTest::newRow("block as it was meant") << u"10.1.2.3/8"_s << Quick::All << u"Entries that overlap 10.0.0.0/8"_s;
    QTest::newRow("text") << u"office"_s << Quick::Pending
                          << u"Entries with pending changes and “office” in the label or range"_s;
    QTest::newRow("text with a place marker") << u"%1"_s << Quick::All << u"Entries with “%1” in the label or range"_s;
    QTest::newRow("state only") << u""_s << Quick::Expired << u"Expired entries"_s;
}

void TestEntryFilter::saysWhatItShows()
{
    QFETCH(const QString, text);
    QFETCH(const Quick, quick);
    QTEST(EntryFilter(text, quick).sentence(), "sentence");
}

void TestEntryFilter::showsAllWithoutWords()
{
    QVERIFY(EntryFilter().showsAll());
    QVERIFY(EntryFilter(u" \t"_s).showsAll());
    QVERIFY(!EntryFilter(u"x"_s).showsAll());
    QVERIFY(!EntryFilter({}, Quick::Active).showsAll());
    QCOMPARE(EntryFilter(u"10.0.0.0/8"_s), EntryFilter(u" 10.1.1.1/8"_s));
}

void TestEntryFilter::knowsWhenTimeMatters()
{
    QVERIFY(EntryFilter({}, Quick::Active).dependsOnTime());
    QVERIFY(EntryFilter({}, Quick::Expired).dependsOnTime());
    QVERIFY(!EntryFilter(u"10.1.2.3"_s, Quick::Inactive).dependsOnTime());
}

GATEHOUSE_TEST(TestEntryFilter, QCoreApplication)
#include "tst_entry_filter.moc"
