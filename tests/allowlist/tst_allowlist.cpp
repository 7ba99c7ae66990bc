// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Allowlist.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QTest>

#include <set>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class TestAllowlist final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsInForce_data();
    void knowsWhatIsInForce();
    void makesEntriesWithKeysOfTheirOwn();
    void findsEntriesByKey();
    void hasEffectiveRangesOfEntriesInForceOnly();
    void givesKnownKeysToFreshEntries_data();
    void givesKnownKeysToFreshEntries();
    void prefersTheRemoteIdToTheRange();
    void givesKeysToStrangersThatNobodyHas();
    void ignoresKeysThatFreshEntriesCameWith();
};

void TestAllowlist::knowsWhatIsInForce_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isExpired");
    QTest::addColumn<bool>("isInForce");

    QTest::newRow("active without expiry") << u"198.51.100.1"_s << false << true;
    QTest::newRow("active with a coming expiry") << u"198.51.100.1 1h"_s << false << true;
    QTest::newRow("expired at this very instant") << u"198.51.100.1 0h"_s << true << false;
    QTest::newRow("expired long ago") << u"198.51.100.1 -5h"_s << true << false;
    QTest::newRow("inactive") << u"198.51.100.1 off"_s << false << false;
    QTest::newRow("inactive and expired") << u"198.51.100.1 off -1h"_s << true << false;
}

void TestAllowlist::knowsWhatIsInForce()
{
    QFETCH(const QString, words);
    QTEST(entry(words).isExpired(noon()), "isExpired");
    QTEST(entry(words).isInForce(noon()), "isInForce");
}

void TestAllowlist::makesEntriesWithKeysOfTheirOwn()
{
    const Entry first = makeEntry({range(u"198.51.100.1"_s), u"office"_s, true, noon()});
    const Entry second = makeEntry(first.content);
    QCOMPARE(first.content.label, u"office"_s);
    QVERIFY(first.remoteId.isEmpty());
    QVERIFY(!first.key.isNull());
    QVERIFY(first.key != second.key);
}

void TestAllowlist::findsEntriesByKey()
{
    const Allowlist list(entries({u"198.51.100.1"_s, u"198.51.100.2"_s}));
    for (const Entry &entry : list.entries())
        QCOMPARE(list.find(entry.key), &entry);
    QCOMPARE(list.find(EntryKey::createUuid()), nullptr);
    QCOMPARE(list.find(EntryKey()), nullptr);

    const Allowlist copy = list;
    QCOMPARE(copy.find(list.entries()[1].key), &copy.entries()[1]);
}

void TestAllowlist::hasEffectiveRangesOfEntriesInForceOnly()
{
    const auto list = entries({u"198.51.100.1 off"_s, u"198.51.100.2 1h"_s, u"198.51.100.3 0h"_s, u"*"_s});
    QCOMPARE(effectiveRanges(list, noon()), (std::vector{range(u"198.51.100.2"_s), range(u"*"_s)}));
    QCOMPARE(effectiveRanges(list, hoursFromNoon(1)), std::vector{range(u"*"_s)});
}

