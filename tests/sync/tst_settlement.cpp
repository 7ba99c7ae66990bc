// SPDX-License-Identifier: Apache-2.0
#include "support/Entries.h"
#include "support/TestProgram.h"
#include "sync/Settlement.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

/// An entry in words, with its id at the service before a colon: "7:203.0.113.5 office".
Entry remote(const QString &words)
{
    const qsizetype colon = words.indexOf(u':');
    const bool hasId = colon > 0 && colon < 3;
    Entry made = entry(hasId ? words.mid(colon + 1) : words);
    if (hasId)
        made.remoteId = words.left(colon);
    return made;
}

std::vector<Entry> remotes(const QStringList &lines)
{
    std::vector<Entry> made;
    for (const QString &line : lines)
        made.push_back(remote(line));
    return made;
}

/// "before > after", either of which may be missing.
Change change(const QString &words)
{
    const QString before = words.section(u'>', 0, 0).trimmed();
    const QString after = words.section(u'>', 1).trimmed();
    Change made;
    if (!before.isEmpty())
        made.before = remote(before);
    if (!after.isEmpty())
        made.after = remote(after);
    if (made.before && made.after)
        made.after->key = made.before->key;
    return made;
}

QString word(SettledChange::Outcome outcome)
{
    switch (outcome) {
    case SettledChange::Outcome::TookEffect:
        return QStringLiteral("yes");
    case SettledChange::Outcome::HalfDone:
        return QStringLiteral("half");
    case SettledChange::Outcome::DidNot:
        return QStringLiteral("no");
    }
    return {};
}

QString textOf(const EntryKey &key, const std::vector<Entry> &live)
{
    for (const Entry &entry : live) {
        if (entry.key == key)
            return entry.remoteId.isEmpty() ? inWords(entry) : entry.remoteId + u':' + inWords(entry);
    }
    return QStringLiteral("-");
}

bool same(const EntryContent &live, const EntryContent &wanted)
{
    return live == wanted;
}

} // namespace

