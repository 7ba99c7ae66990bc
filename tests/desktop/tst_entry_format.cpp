// SPDX-License-Identifier: Apache-2.0
#include "SampleRows.h"
#include "desktop/models/EntryFormat.h"
#include "support/TestProgram.h"

#include <QTest>
#include <QTextDocument>

#include <array>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class TestEntryFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale(QLocale::English));
    }
    void showsCells_data();
    void showsCells();
    void labelsStayOnOneLine();
    void originIsWhenAndWho_data();
    void originIsWhenAndWho();
    void cellsKnowWhereTheyAreKept();
    void tipsTellMore();
    void tipsTellWhatTheServiceHas();
    void tipsTakeNoMarkup();
    void statusTellsWhatMatters_data();
    void statusTellsWhatMatters();
    void everyTitleIsThere();
    void copiesAsText();
    void rowsOfADraft();

private:
    const QDateTime m_now{QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
};

void TestEntryFormat::showsCells_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<EntryColumn>("column");
    QTest::addColumn<QString>("text");

    QTest::newRow("single address without prefix") << u"203.0.113.7/32"_s << EntryColumn::Range << u"203.0.113.7"_s;
    QTest::newRow("block") << u"203.0.113.0/24"_s << EntryColumn::Range << u"203.0.113.0/24"_s;
    QTest::newRow("any") << u"*"_s << EntryColumn::Range << u"Any address"_s;
    QTest::newRow("label") << u"*"_s << EntryColumn::Label << u"office"_s;
    QTest::newRow("expiry") << u"*"_s << EntryColumn::Expires << u"in 5 h 12 min"_s;
    QTest::newRow("count of a block") << u"203.0.113.0/24"_s << EntryColumn::Addresses << u"256"_s;
    QTest::newRow("longest count in digits") << u"8.0.0.0/6"_s << EntryColumn::Addresses << u"67,108,864"_s;
    QTest::newRow("count as a power") << u"0.0.0.0/0"_s << EntryColumn::Addresses << u"2^32"_s;
    QTest::newRow("count beyond numbers") << u"2001:db8::/32"_s << EntryColumn::Addresses << u"2^96"_s;
    QTest::newRow("count of any") << u"*"_s << EntryColumn::Addresses << u"all"_s;
    QTest::newRow("active") << u"*"_s << EntryColumn::Active << u"Active"_s;
    QTest::newRow("state") << u"*"_s << EntryColumn::State << u"Live"_s;
}

void TestEntryFormat::showsCells()
{
    QFETCH(const QString, range);
    QFETCH(const EntryColumn, column);
    const EntryRow row = liveRow(range, u"office"_s, m_now.addSecs((5 * 60 + 12) * 60));
    QTEST(cellText(row, column, m_now), "text");
}

void TestEntryFormat::labelsStayOnOneLine()
{
    QCOMPARE(labelText(u"one\ntwo\tthree\u2028four"_s), u"one two three four"_s);
}

void TestEntryFormat::originIsWhenAndWho_data()
{
    QTest::addColumn<std::optional<QDateTime>>("when");
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("expected");
    const QString day = QLocale().toString(m_now.toLocalTime(), QLocale::ShortFormat);
    const auto now = std::optional(m_now);
    QTest::newRow("both") << now << u"Jane Doe"_s << u"%1 · Jane Doe"_s.arg(day);
    QTest::newRow("only when") << now << QString() << day;
    QTest::newRow("only who") << std::optional<QDateTime>() << u"my-token"_s << u"my-token"_s;
    QTest::newRow("neither") << std::optional<QDateTime>() << QString() << QString();
}

void TestEntryFormat::originIsWhenAndWho()
{
    QFETCH(std::optional<QDateTime>, when);
    QFETCH(QString, who);
    QFETCH(QString, expected);
    EntryRow row = liveRow(u"203.0.113.5"_s);
    row.entry.provenance = {when, who, std::nullopt, {}};
    QCOMPARE(cellText(row, EntryColumn::Created, m_now), expected);
    QCOMPARE(cellText(row, EntryColumn::Updated, m_now), QString());
    row.entry.provenance = {std::nullopt, {}, when, who};
    QCOMPARE(cellText(row, EntryColumn::Updated, m_now), expected);
    QCOMPARE(cellTip(row, EntryColumn::Created, m_now), QString());
}

