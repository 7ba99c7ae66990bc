// SPDX-License-Identifier: Apache-2.0
#include "RandomLists.h"
#include "allowlist/Merge.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// The same entry with another content.
Entry changed(Entry entry, const QString &words)
{
    entry.content = test::entry(words).content;
    return entry;
}

QStringList sideWords(const std::optional<Entry> &entry)
{
    return entry ? QStringList{inWords(*entry)} : QStringList{};
}

/// What one field of an entry must become, by the book; a clash leaves mine.
template <typename Field>
Field expectedField(const Entry &base, const Entry &mine, const Entry &theirs, Field EntryContent::*field,
                    bool &clashes)
{
    const Field &was = base.content.*field;
    const Field &here = mine.content.*field;
    const Field &there = theirs.content.*field;
    if (here == was)
        return there;
    if (there != was && there != here)
        clashes = true;
    return here;
}

} // namespace

class TestMerge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatArrivedLaterThanItWasChosenIsNoChangeAnyMore_data();
    void whatArrivedLaterThanItWasChosenIsNoChangeAnyMore();
    void mergesOneEntry_data();
    void mergesOneEntry();
    void settlesAConflictForEitherSide_data();
    void settlesAConflictForEitherSide();
    void keepsACleanDraftClean();
    void takesIdentityFromTheRemoteList();
    void wantsAnewWhatWasRemovedThere();
    void dropsAnAdditionThatAppearedThere_data();
    void dropsAnAdditionThatAppearedThere();
    void recognisesAnAdditionThatWasSent();
    void recognisesAChangeOfRangeThatWasSent_data();
    void recognisesAChangeOfRangeThatWasSent();
    void losesNothing();
    void additionsSurviveOnce();
};

/// Each state in words; empty: not on that side's list.
void TestMerge::mergesOneEntry_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("result");
    QTest::addColumn<bool>("isConflict");

    const QString base = u"198.51.100.1 a 1h"_s;
    const QString none;
    QTest::newRow("changed here only") << base << u"198.51.100.1 b 1h"_s << base << u"198.51.100.1 b 1h"_s << false;
    QTest::newRow("changed there only") << base << base << u"198.51.100.1 b 1h"_s << u"198.51.100.1 b 1h"_s << false;
    QTest::newRow("different fields") << base << u"198.51.100.1 b 1h"_s << u"198.51.100.1 a off 2h"_s
                                      << u"198.51.100.1 b off 2h"_s << false;
    QTest::newRow("range here, the rest there")
        << base << u"198.51.100.2 a 1h"_s << u"198.51.100.1 c off"_s << u"198.51.100.2 c off"_s << false;
    QTest::newRow("the same change") << base << u"198.51.100.1 b 1h"_s << u"198.51.100.1 b 1h"_s
                                     << u"198.51.100.1 b 1h"_s << false;
    QTest::newRow("the same change and another")
        << base << u"198.51.100.1 b off 1h"_s << u"198.51.100.1 b 1h"_s << u"198.51.100.1 b off 1h"_s << false;
    QTest::newRow("the same field, differently")
        << base << u"198.51.100.1 b 1h"_s << u"198.51.100.1 c 1h"_s << u"198.51.100.1 b 1h"_s << true;
    QTest::newRow("one field in conflict, one not")
        << base << u"198.51.100.1 b 1h"_s << u"198.51.100.1 c off 1h"_s << u"198.51.100.1 b off 1h"_s << true;
    QTest::newRow("expiry against never")
        << base << u"198.51.100.1 a"_s << u"198.51.100.1 a 3h"_s << u"198.51.100.1 a"_s << true;
    QTest::newRow("removed here") << base << none << base << none << false;
    QTest::newRow("removed there") << base << base << none << none << false;
    QTest::newRow("removed on both sides") << base << none << none << none << false;
    QTest::newRow("removed here, changed there") << base << none << u"198.51.100.1 c 1h"_s << none << true;
    QTest::newRow("changed here, removed there")
        << base << u"198.51.100.1 b 1h"_s << none << u"198.51.100.1 b 1h"_s << true;
}

