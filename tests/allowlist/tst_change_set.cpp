// SPDX-License-Identifier: Apache-2.0
#include "RandomLists.h"
#include "allowlist/ChangeSet.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

QString inWords(const Change &change)
{
    const QString before = change.before ? test::inWords(*change.before) : u"nothing"_s;
    const QString after = change.after ? test::inWords(*change.after) : u"nothing"_s;
    return before + u" -> "_s + after;
}

QStringList inWords(const ChangeSet &set)
{
    QStringList lines;
    for (const Change &change : set.changes)
        lines += inWords(change);
    return lines;
}

/// What a reader of the contract would do: each change to the entry with its key, additions behind.
Allowlist applied(const Allowlist &list, const ChangeSet &set)
{
    std::vector<Entry> entries = list.entries();
    for (const Change &change : set.changes) {
        const auto found = std::ranges::find(entries, change.key(), &Entry::key);
        if (change.kind() == Change::Kind::Added)
            entries.push_back(*change.after);
        else if (change.kind() == Change::Kind::Removed)
            entries.erase(found);
        else
            *found = *change.after;
    }
    return Allowlist(entries);
}

QMap<EntryKey, QString> contentByKey(const Allowlist &list)
{
    QMap<EntryKey, QString> contents;
    for (const Entry &entry : list.entries())
        contents.insert(entry.key, test::inWords(entry));
    return contents;
}

QStringList sortedWords(const Allowlist &list)
{
    QStringList lines = test::inWords(list);
    lines.sort();
    return lines;
}

} // namespace

class TestChangeSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheKindOfAChange();
    void followsEntriesByKey();
    void ignoresWhatOnlyTheServiceDecides();
    void comparesListsWithoutCommonKeys_data();
    void comparesListsWithoutCommonKeys();
    void keepsTheIdentityOfTheListWhenAFileSpeaks();
    void turnsBeforeIntoAfter();
    void turnsBeforeIntoAfterByRange();
};

void TestChangeSet::tellsTheKindOfAChange()
{
    const Entry one = entry(u"198.51.100.1"_s);
    Entry other = one;
    other.content.range = range(u"198.51.100.2"_s);
    const Change added{std::nullopt, one};
    const Change changed{one, other};
    const Change removed{one, std::nullopt};
    QCOMPARE(added.kind(), Change::Kind::Added);
    QCOMPARE(changed.kind(), Change::Kind::Changed);
    QCOMPARE(removed.kind(), Change::Kind::Removed);
    QCOMPARE(changed.range(), other.content.range);
    QCOMPARE(removed.range(), one.content.range);
    QCOMPARE(removed.key(), one.key);

    const ChangeSet set{{added, changed, removed, removed}};
    QCOMPARE(set.count(Change::Kind::Added), 1U);
    QCOMPARE(set.count(Change::Kind::Removed), 2U);
    QVERIFY(!set.isEmpty());
    QVERIFY(ChangeSet().isEmpty());
}

void TestChangeSet::followsEntriesByKey()
{
    const auto before = entries({u"198.51.100.1 gone"_s, u"198.51.100.2 kept"_s, u"198.51.100.3 moves"_s});
    auto after = std::vector{before[2], before[1], entry(u"198.51.100.9 new"_s)};
    after[0].content.range = range(u"198.51.100.4"_s);
    QCOMPARE(inWords(changesBetween(Allowlist(before), Allowlist(after))),
             (QStringList{u"198.51.100.3 moves -> 198.51.100.4 moves"_s, u"nothing -> 198.51.100.9 new"_s,
                          u"198.51.100.1 gone -> nothing"_s}));
}

void TestChangeSet::ignoresWhatOnlyTheServiceDecides()
{
    const auto before = entries({u"198.51.100.1"_s});
    auto after = before;
    after[0].remoteId = u"17"_s;
    after[0].provenance.updatedAt = noon();
    after[0].unknownFields.insert(u"colour"_s, u"red"_s);
    QVERIFY(changesBetween(Allowlist(before), Allowlist(after)).isEmpty());
    QVERIFY(changesByRange(Allowlist(before), Allowlist(after)).isEmpty());
}

