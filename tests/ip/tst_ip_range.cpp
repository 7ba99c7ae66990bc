// SPDX-License-Identifier: Apache-2.0
#include "ip/IpRange.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <unordered_set>
#include <vector>

using namespace gatehouse;

namespace {

IpRange range(const QByteArray &text)
{
    const auto parsed = IpRange::parse(text.toStdString());
    if (!parsed)
        qFatal("%s: %s", text.constData(), parsed.error().message().c_str());
    return *parsed;
}

} // namespace

class TestIpRange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndPrints_data();
    void readsAndPrints();
    void knowsItsEnds_data();
    void knowsItsEnds();
    void containsAndOverlaps_data();
    void containsAndOverlaps();
    void containsAddresses();
    void familiesDoNotMix();
    void anyIsApart();
    void clearsHostBits();
    void neverBecomesMapped();
    void sortsAnyThenByNetworkThenBroaderFirst();
    void hashesByValue();
};

void TestIpRange::readsAndPrints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<QByteArray>("shortText");
    const auto row = [](const char *name, const char *text, const char *canonical, const char *shortText) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(canonical) << QByteArray(shortText);
    };
    row("any", "*", "*", "*");
    row("bare IPv4 address", "203.0.113.5", "203.0.113.5/32", "203.0.113.5");
    row("IPv4 address with prefix", "203.0.113.5/32", "203.0.113.5/32", "203.0.113.5");
    row("IPv4 network", "203.0.113.0/24", "203.0.113.0/24", "203.0.113.0/24");
    row("all of IPv4", "0.0.0.0/0", "0.0.0.0/0", "0.0.0.0/0");
    row("bare IPv6 address", "2001:DB8::1", "2001:db8::1/128", "2001:db8::1");
    row("IPv6 network", "2001:0db8:0:0::/48", "2001:db8::/48", "2001:db8::/48");
    row("all of IPv6", "::/0", "::/0", "::/0");
    row("half of IPv6", "8000::/1", "8000::/1", "8000::/1");
    row("mapped network", "::ffff:10.0.0.0/104", "10.0.0.0/8", "10.0.0.0/8");
    row("all that is mapped", "::ffff:0:0/96", "0.0.0.0/0", "0.0.0.0/0");
    row("mapped address", "::ffff:10.0.0.1/128", "10.0.0.1/32", "10.0.0.1");
}

void TestIpRange::readsAndPrints()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    QFETCH(QByteArray, shortText);
    const auto parsed = IpRange::parse(text.toStdString());
    QVERIFY2(parsed, parsed ? "" : parsed.error().message().c_str());
    QCOMPARE(QByteArray::fromStdString(parsed->toString()), canonical);
    QCOMPARE(QByteArray::fromStdString(parsed->toShortString()), shortText);
    QVERIFY(range(canonical) == *parsed);
    QVERIFY(range(shortText) == *parsed);
}

void TestIpRange::knowsItsEnds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<QByteArray>("count");
    const auto row = [](const char *text, const char *first, const char *last, const char *count) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(first) << QByteArray(last) << QByteArray(count);
    };
    row("203.0.113.0/24", "203.0.113.0", "203.0.113.255", "256");
    row("203.0.113.5", "203.0.113.5", "203.0.113.5", "1");
    row("128.0.0.0/1", "128.0.0.0", "255.255.255.255", "2147483648");
    row("0.0.0.0/0", "0.0.0.0", "255.255.255.255", "4294967296");
    row("2001:db8::/63", "2001:db8::", "2001:db8:0:1:ffff:ffff:ffff:ffff", "36893488147419103232");
    row("2001:db8::/64", "2001:db8::", "2001:db8::ffff:ffff:ffff:ffff", "18446744073709551616");
    row("2001:db8::/65", "2001:db8::", "2001:db8::7fff:ffff:ffff:ffff", "9223372036854775808");
    row("::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "340282366920938463463374607431768211456");
    row("::/80", "::", "::ffff:255.255.255.255", "281474976710656");
}

void TestIpRange::knowsItsEnds()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, last);
    QFETCH(QByteArray, count);
    const IpRange parsed = range(text);
    QCOMPARE(QByteArray::fromStdString(parsed.first().toString()), first);
    QCOMPARE(QByteArray::fromStdString(parsed.last().toString()), last);
    QCOMPARE(QByteArray::fromStdString(parsed.addressCount().toString()), count);
    QCOMPARE(parsed.last().family(), parsed.family());
    QVERIFY(parsed.contains(parsed.first()) && parsed.contains(parsed.last()));
}