void TestMerge::mergesOneEntry()
{
    QFETCH(const QString, base);
    QFETCH(const QString, mine);
    QFETCH(const QString, theirs);
    QFETCH(const QString, result);
    QFETCH(const bool, isConflict);

    const Entry original = entry(base);
    Draft draft(snapshotOf({original}));
    draft.set(original.key, mine.isEmpty() ? std::nullopt : std::optional(changed(original, mine)));
    std::vector<Entry> remote;
    if (!theirs.isEmpty())
        remote.push_back(changed(original, theirs));

    const MergeResult merged = mergeThreeWays(draft, snapshotOf(remote));
    QCOMPARE(inWords(merged.draft.result()), result.isEmpty() ? QStringList{} : QStringList{result});
    QCOMPARE(merged.conflicts.size(), isConflict ? 1U : 0U);
    QCOMPARE(merged.draft.isClean(), result == theirs);
    if (isConflict) {
        const Conflict &conflict = merged.conflicts[0];
        QCOMPARE(conflict.key, original.key);
        QCOMPARE(sideWords(conflict.base), QStringList{base});
        QCOMPARE(sideWords(conflict.mine), mine.isEmpty() ? QStringList{} : QStringList{mine});
        QCOMPARE(sideWords(conflict.theirs), theirs.isEmpty() ? QStringList{} : QStringList{theirs});
    }
}

void TestMerge::settlesAConflictForEitherSide_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("forMine");
    QTest::addColumn<QString>("forTheirs");

    const QString none;
    QTest::newRow("the rest of both stays") << u"198.51.100.1 b off"_s << u"198.51.100.1 c 5h"_s
                                            << u"198.51.100.1 b off 5h"_s << u"198.51.100.1 c off 5h"_s;
    QTest::newRow("removed here") << none << u"198.51.100.1 c"_s << none << u"198.51.100.1 c"_s;
    QTest::newRow("removed there") << u"198.51.100.1 b"_s << none << u"198.51.100.1 b"_s << none;
}

void TestMerge::settlesAConflictForEitherSide()
{
    QFETCH(const QString, mine);
    QFETCH(const QString, theirs);
    Conflict conflict;
    conflict.base = entry(u"198.51.100.1 a"_s);
    conflict.key = conflict.base->key;
    if (!mine.isEmpty())
        conflict.mine = changed(*conflict.base, mine);
    if (!theirs.isEmpty())
        conflict.theirs = changed(*conflict.base, theirs);

    for (const auto &[side, column] : {std::pair(Side::Mine, "forMine"), std::pair(Side::Theirs, "forTheirs")}) {
        const std::optional<Entry> settled = resolved(conflict, side);
        QFETCH(const QString, forMine);
        QFETCH(const QString, forTheirs);
        const QString &expected = side == Side::Mine ? forMine : forTheirs;
        QVERIFY2(sideWords(settled).join(u'|') == expected, column);
    }
}

void TestMerge::keepsACleanDraftClean()
{
    const Draft draft(snapshotOf(entries({u"198.51.100.1"_s, u"198.51.100.2"_s})));
    const auto remote = snapshotOf(entries({u"203.0.113.9"_s}));
    const MergeResult merged = mergeThreeWays(draft, remote);
    QVERIFY(merged.draft.isClean());
    QVERIFY(merged.conflicts.empty());
    QCOMPARE(merged.draft.sharedSnapshot(), remote);
}

void TestMerge::takesIdentityFromTheRemoteList()
{
    auto list = entries({u"198.51.100.1 a"_s});
    list[0].remoteId = u"17"_s;
    Draft draft(snapshotOf(list));
    draft.set(list[0].key, changed(list[0], u"198.51.100.1 b"_s));

    list[0].remoteId = u"18"_s;
    list[0].provenance.updatedBy = u"ada"_s;
    list[0].unknownFields.insert(u"colour"_s, u"red"_s);
    const MergeResult merged = mergeThreeWays(draft, snapshotOf(list));
    QCOMPARE(*merged.draft.entry(list[0].key), changed(list[0], u"198.51.100.1 b"_s));
}

void TestMerge::wantsAnewWhatWasRemovedThere()
{
    auto list = entries({u"198.51.100.1 a"_s});
    list[0].remoteId = u"17"_s;
    list[0].provenance.createdBy = u"ada"_s;
    Draft draft(snapshotOf(list));
    draft.set(list[0].key, changed(list[0], u"198.51.100.1 b"_s));

    const MergeResult merged = mergeThreeWays(draft, snapshotOf({}));
    QCOMPARE(merged.draft.change(list[0].key)->kind(), Change::Kind::Added);
    QCOMPARE(merged.draft.entry(list[0].key)->remoteId, QString());
    QCOMPARE(merged.draft.entry(list[0].key)->provenance, Provenance());
}