class TestSettlement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatTookEffect_data()
    {
        QTest::addColumn<QStringList>("sent");
        QTest::addColumn<QStringList>("beside");
        QTest::addColumn<QStringList>("live");
        QTest::addColumn<QStringList>("outcomes"); // outcome, then what is as before, then what is as wanted
        using Lines = std::initializer_list<const char *>;
        const auto list = [](const Lines &lines) {
            QStringList texts;
            for (const char *line : lines)
                texts += QString::fromLatin1(line);
            return texts;
        };
        const auto row = [list](const char *name, const Lines &sent, const Lines &beside, const Lines &live,
                                const Lines &outcomes) {
            QTest::newRow(name) << list(sent) << list(beside) << list(live) << list(outcomes);
        };
        const auto *none = "no|-|-";
        row("addition that arrived", {"> 203.0.113.5 guest"}, {}, {"9:203.0.113.5 guest"},
            {"yes|-|9:203.0.113.5 guest"});
        row("addition that did not", {"> 203.0.113.5 guest"}, {}, {"1:198.51.100.7"}, {none});
        row("addition that somebody made otherwise", {"> 203.0.113.5 guest"}, {}, {"9:203.0.113.5 other"}, {none});
        row("addition beside an equal one that was there", {"> 203.0.113.5 guest"}, {"1:203.0.113.5 guest"},
            {"1:203.0.113.5 guest"}, {none});
        row("the same, arrived", {"> 203.0.113.5 guest"}, {"1:203.0.113.5 guest"},
            {"1:203.0.113.5 guest", "9:203.0.113.5 guest"}, {"yes|-|9:203.0.113.5 guest"});
        row("addition beside an equal one without ids", {"> 203.0.113.5 guest"}, {"203.0.113.5 guest"},
            {"203.0.113.5 guest"}, {none});
        row("of two equal additions one arrived", {"> 203.0.113.5 guest", "> 203.0.113.5 guest"}, {},
            {"9:203.0.113.5 guest"}, {"yes|-|9:203.0.113.5 guest", none});
        row("removal that arrived", {"1:203.0.113.5 guest >"}, {}, {}, {"yes|-|-"});
        row("removal that did not", {"1:203.0.113.5 guest >"}, {}, {"1:203.0.113.5 guest"},
            {"no|1:203.0.113.5 guest|-"});
        row("removal of what was renamed since", {"1:203.0.113.5 guest >"}, {}, {"1:203.0.113.5 other"},
            {"no|1:203.0.113.5 other|-"});
        row("removal, and one of the same range made anew", {"1:203.0.113.5 guest >"}, {}, {"9:203.0.113.5 guest"},
            {"yes|-|-"});
        row("removal without ids", {"203.0.113.5 guest >"}, {}, {"203.0.113.5 guest"}, {"no|203.0.113.5 guest|-"});
        row("change in place that arrived", {"1:203.0.113.5 guest > 203.0.113.5 friend"}, {}, {"1:203.0.113.5 friend"},
            {"yes|-|1:203.0.113.5 friend"});
        row("change in place that did not", {"1:203.0.113.5 guest > 203.0.113.5 friend"}, {}, {"1:203.0.113.5 guest"},
            {"no|1:203.0.113.5 guest|-"});
        row("change of a range, made anew and the old one removed", {"1:203.0.113.5 guest > 203.0.113.6 guest"}, {},
            {"9:203.0.113.6 guest"}, {"yes|-|9:203.0.113.6 guest"});
        row("change of a range of which the old one is left", {"1:203.0.113.5 guest > 203.0.113.6 guest"}, {},
            {"1:203.0.113.5 guest", "9:203.0.113.6 guest"}, {"half|1:203.0.113.5 guest|9:203.0.113.6 guest"});
        row("change of a label, made anew beside the old one", {"1:203.0.113.5 guest > 203.0.113.5 friend"}, {},
            {"1:203.0.113.5 guest", "9:203.0.113.5 friend"}, {"half|1:203.0.113.5 guest|9:203.0.113.5 friend"});
        row("change without ids that did not", {"203.0.113.5 guest > 203.0.113.5 friend"}, {}, {"203.0.113.5 guest"},
            {"no|203.0.113.5 guest|-"});
        row("change of what somebody has changed otherwise", {"203.0.113.5 guest > 203.0.113.5 friend"}, {},
            {"203.0.113.5 other"}, {none});
        row("two that change places", {"1:203.0.113.5 a > 203.0.113.6 a", "2:203.0.113.6 a > 203.0.113.5 a"}, {},
            {"1:203.0.113.6 a", "2:203.0.113.5 a"}, {"yes|-|1:203.0.113.6 a", "yes|-|2:203.0.113.5 a"});
        row("the first of three", {"> 203.0.113.1", "1:203.0.113.2 > 203.0.113.2 off", "2:203.0.113.3 >"}, {},
            {"1:203.0.113.2", "2:203.0.113.3", "9:203.0.113.1"},
            {"yes|-|9:203.0.113.1", "no|1:203.0.113.2|-", "no|2:203.0.113.3|-"});
    }

    void tellsWhatTookEffect()
    {
        QFETCH(const QStringList, sent);
        QFETCH(const QStringList, beside);
        QFETCH(const QStringList, live);
        QFETCH(const QStringList, outcomes);
        std::vector<Change> changes;
        for (const QString &words : sent)
            changes.push_back(change(words));
        const std::vector<Entry> list = remotes(live);
        QStringList told;
        for (const SettledChange &found : settled(changes, remotes(beside), list, same))
            told += word(found.outcome) + u'|' + textOf(found.before, list) + u'|' + textOf(found.after, list);
        QCOMPARE(told, outcomes);
    }

    void onlyWhatSharesARangeIsBeside()
    {
        const Entry kept = entry(QStringLiteral("203.0.113.5 kept"));
        const Entry twin = entry(QStringLiteral("203.0.113.5 twin"));
        const Entry other = entry(QStringLiteral("198.51.100.7 other"));
        Draft draft(snapshotOf({kept, twin, other}));
        draft.set(twin.key, std::nullopt);
        QCOMPARE(entriesBeside(draft), std::vector{kept});
    }
};

GATEHOUSE_TEST(TestSettlement, QCoreApplication)
#include "tst_settlement.moc"
