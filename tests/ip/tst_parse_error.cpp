// SPDX-License-Identifier: Apache-2.0
#include "ParseInvariants.h"
#include "ip/IpRange.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;

class TestParseError final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereAndWhy_data();
    void saysWhereAndWhy();
    void fillsPlacesOnce();
    void showsNoRawBytes();
    void cutsLongArguments();
};

void TestParseError::saysWhereAndWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("suggestion");
    const auto row = [](const char *text, int position, const char *message, const char *suggestion = "") {
        QTest::newRow(text) << QByteArray(text) << position << QByteArray(message) << QByteArray(suggestion);
    };

    row("", 0, "The text is empty.");
    row(" \t ", 0, "The text has nothing but blanks.");
    row(" 10.0.0.1", 0, "There are blanks before or after the address.", "10.0.0.1/32");
    row("10.0.0.1 ", 8, "There are blanks before or after the address.", "10.0.0.1/32");
    row(" * ", 0, "There are blanks before or after the address.", "*");
    row("  10.0.0.256", 9, "256 is greater than 255.");
    row(" 10.0.* ", 6, "Write a range with * for some of its numbers in CIDR notation.", "10.0.0.0/16");
    row("10.0.0.0 / 8", 8, "There is a blank inside the address.", "10.0.0.0/8");
    row("10.0.0.1 # office", 8, "There is a blank inside the address.");

    row("203.0.113.13\u00a0", 12, "There is an invisible character here: no-break space (U+00A0).", "203.0.113.13/32");
    row("\u200b10.0.0.1", 0, "There is an invisible character here: zero width space (U+200B).", "10.0.0.1/32");
    row("10.0.0.1\u200e", 8, "There is an invisible character here: left-to-right mark (U+200E).", "10.0.0.1/32");
    row("10.0.0.0\u2060/8", 8, "There is an invisible character here: word joiner (U+2060).", "10.0.0.0/8");
    row("\ufeff2001:db8::/32", 0, "There is an invisible character here: byte order mark (U+FEFF).", "2001:db8::/32");
    row("\u202e10.0.0.1\u202c", 0, "There is an invisible character here: right-to-left override (U+202E).",
        "10.0.0.1/32");
    row("203.0.113.0\u00a0–\u00a0203.0.113.63", 11, "There is an invisible character here: no-break space (U+00A0).",
        "203.0.113.0/26");
    row("\u00a0", 0, "There is an invisible character here: no-break space (U+00A0).");
    row("10.0.0.1\u200bx", 8, "There is an invisible character here: zero width space (U+200B).");
    row("2001:db8::— 2001:db8::f", 10, "Write a range from one address to another in CIDR notation.", "2001:db8::/124");

    row("203.0.113.256", 10, "256 is greater than 255.");
    row("99999999999999999999.0.0.1", 0, "99999999999999999999 is greater than 255.");
    row("010.0.0.1", 0, "010 starts with a zero, which some programs read as an octal number.");
    row("10.00.0.01/32", 3, "00 starts with a zero, which some programs read as an octal number.", "10.0.0.1/32");
    row("192.168.01.009", 8, "01 starts with a zero, which some programs read as an octal number.");
    row("10.0.1", 6, "An IPv4 address has four numbers, not 3.");
    row("10", 2, "An IPv4 address has four numbers, not 1.");
    row("10/8", 2, "An IPv4 address has four numbers, not 1.", "10.0.0.0/8");
    row("192.168.1/24", 9, "An IPv4 address has four numbers, not 3.", "192.168.1.0/24");
    row("192.168/24", 7, "An IPv4 address has four numbers, not 2.");
    row("192.168/8", 7, "An IPv4 address has four numbers, not 2.");
    row("10.0.0.1.2", 8, "An IPv4 address has four numbers; here a fifth begins.");
    row("10..0.1", 3, "A number is missing here: IPv4 addresses have four of them.");
    row("10.0.0.", 7, "A number is missing here: IPv4 addresses have four of them.");
    row("/24", 0, "A number is missing here: IPv4 addresses have four of them.");
    row("10.0.0.1x", 8, "The character “x” does not belong here.");
    row("0x7f.0.0.1", 1, "The character “x” does not belong here.");
    row("10.0.0.1,", 8, "The character “,” does not belong here.");
    row("10.0.0.é", 7, "The character “é” does not belong here.");
    row("-1.2.3.4", 0, "The character “-” does not belong here.");

    row("12345::", 0, "12345 is longer than the four digits of an IPv6 group.");
    row("2001:db8::00001", 10, "00001 is longer than the four digits of an IPv6 group.");
    row("1:2:3", 5, "An IPv6 address without “::” has eight groups, not 3.");
    row("1:2:3:4:5:6:7:8:9", 16, "An IPv6 address has eight groups; this is one too many.");
    row("1:2:3:4:5:6:7:1.2.3.4", 14, "An IPv6 address has eight groups; this is one too many.");
    row("1::2::3", 4, "“::” may stand only once in an IPv6 address.");
    row("1:2:3:4::5:6:7:8", 7, "There are eight groups already, so that nothing is left for “::”.");
    row(":1::2", 0, "An IPv6 address does not start with a single colon.");
    row("1::2:", 4, "An IPv6 address does not end with a single colon.");
    row("2001:db8:/32", 8, "An IPv6 address does not end with a single colon.");
    row(":::", 2, "Three colons in a row mean nothing.");
    row("2001:db8::g", 10, "The character “g” does not belong here.");
    row("::ffff:1.2.3.256", 13, "256 is greater than 255.");
    row("fe80:1", 6, "An IPv6 address without “::” has eight groups, not 2.");

    row("10.0.0.0/", 9, "The prefix length is missing after the slash.");
    row("10.0.0.0/33", 9, "Prefix 33 is longer than IPv4's 32.");
    row("10.0.0.0/4294967304", 9, "Prefix 4294967304 is longer than IPv4's 32.");
    row("2001:db8::/129", 11, "Prefix 129 is longer than IPv6's 128.");
    row("10.0.0.0/08", 9, "The prefix length 08 starts with a zero.", "10.0.0.0/8");
    row("10.0.0.5/024", 9, "The prefix length 024 starts with a zero.", "10.0.0.0/24");
    row("10.0.0.0/00", 9, "The prefix length 00 starts with a zero.", "0.0.0.0/0");
    row("10.0.0.0/+8", 9, "A prefix length has no sign.", "10.0.0.0/8");
    row("10.0.0.0/-8", 9, "A prefix length has no sign.");
    row("10.0.0.0/8/8", 10, "There is a second slash.");
    row("10.0.0.0/8x", 10, "The character “x” does not belong here.");
    row("10.0.0.0/x", 9, "The character “x” does not belong here.");
    row("*/0", 0, "The character “*” does not belong here.");
    row("203.0.113.5/24", 0, "203.0.113.5 has bits set beyond the prefix 24.", "203.0.113.0/24");
    row("10.0.0.0/0", 0, "10.0.0.0 has bits set beyond the prefix 0.", "0.0.0.0/0");
    row("2001:db8::1/64", 0, "2001:db8::1 has bits set beyond the prefix 64.", "2001:db8::/64");
    row("::ffff:10.0.0.5/104", 0, "::ffff:10.0.0.5 has bits set beyond the prefix 104.", "10.0.0.0/8");
    row("::ffff:10.0.0.0/8", 16, "An IPv4 address written as IPv6 takes a prefix from 96 to 128, not 8.");

    row("10.0.0.0/255.0.0.0", 9, "Write the length of the prefix instead of the netmask 255.0.0.0.", "10.0.0.0/8");
    row("10.0.0.0 255.0.0.0", 9, "Write the length of the prefix instead of the netmask 255.0.0.0.", "10.0.0.0/8");
    row("10.1.2.3/255.255.255.255", 9, "Write the length of the prefix instead of the netmask 255.255.255.255.",
        "10.1.2.3/32");
    row("10.1.2.3/255.255.0.0", 9, "Write the length of the prefix instead of the netmask 255.255.0.0.", "10.1.0.0/16");
    row("10.1.2.0/0.0.0.255", 9, "Write the length of the prefix instead of the netmask 0.0.0.255.", "10.1.2.0/24");
    row("0.0.0.0/0.0.0.0", 8, "Write the length of the prefix instead of the netmask 0.0.0.0.", "0.0.0.0/0");
    row("10.1.2.3/0.0.0.0", 9, "Write the length of the prefix instead of the netmask 0.0.0.0.");
    row("10.0.0.0/255.0.255.0", 9, "255.0.255.0 is no netmask; the length of the prefix is expected here.");
    row("2001:db8::/ffff:ffff::", 11, "Write the length of the prefix instead of the netmask ffff:ffff::.",
        "2001:db8::/32");
    row("2001:db8::/ffff:ffff:ffff:ffff:8000::", 11,
        "Write the length of the prefix instead of the netmask ffff:ffff:ffff:ffff:8000::.", "2001:db8::/65");

    row("10.0.*", 5, "Write a range with * for some of its numbers in CIDR notation.", "10.0.0.0/16");
    row("10.*.*.*", 3, "Write a range with * for some of its numbers in CIDR notation.", "10.0.0.0/8");
    row("10.0.0.*", 7, "Write a range with * for some of its numbers in CIDR notation.", "10.0.0.0/24");
    row("*.*.*.*", 0, "Write a range with * for some of its numbers in CIDR notation.", "0.0.0.0/0");
    row("10.*.*.*.*", 3, "Write a range with * for some of its numbers in CIDR notation.");
    row("10.*.0.1", 3, "Write a range with * for some of its numbers in CIDR notation.");
    row("10.1*", 4, "Write a range with * for some of its numbers in CIDR notation.");
    row("2001:db8:*", 9, "Write a range with * for some of its numbers in CIDR notation.");

    row("192.0.2.0-192.0.2.255", 9, "Write a range from one address to another in CIDR notation.", "192.0.2.0/24");
    row("192.0.2.0 - 192.0.2.9", 10, "Write a range from one address to another in CIDR notation.");
    row("192.0.2.0–192.0.2.255", 9, "Write a range from one address to another in CIDR notation.", "192.0.2.0/24");
    row("2001:db8::-2001:db8::ff", 10, "Write a range from one address to another in CIDR notation.", "2001:db8::/120");
    row("192.0.2.10-20", 10, "Write a range from one address to another in CIDR notation.");
    row("192.0.2.10-::1", 10, "Write a range from one address to another in CIDR notation.");
    row("0.0.0.0-255.255.255.255", 7, "Write a range from one address to another in CIDR notation.", "0.0.0.0/0");
    row("192.0.2.1, 192.0.2.2", 9, "Write one address or range at a time.");
    row("192.0.2.0/24;198.51.100.0/24", 12, "Write one address or range at a time.");

    row("fe80::1%eth0", 7, "The zone “eth0” means something on one computer only and is not allowed.", "fe80::1/128");
    row("fe80::%25eth0/64", 6, "The zone “25eth0” means something on one computer only and is not allowed.",
        "fe80::/64");
    row("fe80::1%", 7, "The character “%” does not belong here.");
    row("[2001:db8::1]", 0, "Write the address without brackets.", "2001:db8::1/128");
    row("[2001:db8::1]:443", 0, "Write the address without brackets.", "2001:db8::1/128");
    row("[2001:db8::]/32", 0, "Write the address without brackets.", "2001:db8::/32");
    row("[example]", 0, "Write the address without brackets.");
    row("192.0.2.1:443", 9, "Write the address without the port 443.", "192.0.2.1/32");
    row("https://192.0.2.1/", 0, "This is a URL. Write the address of the computer instead.", "192.0.2.1/32");
    row("http://[2001:db8::1]", 0, "This is a URL. Write the address of the computer instead.", "2001:db8::1/128");
    row("https://example.com/list?x=1", 0, "This is a URL. Write the address of the computer instead.");
    row("example.com", 0, "“example.com” is a name. Write its address instead.");
    row("office-7.example.com:443", 0, "“office-7.example.com” is a name. Write its address instead.");
    row("localhost", 0, "“localhost” is a name. Write its address instead.");
    row("face", 0, "“face” is a name. Write its address instead.");
    row("any", 0, "“any” is written * here.", "*");
    row("ALL", 0, "“ALL” is written * here.", "*");
}