void TestMerge::dropsAnAdditionThatAppearedThere_data()
{
    QTest::addColumn<QStringList>("added");
    QTest::addColumn<QStringList>("appeared");
    QTest::addColumn<QStringList>("stillAdded");

    const QString one = u"198.51.100.1 a"_s;
    QTest::newRow("equal") << QStringList{one} << QStringList{one} << QStringList{};
    QTest::newRow("another label") << QStringList{one} << QStringList{u"198.51.100.1 b"_s} << QStringList{one};
    QTest::newRow("another expiry") << QStringList{one} << QStringList{one + u" 2h"_s} << QStringList{one};
    QTest::newRow("added twice, appeared once") << QStringList{one, one} << QStringList{one} << QStringList{one};
    QTest::newRow("nothing appeared") << QStringList{one, u"*"_s} << QStringList{} << QStringList{one, u"*"_s};
}

void TestMerge::dropsAnAdditionThatAppearedThere()
{
    QFETCH(const QStringList, added);
    QFETCH(const QStringList, appeared);
    // The base holds an entry equal to the first addition: wanting a second one is no reason to drop it.
    const auto base = entries({u"198.51.100.1 a"_s});
    Draft draft(snapshotOf(base));
    for (const Entry &entry : entries(added))
        draft.set(entry.key, entry);
    auto remote = base;
    for (const Entry &entry : entries(appeared))
        remote.push_back(entry);

    const MergeResult merged = mergeThreeWays(draft, snapshotOf(remote));
    QStringList stillAdded;
    for (const EntryKey &key : merged.draft.added())
        stillAdded += inWords(*merged.draft.entry(key));
    QTEST(stillAdded, "stillAdded");
    QVERIFY(merged.conflicts.empty());
}

/// After a lost answer the remote list may hold our own addition under its key.
void TestMerge::recognisesAnAdditionThatWasSent()
{
    const Entry sent = entry(u"198.51.100.1 a"_s);
    Draft draft;
    draft.set(sent.key, sent);
    Entry held = sent;
    held.remoteId = u"17"_s;
    QVERIFY(mergeThreeWays(draft, snapshotOf({held})).draft.isClean());

    held.content.label = u"b"_s;
    const MergeResult merged = mergeThreeWays(draft, snapshotOf({held}));
    QCOMPARE(merged.conflicts.size(), 1U);
    QCOMPARE(merged.conflicts[0].base, std::nullopt);
    QCOMPARE(merged.draft.entry(sent.key)->content.label, u"a"_s);
    QCOMPARE(merged.draft.entry(sent.key)->remoteId, u"17"_s);
}

/// On a service that makes a new entry for it and removes the old one.
void TestMerge::recognisesAChangeOfRangeThatWasSent_data()
{
    QTest::addColumn<QStringList>("left"); // of the old entry
    QTest::addColumn<QStringList>("appeared");
    QTest::addColumn<QStringList>("result");
    QTest::addColumn<int>("pending");
    QTest::addColumn<int>("conflicts");

    const QStringList old{u"198.51.100.1 a"_s};
    const QStringList wanted{u"198.51.100.2 a"_s};
    const QStringList none;
    QTest::newRow("not at all") << old << none << wanted << 1 << 0;
    QTest::newRow("the first half of it") << old << wanted << wanted << 1 << 0;
    QTest::newRow("all of it") << none << wanted << wanted << 0 << 0;
    QTest::newRow("somebody else's of that range")
        << old << QStringList{u"198.51.100.2 b"_s} << QStringList{u"198.51.100.2 a"_s, u"198.51.100.2 b"_s} << 1 << 0;
    QTest::newRow("the old one was changed there") << QStringList{u"198.51.100.1 c"_s} << wanted
                                                   << QStringList{u"198.51.100.2 c"_s, u"198.51.100.2 a"_s} << 1 << 0;
    QTest::newRow("removed there, and nothing appeared") << none << none << wanted << 1 << 1;
}

void TestMerge::recognisesAChangeOfRangeThatWasSent()
{
    QFETCH(const QStringList, left);
    QFETCH(const QStringList, appeared);
    QFETCH(const QStringList, result);
    QFETCH(const int, pending);
    QFETCH(const int, conflicts);
    const Entry original = entry(u"198.51.100.1 a"_s);
    Draft draft(snapshotOf({original}));
    draft.set(original.key, changed(original, u"198.51.100.2 a"_s));
    std::vector<Entry> remote;
    for (const QString &words : left)
        remote.push_back(changed(original, words));
    for (const QString &words : appeared)
        remote.push_back(entry(words));

    const MergeResult merged = mergeThreeWays(draft, snapshotOf(remote));
    QCOMPARE(inWords(merged.draft.result()), result);
    QCOMPARE(merged.draft.changeCount(), pending);
    QCOMPARE(merged.conflicts.size(), std::size_t(conflicts));
}

