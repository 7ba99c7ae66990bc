// SPDX-License-Identifier: Apache-2.0
#include "RandomLists.h"
#include "allowlist/Draft.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class TestDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAsItsSnapshot();
    void isCleanAgainWhenAnEditIsTakenBack();
    void wantsARemovedEntryGone();
    void forgetsAnAddedEntryThatIsRemoved();
    void bringsAnAddedEntryBackToItsPlace();
    void leavesToTheServiceWhatIsTheServices();
    void givesAddedEntriesTheKeyTheyAreSetFor();
    void ordersChanges();
    void countsAsItChanges();
    void leavesWhatIsNoRangeAsItIs();
    void isAValue();
    void undoesWhatSetReturned();
};

void TestDraft::startsAsItsSnapshot()
{
    QVERIFY(Draft().isClean());
    QVERIFY(Draft().result().isEmpty());

    const auto snapshot = snapshotOf(entries({u"198.51.100.1"_s, u"198.51.100.2"_s}));
    const Draft draft(snapshot);
    QVERIFY(draft.isClean());
    QVERIFY(draft.changes().isEmpty());
    QCOMPARE(draft.result(), *snapshot);
    QCOMPARE(draft.entry(snapshot->entries()[1].key), snapshot->entries()[1]);
    QCOMPARE(draft.entry(EntryKey::createUuid()), std::nullopt);
    QCOMPARE(draft.change(snapshot->entries()[1].key), nullptr);
}

void TestDraft::isCleanAgainWhenAnEditIsTakenBack()
{
    const auto snapshot = snapshotOf(entries({u"198.51.100.1 a"_s}));
    const Entry original = snapshot->entries()[0];
    Entry edited = original;
    edited.content.label = u"b"_s;
    Draft draft(snapshot);
    QCOMPARE(draft.set(original.key, edited), original);
    QCOMPARE(draft.changeCount(), 1);
    QCOMPARE(draft.change(original.key)->kind(), Change::Kind::Changed);
    QCOMPARE(draft.set(original.key, original), edited);
    QVERIFY(draft.isClean());
}

void TestDraft::wantsARemovedEntryGone()
{
    const auto snapshot = snapshotOf(entries({u"198.51.100.1"_s, u"198.51.100.2"_s}));
    const EntryKey key = snapshot->entries()[0].key;
    Draft draft(snapshot);
    draft.set(key, std::nullopt);
    QCOMPARE(draft.entry(key), std::nullopt);
    QCOMPARE(inWords(draft.result()), QStringList{u"198.51.100.2"_s});
    QCOMPARE(draft.set(key, std::nullopt), std::nullopt);
    draft.set(key, snapshot->entries()[0]);
    QVERIFY(draft.isClean());
}

void TestDraft::forgetsAnAddedEntryThatIsRemoved()
{
    Draft draft(snapshotOf(entries({u"198.51.100.1"_s})));
    const Entry added = entry(u"198.51.100.2"_s);
    QCOMPARE(draft.set(added.key, added), std::nullopt);
    QCOMPARE(draft.added(), std::vector{added.key});
    QCOMPARE(draft.set(added.key, std::nullopt), added);
    QVERIFY(draft.isClean());
    QVERIFY(draft.added().empty());
    QCOMPARE(draft.set(EntryKey::createUuid(), std::nullopt), std::nullopt);
    QVERIFY(draft.isClean());
}

void TestDraft::bringsAnAddedEntryBackToItsPlace()
{
    Draft draft;
    const auto added = entries({u"198.51.100.1"_s, u"198.51.100.2"_s, u"198.51.100.3"_s});
    for (const Entry &entry : added)
        draft.set(entry.key, entry);
    draft.set(added[1].key, std::nullopt);
    QCOMPARE(inWords(draft.result()), (QStringList{u"198.51.100.1"_s, u"198.51.100.3"_s}));
    draft.set(added[1].key, added[1]);
    QCOMPARE(inWords(draft.result()), (QStringList{u"198.51.100.1"_s, u"198.51.100.2"_s, u"198.51.100.3"_s}));
    QCOMPARE(draft.added(), (std::vector{added[0].key, added[1].key, added[2].key}));
    QCOMPARE(draft.addedCount(), 3);
}

void TestDraft::leavesToTheServiceWhatIsTheServices()
{
    auto list = entries({u"198.51.100.1 a"_s});
    list[0].remoteId = u"17"_s;
    list[0].provenance.createdBy = u"ada"_s;
    list[0].unknownFields.insert(u"colour"_s, u"red"_s);
    Draft draft(snapshotOf(list));
    Entry edited = entry(u"198.51.100.1 b"_s);
    draft.set(list[0].key, edited);

    Entry expected = list[0];
    expected.content.label = u"b"_s;
    QCOMPARE(*draft.entry(list[0].key), expected);
    edited.content = list[0].content;
    draft.set(list[0].key, edited);
    QVERIFY(draft.isClean());
}

void TestDraft::givesAddedEntriesTheKeyTheyAreSetFor()
{
    Draft draft;
    const EntryKey key = EntryKey::createUuid();
    draft.set(key, entry(u"198.51.100.1"_s));
    QCOMPARE(draft.entry(key)->key, key);
    QVERIFY(draft.result().find(key));
}

