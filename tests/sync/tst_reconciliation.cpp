// SPDX-License-Identifier: Apache-2.0
#include "support/TestProgram.h"
#include "sync/Reconciliation.h"

#include <QTest>

using namespace gatehouse;

namespace {

Entry entry(const char *range, const char *label)
{
    EntryContent content;
    content.range = *IpRange::parse(range);
    content.label = QString::fromLatin1(label);
    return makeEntry(content);
}

Entry relabelled(Entry entry, const char *label)
{
    entry.content.label = QString::fromLatin1(label);
    return entry;
}

bool same(const EntryContent &live, const EntryContent &wanted)
{
    return live == wanted;
}

} // namespace

class TestReconciliation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLiveIsNoChangeAnyMore()
    {
        const Entry added = entry("203.0.113.0/24", "Office");
        Draft sent;
        sent.set(added.key, added);
        const auto live = std::make_shared<const Allowlist>(std::vector{added});

        const Reconciliation found = reconcile(sent, sent, live, same);

        QVERIFY(found.draft.isClean());
        QCOMPARE(found.applied.changes.size(), 1U);
        QVERIFY(found.notApplied.empty());
    }

    void whatIsNotLiveStaysPending()
    {
        const Entry kept = entry("203.0.113.0/24", "Office");
        const Entry removed = entry("198.51.100.7", "Guest");
        const auto before = std::make_shared<const Allowlist>(std::vector{kept, removed});
        Draft sent(before);
        sent.set(removed.key, std::nullopt);
        sent.set(kept.key, relabelled(kept, "Main office"));

        const Reconciliation found = reconcile(sent, sent, before, same);

        QCOMPARE(found.draft.changeCount(), 2);
        QCOMPARE(found.notApplied.size(), 2U);
        QVERIFY(found.applied.isEmpty());
    }

    void editsMadeMeanwhileStayPending()
    {
        const Entry first = entry("203.0.113.0/24", "Office");
        Draft sent;
        sent.set(first.key, first);
        Draft current = sent;
        current.set(first.key, relabelled(first, "Main office"));
        const Entry second = entry("198.51.100.7", "Guest");
        current.set(second.key, second);
        const auto live = std::make_shared<const Allowlist>(std::vector{first});

        const Reconciliation found = reconcile(sent, current, live, same);

        QCOMPARE(found.applied.changes.size(), 1U);
        QCOMPARE(found.draft.changeCount(), 2);
        QCOMPARE(found.draft.entry(first.key)->content.label, QStringLiteral("Main office"));
        QVERIFY(found.draft.entry(second.key));
    }

    void ofAChangeThatIsHalfDoneTheRestIsLeft()
    {
        const Entry old = entry("203.0.113.0/24", "Office");
        Draft sent(std::make_shared<const Allowlist>(std::vector{old}));
        Entry moved = old;
        moved.content.range = *IpRange::parse("203.0.113.0/25");
        sent.set(old.key, moved);
        const Entry made = makeEntry(moved.content);
        const auto live = std::make_shared<const Allowlist>(std::vector{old, made});

        const Reconciliation found = reconcile(sent, sent, live, same);

        QCOMPARE(found.notApplied, std::vector{old.key});
        QCOMPARE(found.draft.changeCount(), 1);
        QCOMPARE(found.draft.change(old.key)->kind(), Change::Kind::Removed);

        Draft current = sent;
        moved.content.label = QStringLiteral("Annex");
        current.set(old.key, moved);
        QCOMPARE(reconcile(sent, current, live, same).draft.entry(old.key)->content, moved.content);
    }

    void whatWasNotChangedKeepsItsKey()
    {
        const Entry kept = entry("203.0.113.0/24", "Office");
        const Entry moved = entry("198.51.100.0/24", "Branch");
        const Entry removed = entry("198.51.100.7", "Guest");
        Draft sent(std::make_shared<const Allowlist>(std::vector{kept, moved, removed}));
        Entry wanted = moved;
        wanted.content.range = *IpRange::parse("198.51.100.0/25");
        sent.set(moved.key, wanted);
        sent.set(removed.key, std::nullopt);
        const auto fresh = [](std::vector<Entry> entries) {
            for (Entry &entry : entries)
                entry.key = {};
            return entries;
        };

        const auto asBefore = std::make_shared<const Allowlist>(withKeysOfSent(fresh({kept, moved, removed}), sent));
        const Reconciliation nothing = reconcile(sent, sent, asBefore, same);
        QCOMPARE(nothing.draft.changes().changes, sent.changes().changes);
        QVERIFY(nothing.applied.isEmpty());

        const auto asWanted = std::make_shared<const Allowlist>(withKeysOfSent(fresh({kept, wanted}), sent));
        QVERIFY(reconcile(sent, sent, asWanted, same).draft.isClean());

        const auto other = entry("198.51.100.7", "Somebody else's");
        const auto half = std::make_shared<const Allowlist>(withKeysOfSent(fresh({kept, wanted, other}), sent));
        QCOMPARE(reconcile(sent, sent, half, same).draft.changes().count(Change::Kind::Removed), 1U);
    }

    void aRemovalThatFailedStaysPending()
    {
        const Entry office = entry("203.0.113.0/24", "Office");
        Draft sent(std::make_shared<const Allowlist>(std::vector{office}));
        sent.set(office.key, std::nullopt);
        Entry there = office;
        there.key = {};
        const auto live = std::make_shared<const Allowlist>(withKeysOfSent({there}, sent));

        const Reconciliation found = reconcile(sent, sent, live, same);

        QCOMPARE(found.notApplied, std::vector{office.key});
        QCOMPARE(found.draft.change(office.key)->kind(), Change::Kind::Removed);
    }

    void aChangeOfRangeThatFailedStaysOneChange()
    {
        const Entry office = entry("203.0.113.0/24", "Office");
        Draft sent(std::make_shared<const Allowlist>(std::vector{office}));
        Entry moved = office;
        moved.content.range = *IpRange::parse("198.51.100.0/24");
        sent.set(office.key, moved);
        Entry there = office;
        there.key = {};
        const auto live = std::make_shared<const Allowlist>(withKeysOfSent({there}, sent));

        const Reconciliation found = reconcile(sent, sent, live, same);

        QCOMPARE(found.draft.changeCount(), 1);
        QCOMPARE(found.draft.change(office.key)->kind(), Change::Kind::Changed);
        QCOMPARE(found.draft.entry(office.key)->content, moved.content);
    }

    void ofOldAndNewTheOldOneIsTheEntry()
    {
        const Entry old = entry("203.0.113.0/24", "Office");
        Draft sent(std::make_shared<const Allowlist>(std::vector{old}));
        Entry moved = old;
        moved.content.range = *IpRange::parse("203.0.113.0/25");
        moved.content.label = QStringLiteral("Annex");
        sent.set(old.key, moved);
        Entry former = old;
        former.content.label = moved.content.label; // which is kept here
        const auto live = std::make_shared<const Allowlist>(withKeysOfSent({former, makeEntry(moved.content)}, sent));
        QCOMPARE(live->size(), 2U);

        const Reconciliation found = reconcile(sent, sent, live, same);

        QCOMPARE(found.draft.changeCount(), 1);
        QCOMPARE(found.draft.result().size(), 1U);
        QCOMPARE(found.draft.result().entries().front().content, moved.content);
    }

    void takenBackMeanwhileAsksForTheOpposite()
    {
        const Entry added = entry("203.0.113.0/24", "Office");
        Draft sent;
        sent.set(added.key, added);
        const auto live = std::make_shared<const Allowlist>(std::vector{added});

        const Reconciliation found = reconcile(sent, Draft(), live, same);

        QCOMPARE(found.draft.changeCount(), 1);
        QCOMPARE(found.draft.change(added.key)->kind(), Change::Kind::Removed);
    }
};

GATEHOUSE_TEST(TestReconciliation, QCoreApplication)
#include "tst_reconciliation.moc"