void TestEntryFormat::cellsKnowWhereTheyAreKept()
{
    EntryRow row = liveRow(u"203.0.113.5"_s, u"office"_s, m_now.addDays(1));
    QCOMPARE(heldBy(row, EntryColumn::Expires), HeldBy::Service);
    row.status.expiryInLabel = true;
    QCOMPARE(heldBy(row, EntryColumn::Expires), HeldBy::Label);
    QCOMPARE(heldBy(row, EntryColumn::Label), HeldBy::Service);
    row.status.kept = {true, true, true};
    QCOMPARE(heldBy(row, EntryColumn::Expires), HeldBy::ThisComputer);
    QCOMPARE(heldBy(row, EntryColumn::Label), HeldBy::ThisComputer);
    QCOMPARE(heldBy(row, EntryColumn::Active), HeldBy::ThisComputer);
    QCOMPARE(heldBy(row, EntryColumn::Range), HeldBy::Service);
    row.status = {};
    row.status.expiryInLabel = true;
    row.entry.content.expiresAt.reset(); // nothing to be held anywhere
    QCOMPARE(heldBy(row, EntryColumn::Expires), HeldBy::Service);
}

void TestEntryFormat::tipsTellMore()
{
    EntryRow row = liveRow(u"203.0.113.0/24"_s, u"office"_s, m_now.addDays(1));
    row.entry.provenance.createdBy = u"anna@example.org"_s;
    row.entry.provenance.createdAt = m_now;
    row = withState(row, RowState::Failed, u"The service says no."_s);
    QVERIFY(cellTip(row, EntryColumn::Range, m_now).contains(u"203.0.113.255"_s));
    QVERIFY(cellTip(row, EntryColumn::Label, m_now).contains(u"Added by anna@example.org on Sun 1 Mar 2026"_s));
    QVERIFY(cellTip(row, EntryColumn::Expires, m_now).contains(u"March 2, 2026"_s));
    QVERIFY(cellTip(row, EntryColumn::State, m_now).contains(u"The service says no."_s));
    QCOMPARE(cellTip(liveRow(u"*"_s), EntryColumn::Label, m_now), QString());
}

void TestEntryFormat::tipsTellWhatTheServiceHas()
{
    const EntryRow before = liveRow(u"203.0.113.0/24"_s);
    EntryContent content = before.entry.content;
    content.range = rangeOf(u"203.0.113.7"_s);
    content.label = u"office"_s;
    const EntryRow row = changedRow(before, content);
    QVERIFY(cellTip(row, EntryColumn::Range, m_now).contains(u"The service has: 203.0.113.0/24"_s));
    QVERIFY(cellTip(row, EntryColumn::Label, m_now).contains(u"The service has no label."_s));
    QVERIFY(!cellTip(row, EntryColumn::Expires, m_now).contains(u"The service"_s));
}

void TestEntryFormat::tipsTakeNoMarkup()
{
    const EntryRow row = liveRow(u"*"_s, u"<img src='http://example.org/x.png'><b>bold</b>"_s);
    const QString tip = cellTip(row, EntryColumn::Label, m_now);
    QVERIFY(!tip.contains(u"<img"_s));
    QVERIFY(!tip.contains(u"<b>"_s));
    QVERIFY(tip.contains(u"&lt;b&gt;bold"_s));
    const QString told = plainTip(u"<b>no\nmore"_s);
    QVERIFY(Qt::mightBeRichText(told)); // else it would be shown with its entities
    QVERIFY(told.contains(u"&lt;b&gt;no"_s));
    QCOMPARE(plainTip({}), QString());
}

void TestEntryFormat::statusTellsWhatMatters_data()
{
    QTest::addColumn<RowState>("state");
    QTest::addColumn<bool>("active");
    QTest::addColumn<int>("seconds"); // until it expires; 0: never
    QTest::addColumn<EntryStatus>("status");

    QTest::newRow("live") << RowState::Live << true << 0 << EntryStatus::Live;
    QTest::newRow("live, ends later") << RowState::Live << true << 5 << EntryStatus::Live;
    QTest::newRow("expired") << RowState::Live << true << -5 << EntryStatus::Expired;
    QTest::newRow("switched off") << RowState::Live << false << 0 << EntryStatus::Inactive;
    QTest::newRow("switched off and expired") << RowState::Live << false << -5 << EntryStatus::Expired;
    QTest::newRow("pending counts more than expired") << RowState::Changed << true << -5 << EntryStatus::Changed;
    QTest::newRow("added") << RowState::Added << true << 0 << EntryStatus::Added;
    QTest::newRow("removed") << RowState::Removed << true << 0 << EntryStatus::Removed;
    QTest::newRow("sending") << RowState::Sending << true << 0 << EntryStatus::Sending;
    QTest::newRow("failed") << RowState::Failed << true << 0 << EntryStatus::Failed;
    QTest::newRow("conflict") << RowState::Conflict << false << 0 << EntryStatus::Conflict;
}

