// SPDX-License-Identifier: Apache-2.0
#include "allowlist/GroupPlan.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

const QUuid production = QUuid::createUuidV5(QUuid(), QStringLiteral("production"));

/// From words: "Office: 192.0.2.1 192.0.2.2=VPN"; used in production unless it ends in "(unused)".
std::vector<AddressGroup> groupsOf(const QStringList &lines)
{
    std::vector<AddressGroup> groups;
    for (const QString &line : lines) {
        AddressGroup group{QUuid::createUuid(), line.section(QStringLiteral(": "), 0, 0), {}, {production}};
        for (const QString &word : line.section(QStringLiteral(": "), 1).split(u' ', Qt::SkipEmptyParts)) {
            if (word == u"(unused)")
                group.usedIn.clear();
            else
                group.ranges.push_back({range(word.section(u'=', 0, 0)), word.section(u'=', 1)});
        }
        groups.push_back(group);
    }
    return groups;
}

/// From words: the range, the label, and "own" for one that is the user's or "#3" for the id of the entry.
std::vector<GroupPlacement> placementsOf(const QStringList &lines)
{
    std::vector<GroupPlacement> placed;
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ');
        GroupPlacement placement{range(words[0]), words[1], words[1], {}, true};
        for (const QString &word : words.mid(2)) {
            if (word == u"own")
                placement.ours = false;
            else
                placement.remoteId = word;
        }
        placed.push_back(placement);
    }
    return placed;
}

/// As in Entries.h, with an id behind a bar: "192.0.2.1 Office|#3".
Allowlist listOf(const QStringList &lines)
{
    std::vector<Entry> list;
    for (const QString &line : lines) {
        list.push_back(entry(line.section(u'|', 0, 0)));
        list.back().remoteId = line.section(u'|', 1);
    }
    return Allowlist(list);
}

GroupPlan planFor(const std::vector<AddressGroup> &groups, const std::vector<GroupPlacement> &placed,
                  const Allowlist &list, const EntryKey &vanished = {})
{
    return planGroups(
        {groups, production, placed, list, noon(), [vanished](const EntryKey &key) { return key == vanished; }});
}

QString rangeText(const IpRange &range)
{
    return QString::fromStdString(range.toShortString());
}

QStringList inWords(const GroupPlan &plan, const Allowlist &list)
{
    QStringList lines;
    for (const EntryContent &content : plan.add)
        lines += QStringLiteral("+%1 %2").arg(rangeText(content.range), content.label);
    for (const EntryKey &key : plan.remove)
        lines += QStringLiteral("-%1 %2").arg(rangeText(list.find(key)->content.range), list.find(key)->content.label);
    for (const auto &[key, label] : plan.relabel)
        lines += QStringLiteral("=%1 %2").arg(rangeText(list.find(key)->content.range), label);
    for (const GroupNote &note : plan.notes) {
        static const QStringList kinds{QStringLiteral("there"), QStringLiteral("off"), QStringLiteral("stays")};
        lines += QStringLiteral("%1: %2").arg(kinds[int(note.kind)], rangeText(note.range));
    }
    return lines;
}

} // namespace

class TestGroupPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansWhatIsMissingAndWhatIsOver_data()
    {
        QTest::addColumn<QStringList>("groups");
        QTest::addColumn<QStringList>("placed");
        QTest::addColumn<QStringList>("list");
        QTest::addColumn<QStringList>("plan");
        using Lines = QStringList;
        const Lines office{u"Office: 192.0.2.1 192.0.2.2=VPN"_s};

        QTest::newRow("a group that is new to the list")
            << office << Lines{} << Lines{u"10.0.0.1 me"_s} << Lines{u"+192.0.2.1 Office"_s, u"+192.0.2.2 VPN"_s};
        QTest::newRow("one that is not used there")
            << Lines{u"Bob: 192.0.2.1 (unused)"_s} << Lines{} << Lines{} << Lines{};
        QTest::newRow("all is there") << office << Lines{u"192.0.2.1 Office"_s, u"192.0.2.2 VPN"_s}
                                      << Lines{u"192.0.2.1 Office"_s, u"192.0.2.2 VPN"_s} << Lines{};
        QTest::newRow("a range that the group has no more")
            << Lines{u"Office: 192.0.2.1"_s} << Lines{u"192.0.2.1 Office"_s, u"192.0.2.2 Office"_s}
            << Lines{u"192.0.2.1 Office"_s, u"192.0.2.2 Office"_s} << Lines{u"-192.0.2.2 Office"_s};
        QTest::newRow("a group that is gone")
            << Lines{} << Lines{u"192.0.2.1 Office"_s} << Lines{u"192.0.2.1 Office"_s, u"10.0.0.1 me"_s}
            << Lines{u"-192.0.2.1 Office"_s};
        QTest::newRow("another group still wants it")
            << Lines{u"Bob: 192.0.2.1"_s} << Lines{u"192.0.2.1 Bob"_s} << Lines{u"192.0.2.1 Bob"_s} << Lines{};
        QTest::newRow("the user's own entry is not added again")
            << Lines{u"Office: 192.0.2.1"_s} << Lines{} << Lines{u"192.0.2.1 mine"_s} << Lines{u"there: 192.0.2.1"_s};
        QTest::newRow("the user's own entry is not removed")
            << Lines{} << Lines{u"192.0.2.1 Office own"_s} << Lines{u"192.0.2.1 mine"_s}
            << Lines{u"stays: 192.0.2.1"_s};
        QTest::newRow("nor one that the user entered beside it")
            << Lines{} << Lines{u"192.0.2.1 Office"_s} << Lines{u"192.0.2.1 mine"_s, u"192.0.2.1 Office"_s}
            << Lines{u"-192.0.2.1 Office"_s};
        QTest::newRow("nor one that stands in its place")
            << Lines{} << Lines{u"192.0.2.1 Office"_s} << Lines{u"192.0.2.1 mine"_s} << Lines{u"stays: 192.0.2.1"_s};
        QTest::newRow("an id tells it whatever its label")
            << Lines{} << Lines{u"192.0.2.1 Office #2"_s} << Lines{u"192.0.2.1 Office|#1"_s, u"192.0.2.1 desk|#2"_s}
            << Lines{u"-192.0.2.1 desk"_s};
        QTest::newRow("what was removed by hand comes back")
            << Lines{u"Office: 192.0.2.1"_s} << Lines{u"192.0.2.1 Office"_s} << Lines{u"10.0.0.1 me"_s}
            << Lines{u"+192.0.2.1 Office"_s};
        QTest::newRow("what is over and gone already needs nothing")
            << Lines{} << Lines{u"192.0.2.1 Office"_s} << Lines{u"10.0.0.1 me"_s} << Lines{};
        QTest::newRow("switched off stays so") << Lines{u"Office: 192.0.2.1"_s} << Lines{u"192.0.2.1 Office"_s}
                                               << Lines{u"192.0.2.1 Office off"_s} << Lines{u"off: 192.0.2.1"_s};
        QTest::newRow("a renamed group renames its entries")
            << Lines{u"HQ: 192.0.2.1"_s} << Lines{u"192.0.2.1 Office"_s} << Lines{u"192.0.2.1 Office"_s}
            << Lines{u"=192.0.2.1 HQ"_s};
        QTest::newRow("but not those that the user renamed")
            << Lines{u"HQ: 192.0.2.1"_s} << Lines{u"192.0.2.1 Office #1"_s} << Lines{u"192.0.2.1 desk|#1"_s} << Lines{};
        QTest::newRow("of two groups the first gives the label")
            << Lines{u"Bob: 192.0.2.1"_s, u"Office: 192.0.2.1"_s} << Lines{} << Lines{} << Lines{u"+192.0.2.1 Bob"_s};
    }

    void plansWhatIsMissingAndWhatIsOver()
    {
        QFETCH(QStringList, groups);
        QFETCH(QStringList, placed);
        QFETCH(QStringList, list);
        QFETCH(QStringList, plan);
        const Allowlist known = listOf(list);
        QCOMPARE(inWords(planFor(groupsOf(groups), placementsOf(placed), known), known), plan);
    }

    void bringsBackWhatVanished()
    {
        const Allowlist list = listOf({u"192.0.2.1 Office off"_s});
        const EntryKey key = list.entries().front().key;
        const GroupPlan plan =
            planFor(groupsOf({u"Office: 192.0.2.1"_s}), placementsOf({u"192.0.2.1 Office"_s}), list, key);
        QCOMPARE(plan.bringBack, std::vector{key});
        QVERIFY(plan.add.empty());
        QVERIFY(plan.notes.empty());
    }

    /// From the plan over sending and reading back to a list of which nothing is left to do, and back again.
    void isSettledAfterReadingBack()
    {
        const auto office = groupsOf({u"Office: 192.0.2.1 192.0.2.9"_s});
        const GroupPlan first = planFor(office, {}, listOf({u"192.0.2.9 mine|#7"_s}));
        QVERIFY(!isInStep(office, production, {}));
        const Allowlist readBack = listOf({u"192.0.2.9 mine|#7"_s, u"192.0.2.1 Office|#8"_s});
        const auto placed = settledPlacements(first, office, production, readBack);
        QVERIFY(isInStep(office, production, placed));
        QCOMPARE(placed.size(), 2U);
        QCOMPARE(placed[0].remoteId, QStringLiteral("#8"));
        QVERIFY(placed[0].ours);
        QVERIFY(!placed[1].ours);

        const GroupPlan last = planFor({}, placed, readBack);
        QCOMPARE(inWords(last, readBack), (QStringList{u"-192.0.2.1 Office"_s, u"stays: 192.0.2.9"_s}));
        QVERIFY(!isInStep({}, production, placed));
        QVERIFY(settledPlacements(last, {}, production, listOf({u"192.0.2.9 mine|#7"_s})).empty());
    }

    /// What did not arrive is planned again, what could not be removed is remembered.
    void remembersWhatDidNotWork()
    {
        const auto office = groupsOf({u"Office: 192.0.2.1"_s});
        const GroupPlan adding = planFor(office, {}, {});
        QVERIFY(settledPlacements(adding, office, production, {}).empty());
        const Allowlist still = listOf({u"192.0.2.1 Office"_s});
        const auto placed = placementsOf({u"192.0.2.1 Office"_s});
        QCOMPARE(settledPlacements(planFor({}, placed, still), {}, production, still), placed);
    }
};

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::TestGroupPlan, QCoreApplication)
#include "tst_group_plan.moc"
