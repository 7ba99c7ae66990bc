// SPDX-License-Identifier: Apache-2.0
#include "ip/AddressCount.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestAddressCount final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsPowersOfTwo_data()
    {
        QTest::addColumn<int>("exponent");
        QTest::addColumn<QString>("digits");
        QTest::newRow("one address") << 0 << u"1"_s;
        QTest::newRow("all of IPv4") << 32 << u"4294967296"_s;
        QTest::newRow("last of the lowest limb") << 63 << u"9223372036854775808"_s;
        QTest::newRow("first of the middle limb") << 64 << u"18446744073709551616"_s;
        QTest::newRow("last of the middle limb") << 127 << u"170141183460469231731687303715884105728"_s;
        QTest::newRow("all of IPv6") << 128 << u"340282366920938463463374607431768211456"_s;
    }
    void printsPowersOfTwo()
    {
        QFETCH(int, exponent);
        QFETCH(QString, digits);
        QCOMPARE(QString::fromStdString(AddressCount::powerOfTwo(exponent).toString()), digits);
    }

    void printsZero() { QCOMPARE(AddressCount().toString(), std::string("0")); }

    void addsEverythingWithoutOverflow()
    {
        AddressCount all = AddressCount::powerOfTwo(128);
        all += AddressCount::powerOfTwo(32);
        QCOMPARE(QString::fromStdString(all.toString()), u"340282366920938463463374607436063178752"_s);
    }

    void carriesThroughTheMiddleLimb()
    {
        AddressCount count = AddressCount::fromBits(~std::uint64_t{0}, ~std::uint64_t{0});
        count += AddressCount(1);
        QVERIFY(count == AddressCount::powerOfTwo(128));
        AddressCount twice = AddressCount::fromBits(1, ~std::uint64_t{0});
        twice += twice;
        QVERIFY(twice == AddressCount::fromBits(3, ~std::uint64_t{0} - 1));
    }

    void ordersByNumber()
    {
        QVERIFY(AddressCount(~std::uint64_t{0}) < AddressCount::powerOfTwo(64));
        QVERIFY(AddressCount::powerOfTwo(127) < AddressCount::powerOfTwo(128));
        QVERIFY(AddressCount(2) > AddressCount(1));
    }

    void becomesADouble()
    {
        QCOMPARE(AddressCount(9007199254740991).toDouble(), 9007199254740991.0);
        QCOMPARE(AddressCount::powerOfTwo(64).toDouble(), 18446744073709551616.0);
        QCOMPARE(AddressCount::powerOfTwo(128).toDouble(), 0x1p128);
    }
};

GATEHOUSE_TEST(TestAddressCount, QCoreApplication)
#include "tst_address_count.moc"