void TestEntryFormat::statusTellsWhatMatters()
{
    QFETCH(const RowState, state);
    QFETCH(const bool, active);
    QFETCH(const int, seconds);
    const auto end = seconds == 0 ? std::nullopt : std::optional(m_now.addSecs(seconds));
    QTEST(statusOf(withState(liveRow(u"*"_s, {}, end, active), state), m_now), "status");
}

void TestEntryFormat::everyTitleIsThere()
{
    QSet<QString> titles;
    for (int column = 0; column < entryColumnCount; ++column) {
        titles << titleOf(static_cast<EntryColumn>(column));
        QVERIFY(!describe(static_cast<EntryColumn>(column)).isEmpty());
    }
    QCOMPARE(titles.size(), entryColumnCount);
    constexpr std::array all{EntryStatus::Failed,  EntryStatus::Conflict, EntryStatus::Sending,
                             EntryStatus::Added,   EntryStatus::Changed,  EntryStatus::Removed,
                             EntryStatus::Expired, EntryStatus::Live,     EntryStatus::Inactive};
    titles.clear();
    for (const EntryStatus status : all) {
        titles << titleOf(status);
        QVERIFY(describe(status).endsWith(u'.'));
    }
    QCOMPARE(titles.size(), static_cast<qsizetype>(all.size()));
}

void TestEntryFormat::copiesAsText()
{
    const std::vector<EntryRow> rows{liveRow(u"203.0.113.0/24"_s, u"one\ttwo"_s, m_now),
                                     liveRow(u"*"_s, {}, std::nullopt, false)};
    QCOMPARE(plainText(std::vector{&rows[0], &rows[1]}),
             u"203.0.113.0/24\tone two\tactive\t2026-03-01T12:00:00Z\n*\t\tinactive\t\n"_s);
}

void TestEntryFormat::rowsOfADraft()
{
    const Entry kept = makeEntry({rangeOf(u"10.0.0.1"_s), u"kept"_s, true, std::nullopt});
    const Entry removed = makeEntry({rangeOf(u"10.0.0.2"_s), u"removed"_s, true, std::nullopt});
    Entry changed = makeEntry({rangeOf(u"10.0.0.3"_s), u"old"_s, true, std::nullopt});
    const Entry added = makeEntry({rangeOf(u"10.0.0.4"_s), u"added"_s, true, std::nullopt});
    Draft draft(std::make_shared<const Allowlist>(std::vector{kept, removed, changed}));
    draft.set(removed.key, std::nullopt);
    changed.content.label = u"new"_s;
    draft.set(changed.key, changed);
    draft.set(added.key, added);

    RowStatus failed;
    failed.state = RowState::Failed;
    failed.reason = u"why"_s;
    const auto statusOf = [&](const EntryKey &key) { return key == changed.key ? failed : RowStatus{}; };
    const std::vector<EntryRow> rows = rowsOf(draft, statusOf);
    QCOMPARE(rows.size(), std::size_t{4});
    QCOMPARE(rows[0].pending, std::nullopt);
    QCOMPARE(rows[1].pending, std::optional(Change::Kind::Removed));
    QCOMPARE(rows[1].entry, removed);
    QCOMPARE(rows[2].entry.content.label, u"new"_s);
    QCOMPARE(rows[2].before->label, u"old"_s);
    QCOMPARE(rows[2].status, failed);
    QCOMPARE(rows[3].pending, std::optional(Change::Kind::Added));
    for (const EntryRow &row : rows)
        QCOMPARE(rowOf(draft, row.entry.key, statusOf)->entry, row.entry);
    draft.set(added.key, std::nullopt);
    QVERIFY(!rowOf(draft, added.key, statusOf));
}

GATEHOUSE_TEST(TestEntryFormat, QCoreApplication)
#include "tst_entry_format.moc"
