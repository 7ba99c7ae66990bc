// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Text.h"
#include "support/Entries.h"
#include "support/TestProgram.h"
#include "support/ZoneOverride.h"

#include <QLocale>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class TestText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void readsAndWritesRanges();
    void countsAnErrorsPositionInCharacters();
    void describesParseErrors();
    void describesRanges_data();
    void describesRanges();
    void describesCounts_data();
    void describesCounts();
    void namesEveryClass();
    void anHourThatComesTwiceIsToldApart();
};

void TestText::readsAndWritesRanges()
{
    const Parsed<IpRange> parsed = parseRange(u"2001:DB8:0::/48"_s);
    QVERIFY(parsed);
    QCOMPARE(toQString(*parsed), u"2001:db8::/48"_s);
    QCOMPARE(toShortQString(range(u"203.0.113.5/32"_s)), u"203.0.113.5"_s);
    QCOMPARE(toQString(range(u"203.0.113.5"_s)), u"203.0.113.5/32"_s);
    QCOMPARE(toQString(*parseAddress(u"::ffff:203.0.113.5"_s)), u"203.0.113.5"_s);
    QVERIFY(!parseAddress(u"*"_s));
    QVERIFY(!parseRange(QString()));
}

void TestText::countsAnErrorsPositionInCharacters()
{
    QCOMPARE(parseRange(u"2001:é::1/48"_s).error().position, 5U);
    QCOMPARE(parseRange(u"203.0.113.5 é"_s).error().position, 11U);
    QCOMPARE(parseAddress(u"😀"_s).error().position, 0U);
}

void TestText::describesParseErrors()
{
    ParseError error;
    error.sentence = "Nothing to fill in.";
    QCOMPARE(describe(error), u"Nothing to fill in."_s);
    error.sentence = "One %1.";
    error.arguments[0] = "place";
    QCOMPARE(describe(error), u"One place."_s);
    error.sentence = "Two %2 in the %1.";
    error.arguments[1] = "%1 ones";
    QCOMPARE(describe(error), u"Two %1 ones in the place."_s);

    const Parsed<IpRange> parsed = parseRange(u"203.0.113.5/33"_s);
    QCOMPARE(describe(parsed.error()), QString::fromStdString(parsed.error().message()));
    QVERIFY(!describe(parsed.error()).contains(u'%'));
}

void TestText::describesRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("description");

    QTest::newRow("a network") << u"8.8.8.0/24"_s << u"256 addresses, 8.8.8.0 – 8.8.8.255"_s;
    QTest::newRow("an address") << u"8.8.8.8"_s << u"1 address"_s;
    QTest::newRow("an IPv6 address") << u"2606:4700::1"_s << u"1 address"_s;
    QTest::newRow("grouped digits") << u"8.8.0.0/16"_s << u"65,536 addresses, 8.8.0.0 – 8.8.255.255"_s;
    QTest::newRow("a large network") << u"2606:4700::/32"_s
                                     << u"2^96 addresses, 2606:4700:: – 2606:4700:ffff:ffff:ffff:ffff:ffff:ffff"_s;
    QTest::newRow("any") << u"*"_s << u"every address of IPv4 and IPv6"_s;
    QTest::newRow("all of IPv4") << u"0.0.0.0/0"_s << u"every address of IPv4"_s;
    QTest::newRow("all of IPv6") << u"::/0"_s << u"every address of IPv6"_s;
    QTest::newRow("private") << u"10.0.0.0/24"_s << u"256 addresses, 10.0.0.0 – 10.0.0.255 (private, RFC 1918)"_s;
    QTest::newRow("a private address") << u"192.168.1.7"_s << u"1 address (private, RFC 1918)"_s;
}

void TestText::describesRanges()
{
    QFETCH(const QString, text);
    QTEST(describe(range(text)), "description");
}

void TestText::describesCounts_data()
{
    QTest::addColumn<AddressCount>("count");
    QTest::addColumn<QString>("text");

    AddressCount everything = AddressCount::powerOfTwo(128);
    everything += AddressCount::powerOfTwo(32);
    AddressCount beyond(1'000'000'000'000'000);
    beyond += AddressCount(1);
    QTest::newRow("none") << AddressCount() << u"0"_s;
    QTest::newRow("some") << AddressCount(1234567) << u"1,234,567"_s;
    QTest::newRow("a quadrillion") << AddressCount(1'000'000'000'000'000) << u"1,000,000,000,000,000"_s;
    QTest::newRow("one more") << beyond << u"about 2^50"_s;
    QTest::newRow("a power") << AddressCount::powerOfTwo(64) << u"2^64"_s;
    QTest::newRow("all of IPv6") << AddressCount::powerOfTwo(128) << u"2^128"_s;
    QTest::newRow("everything") << everything << u"about 2^128"_s;
}

void TestText::describesCounts()
{
    QFETCH(const AddressCount, count);
    QTEST(describeCount(count), "text");
}

void TestText::namesEveryClass()
{
    QStringList names;
    for (int value = 0; value <= static_cast<int>(AddressClass::Reserved); ++value)
        names += titleOf(static_cast<AddressClass>(value));
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!names.contains(QString()));
}

void TestText::anHourThatComesTwiceIsToldApart()
{
    const ZoneOverride berlin("Europe/Berlin");
    const QDateTime summer(QDate(2027, 10, 31), QTime(0, 30), Qt::UTC);
    const QDateTime winter = summer.addSecs(3600);
    QCOMPARE(localMoment(summer), u"10/31/27 2:30 AM CEST"_s);
    QCOMPARE(localMoment(winter), u"10/31/27 2:30 AM CET"_s);
    QCOMPARE(localMoment(winter.toOffsetFromUtc(7200)), localMoment(winter));
}

GATEHOUSE_TEST(TestText, QCoreApplication)
#include "tst_text.moc"