/// Every entry of the base, edited or removed at random on both sides.
void TestMerge::losesNothing()
{
    for (unsigned seed = 1; seed <= 1000; ++seed) {
        RandomLists random(seed);
        const std::vector<Entry> base = random.someEntries(10);
        const Draft draft = random.someDraft(base);
        const auto remote = snapshotOf(random.someSuccessor(base));
        const MergeResult merged = mergeThreeWays(draft, remote);
        for (const Entry &original : base) {
            const std::optional<Entry> mine = draft.entry(original.key);
            const Entry *theirs = remote->find(original.key);
            std::optional<EntryContent> expected;
            bool clashes = false;
            if (mine && theirs) {
                expected = {expectedField(original, *mine, *theirs, &EntryContent::range, clashes),
                            expectedField(original, *mine, *theirs, &EntryContent::label, clashes),
                            expectedField(original, *mine, *theirs, &EntryContent::active, clashes),
                            expectedField(original, *mine, *theirs, &EntryContent::expiresAt, clashes)};
            } else if (mine && mine->content != original.content) {
                expected = mine->content;
                clashes = true;
            } else if (!mine && theirs) {
                clashes = theirs->content != original.content;
            }
            const std::optional<Entry> result = merged.draft.entry(original.key);
            const auto conflicts = std::ranges::count(merged.conflicts, original.key, &Conflict::key);
            const QByteArray where = u"seed %1, %2"_s.arg(seed).arg(inWords(original)).toUtf8();
            QVERIFY2(result.has_value() == expected.has_value(), where.constData());
            QVERIFY2(!result || result->content == *expected, where.constData());
            QVERIFY2(conflicts == (clashes ? 1 : 0), where.constData());
        }
    }
}

/// What was added on either side is there as often as the side that added it more often wanted.
void TestMerge::additionsSurviveOnce()
{
    for (unsigned seed = 1; seed <= 1000; ++seed) {
        RandomLists random(seed);
        const std::vector<Entry> mine = random.someEntries(6);
        std::vector<Entry> theirs = random.someEntries(6);
        for (const Entry &entry : mine) {
            if (random.oneIn(2))
                theirs.push_back(makeEntry(entry.content));
        }
        Draft draft;
        for (const Entry &entry : mine)
            draft.set(entry.key, entry);
        const Allowlist result = mergeThreeWays(draft, snapshotOf(theirs)).draft.result();

        for (const std::vector<Entry> *side : std::initializer_list<const std::vector<Entry> *>{&mine, &theirs}) {
            for (const Entry &entry : *side) {
                const auto times = [&](const std::vector<Entry> &list) {
                    return std::ranges::count(list, entry.content, &Entry::content);
                };
                QVERIFY2(times(result.entries()) == std::max(times(mine), times(theirs)),
                         qPrintable(u"seed %1, %2"_s.arg(seed).arg(inWords(entry))));
            }
        }
    }
}

void TestMerge::whatArrivedLaterThanItWasChosenIsNoChangeAnyMore_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::newRow("an entry that was added") << true;
    QTest::newRow("an expiry that was set") << false;
}

/// A service counts a chosen duration from the arrival of the request, and nobody saw its answer.
void TestMerge::whatArrivedLaterThanItWasChosenIsNoChangeAnyMore()
{
    QFETCH(const bool, isNew);
    const QDateTime chosen = QDateTime::fromString(u"2026-03-02T00:00:00Z"_s, Qt::ISODate);
    EntryContent content;
    content.range = *IpRange::parse("198.51.100.7");
    const Entry before = makeEntry(content);
    Entry wanted = before;
    wanted.content.expiresAt = chosen;
    Entry arrived = isNew ? makeEntry(content) : before;
    arrived.content.expiresAt = chosen.addSecs(40);
    Draft draft(snapshotOf(isNew ? std::vector<Entry>{} : std::vector<Entry>{before}));
    draft.set(wanted.key, wanted);

    const auto withinAMinute = [](const EntryContent &live, const EntryContent &sent) {
        return live.range == sent.range && live.expiresAt && sent.expiresAt &&
               std::abs(live.expiresAt->secsTo(*sent.expiresAt)) <= 60;
    };
    const MergeResult merged = mergeThreeWays(draft, snapshotOf({arrived}), withinAMinute);

    QVERIFY(merged.draft.isClean());
    QVERIFY(merged.conflicts.empty());
}

GATEHOUSE_TEST(TestMerge, QCoreApplication)
#include "tst_merge.moc"