void TestDraft::ordersChanges()
{
    const auto list = entries({u"198.51.100.1"_s, u"198.51.100.2"_s, u"198.51.100.3"_s, u"198.51.100.4"_s});
    Draft draft(snapshotOf(list));
    const auto added = entries({u"203.0.113.9"_s, u"203.0.113.1"_s});
    draft.set(added[0].key, added[0]);
    for (const std::size_t i : {3U, 1U}) {
        Entry edited = list[i];
        edited.content.active = false;
        draft.set(edited.key, edited);
    }
    draft.set(list[2].key, std::nullopt);
    draft.set(added[1].key, added[1]);
    draft.set(list[0].key, std::nullopt);

    std::vector<EntryKey> order;
    for (const Change &change : draft.changes().changes)
        order.push_back(change.key());
    QCOMPARE(order, (std::vector{list[1].key, list[3].key, added[0].key, added[1].key, list[0].key, list[2].key}));
    QCOMPARE(inWords(draft.result()),
             (QStringList{u"198.51.100.2 off"_s, u"198.51.100.4 off"_s, u"203.0.113.9"_s, u"203.0.113.1"_s}));
}

void TestDraft::isAValue()
{
    Draft draft(snapshotOf(entries({u"198.51.100.1"_s})));
    const Draft copy = draft;
    draft.set(copy.snapshot().entries()[0].key, std::nullopt);
    QVERIFY(copy.isClean());
    QVERIFY(!draft.isClean());
}

/// Random edits, then every one of them undone in turn: each step must lead back through the very same lists.
void TestDraft::undoesWhatSetReturned()
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        RandomLists random(seed);
        const std::vector<Entry> list = random.someEntries(8);
        std::vector<EntryKey> keys;
        for (const Entry &entry : list)
            keys.push_back(entry.key);
        for (int i = 0; i < 4; ++i)
            keys.push_back(EntryKey::createUuid());

        Draft draft(snapshotOf(list));
        std::vector<std::pair<EntryKey, std::optional<Entry>>> undo;
        std::vector<Allowlist> states;
        for (int edits = 0; edits < 20; ++edits) {
            states.push_back(draft.result());
            const EntryKey key = keys[static_cast<std::size_t>(random.below(static_cast<int>(keys.size())))];
            const auto wanted = random.oneIn(3) ? std::nullopt : std::optional(makeEntry(random.someContent()));
            undo.emplace_back(key, draft.set(key, wanted));
            const bool matches = changesBetween(draft.snapshot(), draft.result()).changes.size() ==
                                 static_cast<std::size_t>(draft.changeCount());
            QVERIFY2(matches, qPrintable(u"seed %1"_s.arg(seed)));
        }
        while (!undo.empty()) {
            draft.set(undo.back().first, undo.back().second);
            QVERIFY2(draft.result() == states.back(), qPrintable(u"seed %1"_s.arg(seed)));
            undo.pop_back();
            states.pop_back();
        }
        QVERIFY2(draft.isClean(), qPrintable(u"seed %1"_s.arg(seed)));
    }
}

/// The counts are kept beside the changes; they agree with them after whatever was set.
void TestDraft::countsAsItChanges()
{
    const auto snapshot = snapshotOf(entries({u"198.51.100.1 a"_s, u"198.51.100.2 b"_s, u"198.51.100.3 c"_s}));
    Draft draft(snapshot);
    std::vector<Entry> subjects = snapshot->entries();
    subjects.push_back(entry(u"203.0.113.1 d"_s));
    subjects.push_back(entry(u"203.0.113.2 e"_s));
    std::mt19937 random(20260131);
    for (int step = 0; step < 500; ++step) {
        Entry subject = subjects[random() % subjects.size()];
        subject.content.label = random() % 2 == 0 ? u"other"_s : subject.content.label;
        draft.set(subject.key, random() % 3 == 0 ? std::nullopt : std::optional(subject));
        const ChangeSet changes = draft.changes();
        for (const auto kind : {Change::Kind::Added, Change::Kind::Changed, Change::Kind::Removed})
            QCOMPARE(std::size_t(draft.count(kind)), changes.count(kind));
    }
}

void TestDraft::leavesWhatIsNoRangeAsItIs()
{
    Entry group = entry(u"203.0.113.5 web"_s);
    group.content.foreign = u"sg-0a1b"_s;
    QVERIFY(!group.isInForce(noon()));
    Draft draft(snapshotOf({group, entry(u"192.0.2.1"_s)}));
    Entry changed = group;
    changed.content.label = u"other"_s;
    draft.set(group.key, changed);
    draft.set(group.key, std::nullopt);
    Entry added = group;
    added.key = EntryKey::createUuid();
    draft.set(added.key, added);
    QVERIFY(draft.isClean());
    QCOMPARE(draft.entry(group.key), group);
    // It is followed by what it is, and not by a range.
    Entry other = entry(u"203.0.113.5 web"_s);
    const Allowlist list = withKeysOf({other, group}, Allowlist({group}));
    QVERIFY(list.entries()[0].key != group.key);
    QCOMPARE(list.entries()[1].key, group.key);
}

GATEHOUSE_TEST(TestDraft, QCoreApplication)
#include "tst_draft.moc"