void TestParseError::saysWhereAndWhy()
{
    QFETCH(QByteArray, text);
    QFETCH(int, position);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, suggestion);
    const auto range = IpRange::parse(text.toStdString());
    QVERIFY(!range);
    QCOMPARE(QByteArray::fromStdString(range.error().message()), message);
    QCOMPARE(static_cast<int>(range.error().position), position);
    QCOMPARE(QByteArray::fromStdString(range.error().suggestion), suggestion);
    QCOMPARE(invariants::brokenByRange(text.toStdString()), nullptr);
    QCOMPARE(invariants::brokenByAddress(text.toStdString()), nullptr);
}

void TestParseError::fillsPlacesOnce()
{
    const ParseError error{0, "%2 of %1, 100%, %3 %", {"%2", "b"}, {}};
    QCOMPARE(QByteArray::fromStdString(error.message()), QByteArray("b of %2, 100%, %3 %"));
}

void TestParseError::showsNoRawBytes()
{
    const auto messageFor = [](const QByteArray &text) {
        return QByteArray::fromStdString(IpRange::parse(text.toStdString()).error().message());
    };
    QCOMPARE(messageFor("10.0.0.1\x1b"), QByteArray("The character “\\x1b” does not belong here."));
    QCOMPARE(messageFor(QByteArray("10.0.0.1\0", 9)), QByteArray("The character “\\x00” does not belong here."));
    QCOMPARE(messageFor("10.0.0.1\xff"), QByteArray("The character “\\xff” does not belong here."));
    QCOMPARE(messageFor("10.0.0.1\xe2\x80"), QByteArray("The character “\\xe2” does not belong here."));
}

void TestParseError::cutsLongArguments()
{
    const QByteArray text = "10.0.0." + QByteArray(1'000'000, '9');
    const auto range = IpRange::parse(text.toStdString());
    QVERIFY(!range);
    QCOMPARE(QByteArray::fromStdString(range.error().message()), QByteArray(64, '9') + "… is greater than 255.");
}

GATEHOUSE_TEST(TestParseError, QCoreApplication)
#include "tst_parse_error.moc"