void TestIpRange::containsAndOverlaps_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("contains");
    QTest::addColumn<bool>("overlaps");
    const auto row = [](const char *name, const char *left, const char *right, bool contains, bool overlaps) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << contains << overlaps;
    };
    row("itself", "10.0.0.0/8", "10.0.0.0/8", true, true);
    row("network in network", "10.0.0.0/8", "10.1.0.0/16", true, true);
    row("broader one", "10.1.0.0/16", "10.0.0.0/8", false, true);
    row("neighbour", "10.0.0.0/9", "10.128.0.0/9", false, false);
    row("all of IPv4 has the last address", "0.0.0.0/0", "255.255.255.255", true, true);
    row("all of IPv6 has the last address", "::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true, true);
    row("all of IPv6 has no IPv4", "::/0", "10.0.0.1", false, false);
    row("all of IPv4 has no IPv6", "0.0.0.0/0", "::/0", false, false);
    row("IPv6 beyond the upper half", "2001:db8::/80", "2001:db8::1:0:0/112", true, true);
    row("IPv6 just outside", "2001:db8::/80", "2001:db8:0:0:1::/80", false, false);
    row("any has all", "*", "::/0", true, true);
    row("any has any", "*", "*", true, true);
    row("nothing else has any", "0.0.0.0/0", "*", false, true);
}

void TestIpRange::containsAndOverlaps()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, contains);
    QFETCH(bool, overlaps);
    QCOMPARE(range(left).contains(range(right)), contains);
    QCOMPARE(range(left).overlaps(range(right)), overlaps);
    QCOMPARE(range(right).overlaps(range(left)), overlaps);
}

void TestIpRange::containsAddresses()
{
    const IpRange network = range("203.0.113.0/24");
    QVERIFY(network.contains(*IpAddress::parse("203.0.113.255")));
    QVERIFY(network.contains(*IpAddress::parse("::ffff:203.0.113.1")));
    QVERIFY(!network.contains(*IpAddress::parse("203.0.114.0")));
    QVERIFY(!network.contains(*IpAddress::parse("203.0.112.255")));
    QVERIFY(IpRange::any().contains(*IpAddress::parse("::1")));
    QVERIFY(IpRange::any().contains(*IpAddress::parse("1.2.3.4")));
}

void TestIpRange::familiesDoNotMix()
{
    // The same lowest bits in both families.
    QVERIFY(!range("::a00:0/104").contains(IpAddress::v4(0x0a000001)));
    QVERIFY(!range("10.0.0.0/8").contains(IpAddress::v6(0, 0x0a000001)));
    QVERIFY(!range("::/0").contains(*IpAddress::parse("::ffff:1.2.3.4")));
}

void TestIpRange::anyIsApart()
{
    QVERIFY(IpRange::any().isAny());
    QVERIFY(!IpRange::any().isSingleAddress());
    QVERIFY(IpRange::any() != range("0.0.0.0/0"));
    QVERIFY(!range("0.0.0.0/0").isAny());
    QCOMPARE(QByteArray::fromStdString(IpRange::any().addressCount().toString()),
             QByteArray("340282366920938463463374607436063178752"));
}

void TestIpRange::clearsHostBits()
{
    constexpr IpRange network = IpRange::network(IpAddress::v4(0xcb007105), 24);
    static_assert(network.first() == IpAddress::v4(0xcb007100) && network.last() == IpAddress::v4(0xcb0071ff));
    static_assert(IpRange::of(IpAddress::v4(1)).isSingleAddress());
    QCOMPARE(network.prefix(), 24);
    const auto text = IpRange::network(*IpAddress::parse("2001:db8:ffff::1"), 33).toString();
    QCOMPARE(QByteArray::fromStdString(text), QByteArray("2001:db8:8000::/33"));
}

void TestIpRange::neverBecomesMapped()
{
    // The last address of ::/80 is an IPv6 one that could be taken for 255.255.255.255.
    const IpAddress last = range("::/80").last();
    QCOMPARE(last.family(), Family::V6);
    QVERIFY(IpRange::of(last) == range("255.255.255.255"));
    QVERIFY(IpRange::network(last, 96) == range("0.0.0.0/0"));
    QVERIFY(IpRange::network(last, 95) == range("::fffe:0:0/95"));
}

void TestIpRange::sortsAnyThenByNetworkThenBroaderFirst()
{
    std::vector<IpRange> ranges;
    for (const char *text : {"::/0", "10.0.0.0/16", "10.0.0.0", "2001:db8::/32", "9.255.0.0/16", "*", "10.0.0.0/8",
                             "0.0.0.0/0", "2001:db8::", "10.0.0.2", "10.0.0.10"})
        ranges.push_back(range(text));
    std::sort(ranges.begin(), ranges.end());
    QByteArrayList texts;
    for (const IpRange &sorted : ranges)
        texts += QByteArray::fromStdString(sorted.toShortString());
    QCOMPARE(texts.join(' '), QByteArray("* 0.0.0.0/0 9.255.0.0/16 10.0.0.0/8 10.0.0.0/16 10.0.0.0 10.0.0.2 10.0.0.10 "
                                         "::/0 2001:db8::/32 2001:db8::"));
}

void TestIpRange::hashesByValue()
{
    std::unordered_set<IpRange> ranges;
    for (const char *text : {"*", "0.0.0.0/0", "::/0", "0.0.0.0", "::", "0.0.0.0/1", "::/1"})
        ranges.insert(range(text));
    QCOMPARE(ranges.size(), 7U);
    QVERIFY(!ranges.insert(range("::ffff:0.0.0.0/96")).second);
}

GATEHOUSE_TEST(TestIpRange, QCoreApplication)
#include "tst_ip_range.moc"
