// SPDX-License-Identifier: Apache-2.0
#include "ip/Classification.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;

class TestClassification final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classifiesWholeRanges_data();
    void classifiesWholeRanges();
};

void TestClassification::classifiesWholeRanges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<AddressClass>("expected");
    QTest::addColumn<QByteArray>("source");
    const auto row = [](const char *name, const char *range, AddressClass expected, const char *source) {
        QTest::newRow(name) << QByteArray(range) << expected << QByteArray(source);
    };
    using enum AddressClass;
    row("any", "*", Public, "");
    row("all of IPv4", "0.0.0.0/0", Public, "");
    row("all of IPv6", "::/0", Public, "");
    row("public IPv4", "8.8.8.8", Public, "");
    row("public IPv6", "2a00:1450::/32", Public, "");
    row("first private address", "10.0.0.0", Private, "RFC 1918");
    row("last private address", "10.255.255.255", Private, "RFC 1918");
    row("just after private", "11.0.0.0", Public, "");
    row("private block itself", "172.16.0.0/12", Private, "RFC 1918");
    row("broader than the private block", "172.0.0.0/8", Public, "");
    row("home network", "192.168.1.0/24", Private, "RFC 1918");
    row("mapped private", "::ffff:10.0.0.0/104", Private, "RFC 1918");
    row("carrier-grade NAT", "100.64.0.0/10", Shared, "RFC 6598");
    row("after carrier-grade NAT", "100.128.0.0", Public, "");
    row("loopback IPv4", "127.0.0.1", Loopback, "RFC 1122");
    row("loopback IPv6", "::1", Loopback, "RFC 4291");
    row("link-local IPv4", "169.254.0.0/16", LinkLocal, "RFC 3927");
    row("link-local IPv6", "fe80::1", LinkLocal, "RFC 4291");
    row("end of link-local IPv6", "febf:ffff::/32", LinkLocal, "RFC 4291");
    row("after link-local IPv6", "fec0::", Public, "");
    row("documentation 1", "192.0.2.0/24", Documentation, "RFC 5737");
    row("documentation 2", "198.51.100.7", Documentation, "RFC 5737");
    row("documentation 3", "203.0.113.0/24", Documentation, "RFC 5737");
    row("documentation IPv6", "2001:db8:1::/48", Documentation, "RFC 3849");
    row("new documentation IPv6", "3fff:fff::/32", Documentation, "RFC 9637");
    row("after new documentation IPv6", "3fff:1000::", Public, "");
    row("multicast IPv4", "239.1.2.3", Multicast, "RFC 5771");
    row("multicast IPv6", "ff02::1", Multicast, "RFC 4291");
    row("unique-local", "fd12:3456::/32", UniqueLocal, "RFC 4193");
    row("class E", "240.0.0.0/4", Reserved, "RFC 1112");
    row("broadcast, inside class E", "255.255.255.255", Reserved, "RFC 919");
    row("multicast and class E together", "224.0.0.0/3", Public, "");
    row("unspecified IPv4", "0.0.0.0", Reserved, "RFC 1122");
    row("this network", "0.1.2.3", Reserved, "RFC 791");
    row("unspecified IPv6", "::", Reserved, "RFC 4291");
    row("benchmarking", "198.18.0.0/15", Reserved, "RFC 2544");
    row("protocol assignments", "192.0.0.128/25", Reserved, "RFC 6890");
    row("anycast inside protocol assignments", "192.0.0.9", Reserved, "RFC 7723");
    row("NAT64", "64:ff9b::102:304", Reserved, "RFC 6052");
    row("local NAT64", "64:ff9b:1::/48", Reserved, "RFC 8215");
    row("Teredo", "2001::/32", Reserved, "RFC 4380");
    row("broader than Teredo", "2001::/23", Reserved, "RFC 2928");
    row("6to4", "2002:c000:204::/48", Reserved, "RFC 3056");
    row("discard only", "100::/64", Reserved, "RFC 6666");
    row("segment routing", "5f00::/16", Reserved, "RFC 9602");
}

void TestClassification::classifiesWholeRanges()
{
    QFETCH(QByteArray, range);
    QFETCH(AddressClass, expected);
    QFETCH(QByteArray, source);
    const auto parsed = IpRange::parse(range.toStdString());
    QVERIFY(parsed);
    const Classification classification = classify(*parsed);
    QCOMPARE(classification.addressClass, expected);
    QCOMPARE(QByteArray(classification.source.data(), qsizetype(classification.source.size())), source);
}

GATEHOUSE_TEST(TestClassification, QCoreApplication)
#include "tst_classification.moc"
