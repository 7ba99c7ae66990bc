// SPDX-License-Identifier: Apache-2.0
#include "ip/RangeSet.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;

namespace {

RangeSet set(const QByteArray &texts)
{
    std::vector<IpRange> ranges;
    for (const QByteArray &text : texts.simplified().split(' ')) {
        if (text.isEmpty())
            continue;
        const auto parsed = IpRange::parse(text.toStdString());
        if (!parsed)
            qFatal("%s: %s", text.constData(), parsed.error().message().c_str());
        ranges.push_back(*parsed);
    }
    return RangeSet(ranges);
}

QByteArray text(const RangeSet &set)
{
    QByteArrayList texts;
    for (const IpRange &range : set.toRanges())
        texts += QByteArray::fromStdString(range.toShortString());
    return texts.join(' ');
}

IpRange range(const char *text)
{
    return *IpRange::parse(text);
}

} // namespace

class TestRangeSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheSmallestSet_data();
    void findsTheSmallestSet();
    void combines_data();
    void combines();
    void looksUp();
    void emptySetHasNothing();
    void countsExactly();
    void equalSetsAreEqual();
    void mergesManyHosts();
};

void TestRangeSet::findsTheSmallestSet_data()
{
    QTest::addColumn<QByteArray>("ranges");
    QTest::addColumn<QByteArray>("smallest");
    const auto row = [](const char *name, const char *ranges, const char *smallest) {
        QTest::newRow(name) << QByteArray(ranges) << QByteArray(smallest);
    };
    row("nothing", "", "");
    row("one address", "10.0.0.1", "10.0.0.1");
    row("duplicates", "10.0.0.1 10.0.0.1/32 ::ffff:10.0.0.1", "10.0.0.1");
    row("covered", "10.0.0.0/8 10.1.0.0/16 10.2.3.4", "10.0.0.0/8");
    row("two halves", "10.0.0.0/9 10.128.0.0/9", "10.0.0.0/8");
    row("neighbours without a common parent", "10.0.0.1 10.0.0.2", "10.0.0.1 10.0.0.2");
    row("cascade", "10.0.0.0/25 10.0.0.128/26 10.0.0.192/27 10.0.0.224/27", "10.0.0.0/24");
    row("unaligned run", "10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4", "10.0.0.1 10.0.0.2/31 10.0.0.4");
    row("families apart, IPv4 first", "::a00:1 10.0.0.1", "10.0.0.1 ::a00:1");
    row("end of IPv4 is not next to the start", "255.255.255.255 0.0.0.0", "0.0.0.0 255.255.255.255");
    row("end of IPv4 is not next to IPv6", "255.255.255.255 ::", "255.255.255.255 ::");
    row("all of IPv4", "0.0.0.0/1 128.0.0.0/1", "0.0.0.0/0");
    row("all of IPv6", "8000::/1 ::/1", "::/0");
    row("all of both is any", "8000::/1 0.0.0.0/0 ::/1", "*");
    row("any swallows all", "10.0.0.1 * ::1", "*");
    row("IPv6 across the 64 bits", "2001:db8:0:0:8000::/65 2001:db8::/65", "2001:db8::/64");
    row("IPv6 carry into the upper half", "2001:db8:0:1::/64 2001:db8::/64", "2001:db8::/63");
    row("end of IPv6", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe/127");
    row("range around the mapped block", "::/80", "::/80");
}

void TestRangeSet::findsTheSmallestSet()
{
    QFETCH(QByteArray, ranges);
    QFETCH(QByteArray, smallest);
    QCOMPARE(text(set(ranges)), smallest);
}

void TestRangeSet::combines_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("united");
    QTest::addColumn<QByteArray>("common");
    QTest::addColumn<QByteArray>("difference");
    const auto row = [](const char *name, const char *left, const char *right, const char *united, const char *common,
                        const char *difference) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QByteArray(united) << QByteArray(common)
                            << QByteArray(difference);
    };
    row("with nothing", "10.0.0.0/8", "", "10.0.0.0/8", "", "10.0.0.0/8");
    row("nothing with something", "", "10.0.0.0/8", "10.0.0.0/8", "", "");
    row("apart", "10.0.0.0/8", "192.0.2.0/24", "10.0.0.0/8 192.0.2.0/24", "", "10.0.0.0/8");
    row("a hole in the middle", "10.0.0.0/30", "10.0.0.1", "10.0.0.0/30", "10.0.0.1", "10.0.0.0 10.0.0.2/31");
    row("one hole over two intervals", "10.0.0.0/31 10.0.0.4/31", "10.0.0.1 10.0.0.2/31 10.0.0.4",
        "10.0.0.0/30 10.0.0.4/31", "10.0.0.1 10.0.0.4", "10.0.0.0 10.0.0.5");
    row("the first and the last IPv4 address", "0.0.0.0/0", "0.0.0.0 255.255.255.255", "0.0.0.0/0",
        "0.0.0.0 255.255.255.255",
        "0.0.0.1 0.0.0.2/31 0.0.0.4/30 0.0.0.8/29 0.0.0.16/28 0.0.0.32/27 0.0.0.64/26 0.0.0.128/25 0.0.1.0/24 "
        "0.0.2.0/23 "
        "0.0.4.0/22 0.0.8.0/21 0.0.16.0/20 0.0.32.0/19 0.0.64.0/18 0.0.128.0/17 0.1.0.0/16 0.2.0.0/15 0.4.0.0/14 "
        "0.8.0.0/13 "
        "0.16.0.0/12 0.32.0.0/11 0.64.0.0/10 0.128.0.0/9 1.0.0.0/8 2.0.0.0/7 4.0.0.0/6 8.0.0.0/5 16.0.0.0/4 32.0.0.0/3 "
        "64.0.0.0/2 128.0.0.0/2 192.0.0.0/3 224.0.0.0/4 240.0.0.0/5 248.0.0.0/6 252.0.0.0/7 254.0.0.0/8 255.0.0.0/9 "
        "255.128.0.0/10 255.192.0.0/11 255.224.0.0/12 255.240.0.0/13 255.248.0.0/14 255.252.0.0/15 255.254.0.0/16 "
        "255.255.0.0/17 255.255.128.0/18 255.255.192.0/19 255.255.224.0/20 255.255.240.0/21 255.255.248.0/22 "
        "255.255.252.0/23 255.255.254.0/24 255.255.255.0/25 255.255.255.128/26 255.255.255.192/27 255.255.255.224/28 "
        "255.255.255.240/29 255.255.255.248/30 255.255.255.252/31 255.255.255.254");
    row("half of IPv6", "::/0", "8000::/1", "::/0", "8000::/1", "::/1");
    row("any without IPv4", "*", "0.0.0.0/0", "*", "0.0.0.0/0", "::/0");
    row("any without any", "*", "*", "*", "*", "");
    row("nothing but the mapped block would be left", "::fffe:0:0/95", "::fffe:0:0/96", "::fffe:0:0/95",
        "::fffe:0:0/96", "");
    row("mapped block beside a rest", "::fffe:0:0/95", "::fffe:0:0/97", "::fffe:0:0/95", "::fffe:0:0/97",
        "::fffe:8000:0/97");
    row("mapped block stays inside a broader range", "::/79", "::1:0:0:0/80", "::/79", "::1:0:0:0/80", "::/80");
}

