// SPDX-License-Identifier: Apache-2.0
#include "support/Entries.h"
#include "support/TestProgram.h"
#include "sync/Overwritten.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// What somebody undid by replacing a list that they had read too early, and what they meant.
class TestOverwritten final : public QObject
{
    Q_OBJECT

private:
    /// Entries with one key per first word, so that a story can be told in words.
    static Entry named(const QString &line)
    {
        const QString name = line.section(u' ', 0, 0);
        Entry made = entry(line.section(u' ', 1));
        made.key = EntryKey(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, uchar(name.front().toLatin1()));
        return made;
    }
    static Allowlist list(const QStringList &lines)
    {
        std::vector<Entry> entries;
        for (const QString &line : lines)
            entries.push_back(named(line));
        return Allowlist(std::move(entries));
    }
    static Draft draftOf(const QStringList &from, const QStringList &to)
    {
        Draft draft(std::make_shared<const Allowlist>(list(from)));
        const Allowlist wanted = list(to);
        for (const Entry &entry : wanted.entries())
            draft.set(entry.key, entry);
        for (const Entry &entry : draft.snapshot().entries()) {
            if (!wanted.find(entry.key))
                draft.set(entry.key, std::nullopt);
        }
        return draft;
    }

private Q_SLOTS:
    void whatIsWantedAgain_data()
    {
        QTest::addColumn<QStringList>("base");
        QTest::addColumn<QStringList>("applied");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<QStringList>("wanted");
        const QString a = u"a 203.0.113.1 Ann"_s;
        const QString b = u"b 203.0.113.2 Bob"_s;
        const QString changed = u"b 203.0.113.2 Robert"_s;
        const QString moved = u"b 203.0.113.9 Bob"_s;
        QTest::newRow("all is well") << QStringList{a} << QStringList{a, b} << QStringList{a, b} << QStringList{a, b};
        QTest::newRow("an addition is gone")
            << QStringList{a} << QStringList{a, b} << QStringList{a} << QStringList{a, b};
        QTest::newRow("an addition was changed by somebody")
            << QStringList{a} << QStringList{a, b} << QStringList{a, changed} << QStringList{a, changed};
        QTest::newRow("a removed entry is back, under a key of its own")
            << QStringList{a, b} << QStringList{a} << QStringList{a, u"c 203.0.113.2 Bob"_s} << QStringList{a};
        QTest::newRow("somebody added the same range for another reason")
            << QStringList{a, b} << QStringList{a} << QStringList{a, u"c 203.0.113.2 Cat"_s}
            << QStringList{a, u"c 203.0.113.2 Cat"_s};
        QTest::newRow("of two alike only one was removed")
            << QStringList{a, b, u"c 203.0.113.2 Bob"_s} << QStringList{a, b} << QStringList{a, b} << QStringList{a, b};
        QTest::newRow("a change is undone")
            << QStringList{b} << QStringList{changed} << QStringList{b} << QStringList{changed};
        QTest::newRow("a change was changed further")
            << QStringList{b} << QStringList{changed} << QStringList{u"b 203.0.113.2 Bert"_s}
            << QStringList{u"b 203.0.113.2 Bert"_s};
        QTest::newRow("what was changed is removed")
            << QStringList{a, b} << QStringList{a, changed} << QStringList{a} << QStringList{a};
        QTest::newRow("a change of range is undone, under a key of its own")
            << QStringList{b} << QStringList{moved} << QStringList{u"c 203.0.113.2 Bob"_s}
            << QStringList{u"c 203.0.113.9 Bob"_s};
        QTest::newRow("what others did stays")
            << QStringList{a} << QStringList{a, b} << QStringList{a, u"d 203.0.113.4 Dan"_s}
            << QStringList{a, u"d 203.0.113.4 Dan"_s, b};
    }

    void whatIsWantedAgain()
    {
        QFETCH(const QStringList, base);
        QFETCH(const QStringList, applied);
        QFETCH(const QStringList, found);
        QFETCH(const QStringList, wanted);
        const Draft draft(std::make_shared<const Allowlist>(list(found)));
        const auto same = [](const EntryContent &live, const EntryContent &asked) { return live == asked; };
        const auto nothing = [](const EntryKey &) { return false; };
        const Draft again = wantedAgain({draftOf(base, applied).changes(), list(applied), draft, same, nothing});
        QStringList lines = inWords(again.result());
        QStringList expected = inWords(list(wanted));
        lines.sort();
        expected.sort();
        QCOMPARE(lines, expected);
        QCOMPARE(again.isClean(), list(found) == list(wanted));
    }

    void whatTheUserEditsMeanwhileIsTheirs()
    {
        const Draft draft = draftOf({u"b 203.0.113.2 Bob"_s}, {});
        const auto same = [](const EntryContent &live, const EntryContent &asked) { return live == asked; };
        const Draft again =
            wantedAgain({draftOf({u"b 203.0.113.2 Bob"_s}, {u"b 203.0.113.2 Robert"_s}).changes(),
                         list({u"b 203.0.113.2 Robert"_s}), draft, same, [](const EntryKey &) { return false; }});
        QCOMPARE(again.changes().changes, draft.changes().changes);
    }

    void whatIsOnlyKeptHereIsBroughtBack()
    {
        const Draft draft(std::make_shared<const Allowlist>(list({u"b 203.0.113.2 Bob off 2h"_s})));
        const auto same = [](const EntryContent &live, const EntryContent &asked) { return live == asked; };
        const Draft again =
            wantedAgain({draftOf({}, {u"b 203.0.113.2 Bob 2h"_s}).changes(), list({u"b 203.0.113.2 Bob 2h"_s}), draft,
                         same, [](const EntryKey &) { return true; }});
        QCOMPARE(inWords(again.result()), QStringList{u"203.0.113.2 Bob 2h"_s});
    }

    void oneThatBringsAllBackIsLookedThroughOnce()
    {
        constexpr int few = 500;
        const qsizetype once = comparisonsFor(few);
        QVERIFY(once >= few);
        QVERIFY2(comparisonsFor(2 * few) <= once * 5 / 2, "twice as long a list takes far more than twice as much");
    }

private:
    /// How often entries are compared when so many were removed and come back under other keys, in the other order.
    static qsizetype comparisonsFor(int entries)
    {
        const auto listOf = [entries](int from) {
            std::vector<Entry> made;
            for (int i = 0; i < entries; ++i) {
                Entry one = entry(u"10.0.%1.%2 Bob"_s.arg(i / 256).arg(i % 256));
                one.key = EntryKey(uint(from + i), 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
                made.insert(from == 0 ? made.end() : made.begin(), one);
            }
            return std::make_shared<const Allowlist>(std::move(made));
        };
        Draft applied(listOf(0));
        for (const Entry &entry : applied.snapshot().entries())
            applied.set(entry.key, std::nullopt);
        qsizetype comparisons = 0;
        const auto same = [&](const EntryContent &live, const EntryContent &asked) {
            ++comparisons;
            return live == asked;
        };
        const Draft again = wantedAgain(
            {applied.changes(), Allowlist(), Draft(listOf(entries)), same, [](const EntryKey &) { return false; }});
        return again.changeCount() == entries ? comparisons : 0;
    }
};

GATEHOUSE_TEST(TestOverwritten, QCoreApplication)
#include "tst_overwritten.moc"