void TestChangeSet::comparesListsWithoutCommonKeys_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("changes");

    QTest::newRow("equal lists in another order")
        << QStringList{u"198.51.100.1"_s, u"::1 a"_s} << QStringList{u"::1 a"_s, u"198.51.100.1/32"_s} << QStringList{};
    QTest::newRow("a label differs") << QStringList{u"198.51.100.1 a"_s} << QStringList{u"198.51.100.1 b"_s}
                                     << QStringList{u"198.51.100.1 a -> 198.51.100.1 b"_s};
    QTest::newRow("an expiry differs") << QStringList{u"198.51.100.1 1h"_s} << QStringList{u"198.51.100.1"_s}
                                       << QStringList{u"198.51.100.1 1h -> 198.51.100.1"_s};
    QTest::newRow("a range that is in neither")
        << QStringList{u"198.51.100.1"_s} << QStringList{u"198.51.100.2"_s}
        << QStringList{u"nothing -> 198.51.100.2"_s, u"198.51.100.1 -> nothing"_s};
    QTest::newRow("a duplicate that goes is the one that differs")
        << QStringList{u"198.51.100.1 a"_s, u"198.51.100.1 b"_s} << QStringList{u"198.51.100.1 b"_s}
        << QStringList{u"198.51.100.1 a -> nothing"_s};
    QTest::newRow("a duplicate that comes")
        << QStringList{u"198.51.100.1 a"_s} << QStringList{u"198.51.100.1 b"_s, u"198.51.100.1 a"_s}
        << QStringList{u"nothing -> 198.51.100.1 b"_s};
    QTest::newRow("everything goes") << QStringList{u"198.51.100.1"_s, u"*"_s} << QStringList{}
                                     << QStringList{u"198.51.100.1 -> nothing"_s, u"* -> nothing"_s};
}

void TestChangeSet::comparesListsWithoutCommonKeys()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QTEST(inWords(changesByRange(Allowlist(entries(before)), Allowlist(entries(after)))), "changes");
}

void TestChangeSet::keepsTheIdentityOfTheListWhenAFileSpeaks()
{
    auto before = entries({u"198.51.100.1 a"_s});
    before[0].remoteId = u"17"_s;
    before[0].provenance.createdBy = u"ada"_s;
    before[0].unknownFields.insert(u"colour"_s, u"red"_s);
    const ChangeSet set = changesByRange(Allowlist(before), Allowlist(entries({u"198.51.100.1 b"_s})));
    QCOMPARE(set.changes.size(), 1U);
    Entry expected = before[0];
    expected.content.label = u"b"_s;
    QCOMPARE(*set.changes[0].after, expected);
}

void TestChangeSet::turnsBeforeIntoAfter()
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        RandomLists random(seed);
        const Allowlist before(random.someEntries(12));
        const Allowlist after(random.someSuccessor(before.entries()));
        const ChangeSet set = changesBetween(before, after);
        QVERIFY2(contentByKey(applied(before, set)) == contentByKey(after), qPrintable(u"seed %1"_s.arg(seed)));
        QVERIFY2(std::ranges::none_of(set.changes,
                                      [](const Change &change) {
                                          return change.before && change.after &&
                                                 change.before->content == change.after->content;
                                      }),
                 qPrintable(u"a change without a difference, seed %1"_s.arg(seed)));
    }
}

void TestChangeSet::turnsBeforeIntoAfterByRange()
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        RandomLists random(seed);
        const Allowlist before(random.someEntries(12));
        const Allowlist after(random.someEntries(12));
        const ChangeSet set = changesByRange(before, after);
        QVERIFY2(sortedWords(applied(before, set)) == sortedWords(after), qPrintable(u"seed %1"_s.arg(seed)));
    }
}

GATEHOUSE_TEST(TestChangeSet, QCoreApplication)
#include "tst_change_set.moc"