void TestRangeSet::combines()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(QByteArray, united);
    QFETCH(QByteArray, common);
    QFETCH(QByteArray, difference);
    QCOMPARE(text(set(left).united(set(right))), united);
    QCOMPARE(text(set(right).united(set(left))), united);
    QCOMPARE(text(set(left).intersected(set(right))), common);
    QCOMPARE(text(set(right).intersected(set(left))), common);
    QCOMPARE(text(set(left).subtracted(set(right))), difference);
}

void TestRangeSet::looksUp()
{
    const RangeSet some = set("10.0.0.0/8 192.0.2.7 2001:db8::/32");
    QVERIFY(some.contains(*IpAddress::parse("10.255.255.255")));
    QVERIFY(some.contains(*IpAddress::parse("192.0.2.7")));
    QVERIFY(!some.contains(*IpAddress::parse("192.0.2.8")));
    QVERIFY(!some.contains(*IpAddress::parse("9.255.255.255")));
    QVERIFY(some.contains(*IpAddress::parse("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")));
    QVERIFY(!some.contains(*IpAddress::parse("2001:db9::")));
    QVERIFY(some.covers(range("10.0.0.0/9")));
    QVERIFY(!some.covers(range("10.0.0.0/7")));
    QVERIFY(some.overlaps(range("8.0.0.0/6")));
    QVERIFY(!some.overlaps(range("11.0.0.0/8")));
    QVERIFY(some.overlaps(IpRange::any()));
    QVERIFY(!some.covers(IpRange::any()));
    QVERIFY(set("10.0.0.0/9 10.128.0.0/9").covers(range("10.0.0.0/8")));
    QVERIFY(set("::/0 0.0.0.0/0").covers(IpRange::any()));
    QVERIFY(!set("::/0").contains(*IpAddress::parse("1.2.3.4")));
}

