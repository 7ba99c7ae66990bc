// SPDX-License-Identifier: Apache-2.0
#include "ip/IpAddress.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <unordered_set>
#include <vector>

using namespace gatehouse;

class TestIpAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndPrintsCanonically_data();
    void readsAndPrintsCanonically();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void suggestsAddressesOnly_data();
    void suggestsAddressesOnly();
    void sortsNumericallyIPv4First();
    void hashesEqualAddressesEqually();
    void givesItsBits();
};

void TestIpAddress::readsAndPrintsCanonically_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    const auto row = [](const char *name, const char *text, const char *canonical) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(canonical);
    };
    row("IPv4", "203.0.113.5", "203.0.113.5");
    row("IPv4 zero", "0.0.0.0", "0.0.0.0");
    row("IPv4 highest", "255.255.255.255", "255.255.255.255");
    row("IPv4 one, two and three digits", "1.20.100.9", "1.20.100.9");
    row("unspecified", "::", "::");
    row("loopback", "::1", "::1");
    row("gap at the end", "1::", "1::");
    row("full form", "2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1");
    row("upper case becomes lower", "2001:DB8::ABCD:EF01", "2001:db8::abcd:ef01");
    row("single zero group is written", "2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    row("single zero written as gap", "2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    row("longest run of zeros", "2001:0:0:1:0:0:0:1", "2001:0:0:1::1");
    row("first of equal runs", "2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
    row("gap in the place of one group", "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
    row("gap at the start in the place of one", "::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8");
    row("run of zeros at the end", "1:2:0:0:0:0:0:0", "1:2::");
    row("highest", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    row("IPv4 tail", "64:ff9b::192.0.2.33", "64:ff9b::c000:221");
    row("IPv4 tail without a gap", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304");
    row("IPv4-compatible is no IPv4", "::1.2.3.4", "::102:304");
    row("IPv4-mapped", "::ffff:192.0.2.1", "192.0.2.1");
    row("IPv4-mapped in hexadecimal", "::FFFF:c000:201", "192.0.2.1");
    row("IPv4-mapped in full", "0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1");
    row("nearly IPv4-mapped", "::fffe:192.0.2.1", "::fffe:c000:201");
}

void TestIpAddress::readsAndPrintsCanonically()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const auto address = IpAddress::parse(text.toStdString());
    QVERIFY2(address, address ? "" : address.error().message().c_str());
    QCOMPARE(QByteArray::fromStdString(address->toString()), canonical);
    const auto again = IpAddress::parse(canonical.toStdString());
    QVERIFY(again);
    QVERIFY(*again == *address);
}

void TestIpAddress::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QByteArray>("text");
    // Each of these is an address to inet_aton, to QHostAddress or to some browser.
    for (const char *text : {"",
                             " ",
                             "127.1",
                             "1.2.3",
                             "16909060",
                             "0x7f.0.0.1",
                             "010.0.0.1",
                             "0127.0.0.1",
                             "1.2.3.4 ",
                             " 1.2.3.4",
                             "1.2.3.4.",
                             ".1.2.3.4",
                             "1.2.3.4.5",
                             "256.0.0.1",
                             "1.2.3.-4",
                             "1.2.3.4/32",
                             "*",
                             "::1%lo",
                             "[::1]",
                             ":",
                             ":::",
                             "1:2",
                             "1:2:3:4:5:6:7:8:9",
                             "1:2:3:4:5:6:7:8::",
                             "::1::",
                             "12345::",
                             "::1.2.3",
                             "::1.2.3.4:5",
                             "1.2.3.4::",
                             "::01.2.3.4",
                             "1:2:3:4:5:6:7:1.2.3.4",
                             "::g",
                             "1:",
                             ":1",
                             "\xef\xbc\x91.2.3.4"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("a zero byte at the end") << QByteArray("1.2.3.4\0", 8);
    QTest::newRow("a line end") << QByteArray("1.2.3.4\n");
}

void TestIpAddress::refusesWhatIsNoAddress()
{
    QFETCH(QByteArray, text);
    const auto address = IpAddress::parse(text.toStdString());
    QVERIFY(!address);
    QVERIFY(!address.error().message().empty());
}

void TestIpAddress::suggestsAddressesOnly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("suggestion");
    const QByteArray notARange = "A single address is expected here, not a range.";
    QTest::newRow("single address with a prefix") << QByteArray("1.2.3.4/32") << notARange << QByteArray("1.2.3.4");
    QTest::newRow("network") << QByteArray("10.0.0.0/8") << notARange << QByteArray();
    QTest::newRow("any") << QByteArray("*") << notARange << QByteArray();
    QTest::newRow("brackets") << QByteArray("[::1]") << QByteArray("Write the address without brackets.")
                              << QByteArray("::1");
    QTest::newRow("wildcard") << QByteArray("10.*")
                              << QByteArray("Write a range with * for some of its numbers in CIDR notation.")
                              << QByteArray();
}

void TestIpAddress::suggestsAddressesOnly()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, suggestion);
    const auto address = IpAddress::parse(text.toStdString());
    QVERIFY(!address);
    QCOMPARE(QByteArray::fromStdString(address.error().message()), message);
    QCOMPARE(QByteArray::fromStdString(address.error().suggestion), suggestion);
}

void TestIpAddress::sortsNumericallyIPv4First()
{
    std::vector<IpAddress> addresses;
    for (const char *text :
         {"::", "2001:db8::10", "10.0.0.10", "2001:db8::9", "9.0.0.1", "10.0.0.9", "255.255.255.255"})
        addresses.push_back(*IpAddress::parse(text));
    std::sort(addresses.begin(), addresses.end());
    QByteArrayList texts;
    for (const IpAddress &address : addresses)
        texts += QByteArray::fromStdString(address.toString());
    QCOMPARE(texts.join(' '), QByteArray("9.0.0.1 10.0.0.9 10.0.0.10 255.255.255.255 :: 2001:db8::9 2001:db8::10"));
}

void TestIpAddress::hashesEqualAddressesEqually()
{
    std::unordered_set<IpAddress> addresses{*IpAddress::parse("::ffff:1.2.3.4"), IpAddress::v4(0x01020304)};
    QCOMPARE(addresses.size(), 1U);
    for (std::uint32_t i = 0; i < 1000; ++i)
        addresses.insert(IpAddress::v4(i << 16));
    QCOMPARE(addresses.size(), 1001U);
    QVERIFY(std::hash<IpAddress>()(IpAddress()) != std::hash<IpAddress>()(IpAddress::v6(0, 0)));
}

void TestIpAddress::givesItsBits()
{
    const auto address = IpAddress::parse("2001:db8::1:2");
    QVERIFY(address);
    QCOMPARE(address->family(), Family::V6);
    QCOMPARE(address->high(), 0x20010db800000000U);
    QCOMPARE(address->low(), 0x10002U);
    constexpr IpAddress mapped = IpAddress::v6(0, 0xffff'0a00'0001);
    static_assert(mapped == IpAddress::v4(0x0a000001));
    QCOMPARE(widthOf(mapped.family()), 32);
}

GATEHOUSE_TEST(TestIpAddress, QCoreApplication)
#include "tst_ip_address.moc"