void TestAllowlist::givesKnownKeysToFreshEntries_data()
{
    QTest::addColumn<QStringList>("known");
    QTest::addColumn<QStringList>("fresh");
    QTest::addColumn<QList<int>>("partners"); // -1: a new key

    QTest::newRow("same list") << QStringList{u"198.51.100.1"_s, u"198.51.100.2"_s}
                               << QStringList{u"198.51.100.1"_s, u"198.51.100.2"_s} << QList{0, 1};
    QTest::newRow("other order") << QStringList{u"198.51.100.1"_s, u"198.51.100.2"_s}
                                 << QStringList{u"198.51.100.2"_s, u"198.51.100.1"_s} << QList{1, 0};
    QTest::newRow("new label") << QStringList{u"198.51.100.1 a"_s} << QStringList{u"198.51.100.1 b off"_s} << QList{0};
    QTest::newRow("new range") << QStringList{u"198.51.100.1"_s} << QStringList{u"198.51.100.2"_s} << QList{-1};
    QTest::newRow("equal ranges in order") << QStringList{u"198.51.100.1 a"_s, u"198.51.100.1 b"_s}
                                           << QStringList{u"198.51.100.1 c"_s, u"198.51.100.1 d"_s} << QList{0, 1};
    QTest::newRow("equal ranges by content first")
        << QStringList{u"198.51.100.1 a"_s, u"198.51.100.1 b"_s}
        << QStringList{u"198.51.100.1 b"_s, u"198.51.100.1 c"_s, u"198.51.100.1 d"_s} << QList{1, 0, -1};
    QTest::newRow("an equal address in another form")
        << QStringList{u"198.51.100.1"_s} << QStringList{u"198.51.100.1/32"_s} << QList{0};
    QTest::newRow("nothing known") << QStringList{} << QStringList{u"198.51.100.1"_s} << QList{-1};
    QTest::newRow("nothing left") << QStringList{u"198.51.100.1"_s} << QStringList{} << QList<int>{};
}

void TestAllowlist::givesKnownKeysToFreshEntries()
{
    QFETCH(const QStringList, known);
    QFETCH(const QStringList, fresh);
    QFETCH(const QList<int>, partners);
    const Allowlist before(entries(known));
    const Allowlist after = withKeysOf(entries(fresh), before);

    QCOMPARE(inWords(after), inWords(Allowlist(entries(fresh))));
    for (qsizetype i = 0; i < partners.size(); ++i) {
        const EntryKey &key = after.entries()[static_cast<std::size_t>(i)].key;
        if (partners[i] < 0)
            QVERIFY(!before.find(key));
        else
            QCOMPARE(key, before.entries()[static_cast<std::size_t>(partners[i])].key);
    }
}

void TestAllowlist::prefersTheRemoteIdToTheRange()
{
    auto known = entries({u"198.51.100.1"_s, u"198.51.100.2"_s, u"198.51.100.3"_s});
    known[0].remoteId = u"one"_s;
    known[1].remoteId = u"two"_s;
    auto fresh = entries({u"198.51.100.2"_s, u"198.51.100.1"_s, u"198.51.100.3"_s});
    fresh[0].remoteId = u"one"_s;   // its range was edited to what the second had
    fresh[1].remoteId = u"other"_s; // made anew with the range that the first had
    fresh[2].remoteId = u"three"_s; // sent by us a moment ago, and has got its id
    const Allowlist result = withKeysOf(fresh, Allowlist(known));
    QCOMPARE(result.entries()[0].key, known[0].key);
    QVERIFY(result.entries()[1].key != known[0].key);
    QCOMPARE(result.entries()[2].key, known[2].key);
    QCOMPARE(result.entries()[2].remoteId, u"three"_s);
}

void TestAllowlist::givesKeysToStrangersThatNobodyHas()
{
    const Allowlist result = withKeysOf(entries({u"*"_s, u"*"_s, u"*"_s}), Allowlist(entries({u"*"_s})));
    std::set<EntryKey> keys;
    for (const Entry &entry : result.entries())
        keys.insert(entry.key);
    QCOMPARE(keys.size(), 3U);
    QVERIFY(!keys.contains(EntryKey()));
}

void TestAllowlist::ignoresKeysThatFreshEntriesCameWith()
{
    const Allowlist known(entries({u"198.51.100.1"_s}));
    auto fresh = entries({u"198.51.100.1"_s, u"198.51.100.2"_s});
    fresh[1].key = known.entries()[0].key;
    const Allowlist result = withKeysOf(fresh, known);
    QCOMPARE(result.entries()[0].key, known.entries()[0].key);
    QVERIFY(result.entries()[1].key != known.entries()[0].key);
}

GATEHOUSE_TEST(TestAllowlist, QCoreApplication)
#include "tst_allowlist.moc"