void TestRangeSet::emptySetHasNothing()
{
    const RangeSet none;
    QVERIFY(none.isEmpty());
    QVERIFY(!none.contains(IpAddress()));
    QVERIFY(!none.covers(range("0.0.0.0")));
    QVERIFY(!none.overlaps(IpRange::any()));
    QVERIFY(none.toRanges().empty());
    QVERIFY(none == set("10.0.0.1").subtracted(set("10.0.0.0/8")));
    QCOMPARE(none.addressCount().toString(), std::string("0"));
}

void TestRangeSet::countsExactly()
{
    const auto count = [](const char *ranges) {
        return QByteArray::fromStdString(set(ranges).addressCount().toString());
    };
    QCOMPARE(count("10.0.0.0/24 10.0.0.128/25 10.0.1.0"), QByteArray("257"));
    QCOMPARE(count("::/0"), QByteArray("340282366920938463463374607431768211456"));
    QCOMPARE(count("*"), QByteArray("340282366920938463463374607436063178752"));
    QCOMPARE(count("2001:db8::/64 2001:db8:1::/64 10.0.0.1"), QByteArray("36893488147419103233"));
}

void TestRangeSet::equalSetsAreEqual()
{
    QVERIFY(set("10.0.0.0/9 10.128.0.0/9") == set("10.0.0.0/8 10.3.0.0/16"));
    QVERIFY(set("0.0.0.0/0") != set("::/0"));
    QVERIFY(set("*") == set("::/0 0.0.0.0/0"));
}

void TestRangeSet::mergesManyHosts()
{
    // More than the sort by comparison takes; every second address from both ends, so that nothing arrives in order.
    constexpr std::uint32_t first = 0x0a000000;
    constexpr std::uint32_t size = 1U << 16;
    std::vector<IpRange> hosts;
    for (std::uint32_t i = 0; i < size; ++i)
        hosts.push_back(IpRange::of(IpAddress::v4(first + (i % 2 == 0 ? i : size - i))));
    QCOMPARE(text(RangeSet(hosts)), QByteArray("10.0.0.0/16"));
    hosts.erase(hosts.begin() + 2);
    QCOMPARE(RangeSet(hosts).addressCount().toString(), std::string("65535"));
    QVERIFY(!RangeSet(hosts).contains(IpAddress::v4(first + 2)));
}

GATEHOUSE_TEST(TestRangeSet, QCoreApplication)
#include "tst_range_set.moc"
