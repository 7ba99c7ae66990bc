// SPDX-License-Identifier: Apache-2.0
#include "SampleRows.h"
#include "desktop/models/EntryTableModel.h"
#include "support/ManualClock.h"
#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QList<EntryKey> keysOf(const EntryTableModel &model)
{
    QList<EntryKey> keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys << model.keyAt(row);
    return keys;
}

} // namespace

class TestEntryTableModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();

    void showsWhatItIsGiven();
    void tellsRawValues();
    void oneAddedRowIsOneInsertion();
    void oneGoneRowIsOneRemoval();
    void oneChangedRowIsOneChange();
    void changedRowMovesToItsPlace();
    void rowThatLeavesTheFilterIsRemoved();
    void rowComesBackToItsPlace();
    void manyChangedRowsAreOneSignal();
    void manyNewRowsResetOnce();
    void listReadAgainDisturbsNobody();
    void otherListResets();
    void sortsByEachColumn_data();
    void sortsByEachColumn();
    void sortKeepsPersistentIndexes();
    void negativeColumnRestoresTheOrder();
    void filterKeepsOrder();
    void sameFilterIsSilent();
    void asksForEdits_data();
    void asksForEdits();
    void unchangedValuesAskForNothing();
    void removedRowsTakeNoEdits();
    void onlySomeCellsCanBeEdited();
    void marksWhatDiffers();
    void timeRefreshesTexts();
    void timeMovesWhatExpires();
    void countsAreTold();
    void strangeIndexesAreRefused();
    void anySequenceOfUpdatesEndsRight();

private:
    [[nodiscard]] QString labels() const;
    void updateOne(const EntryRow &row) { m_model->updateRows({row}, {}); }

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<EntryTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::vector<EntryRow> m_rows; // labels a, b, c, d
};

void TestEntryTableModel::init()
{
    m_tester.reset();
    m_clock = std::make_unique<test::ManualClock>();
    m_model = std::make_unique<EntryTableModel>(*m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_rows = {liveRow(u"203.0.113.0/24"_s, u"b"_s, m_clock->now().addDays(1)),
              liveRow(u"10.0.0.0/8"_s, u"d"_s, std::nullopt, false), liveRow(u"2001:db8::/48"_s, u"a"_s),
              liveRow(u"9.9.9.9"_s, u"c"_s, m_clock->now().addSecs(3600))};
    m_model->setRows(m_rows);
}

QString TestEntryTableModel::labels() const
{
    QString all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all += m_model->rowAt(row).entry.content.label;
    return all;
}

void TestEntryTableModel::showsWhatItIsGiven()
{
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(m_model->columnCount(), 8);
    QCOMPARE(labels(), u"bdac"_s);
    const auto text = [&](EntryColumn column) { return m_model->index(0, static_cast<int>(column)).data().toString(); };
    QCOMPARE(text(EntryColumn::Active), QString()); // a switch stands there
    QCOMPARE(text(EntryColumn::Range), u"203.0.113.0/24"_s);
    QCOMPARE(text(EntryColumn::Expires), u"in 24 h"_s);
    QCOMPARE(text(EntryColumn::Addresses), u"256"_s);
    QCOMPARE(text(EntryColumn::State), u"Live"_s);
    QCOMPARE(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Inactive"_s);
    QCOMPARE(m_model->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Range"_s);
    QCOMPARE(m_model->indexOf(m_rows[2].entry.key), m_model->index(2, 0));
    QVERIFY(!m_model->indexOf(QUuid::createUuid()).isValid());
}

void TestEntryTableModel::tellsRawValues()
{
    const QModelIndex first = m_model->index(0, 0);
    const EntryContent content = m_rows[0].entry.content;
    QCOMPARE(first.data(EntryRole::Key).value<EntryKey>(), m_rows[0].entry.key);
    QCOMPARE(first.data(EntryRole::Content).value<EntryContent>(), content);
    QCOMPARE(first.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    QCOMPARE(first.siblingAtColumn(1).data(Qt::EditRole).value<IpRange>(), content.range);
    QCOMPARE(first.siblingAtColumn(3).data(Qt::EditRole).toDateTime(), *content.expiresAt);
    QVERIFY(!m_model->index(2, 3).data(Qt::EditRole).toDateTime().isValid());
}

void TestEntryTableModel::oneAddedRowIsOneInsertion()
{
    m_model->sort(static_cast<int>(EntryColumn::Label));
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    updateOne(addedRow(u"192.0.2.1"_s, u"bb"_s));
    QCOMPARE(labels(), u"abbbcd"_s);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted[0][1].toInt(), 2);
    QCOMPARE(inserted[0][2].toInt(), 2);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(m_model->indexOf(m_rows[1].entry.key).row(), 4);
}

void TestEntryTableModel::oneGoneRowIsOneRemoval()
{
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->updateRows({}, {m_rows[1].entry.key, QUuid::createUuid()});
    QCOMPARE(labels(), u"bac"_s);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(m_model->totalCount(), 3);
    QVERIFY(!m_model->indexOf(m_rows[1].entry.key).isValid());
}

void TestEntryTableModel::oneChangedRowIsOneChange()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    EntryContent content = m_rows[2].entry.content;
    content.label = u"x"_s;
    updateOne(changedRow(m_rows[2], content));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), m_model->index(2, 0));
    QCOMPARE(changed[0][1].toModelIndex(), m_model->index(2, 7));
    QCOMPARE(labels(), u"bdxc"_s);
}

void TestEntryTableModel::changedRowMovesToItsPlace()
{
    m_model->sort(static_cast<int>(EntryColumn::Label));
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    const QPersistentModelIndex index = m_model->indexOf(m_rows[2].entry.key); // a
    EntryContent content = m_rows[2].entry.content;
    content.label = u"cc"_s;
    updateOne(changedRow(m_rows[2], content));
    QCOMPARE(labels(), u"bcccd"_s);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(index.row(), 2);
    content.label = u"aa"_s;
    updateOne(changedRow(m_rows[2], content));
    QCOMPARE(labels(), u"aabcd"_s);
    QCOMPARE(index.row(), 0);
}

void TestEntryTableModel::rowThatLeavesTheFilterIsRemoved()
{
    m_model->setFilter(EntryFilter({}, EntryFilter::Quick::Active));
    QCOMPARE(labels(), u"bac"_s);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    EntryContent content = m_rows[0].entry.content;
    content.active = false;
    updateOne(changedRow(m_rows[0], content));
    QCOMPARE(labels(), u"ac"_s);
    QCOMPARE(removed.count(), 1);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    updateOne(m_rows[0]);
    QCOMPARE(labels(), u"bac"_s);
    QCOMPARE(inserted.count(), 1);
}

void TestEntryTableModel::rowComesBackToItsPlace()
{
    m_model->updateRows({}, {m_rows[1].entry.key});
    updateOne(addedRow(u"192.0.2.1"_s, u"z"_s));
    QCOMPARE(labels(), u"bacz"_s);
    updateOne(m_rows[1]);
    QCOMPARE(labels(), u"bdacz"_s);
    QCOMPARE(m_model->totalCount(), 5);
}

void TestEntryTableModel::manyChangedRowsAreOneSignal()
{
    std::vector<EntryRow> rows;
    for (int i = 0; i < 500; ++i)
        rows.push_back(liveRow(u"10.0.%1.%2"_s.arg(i / 250).arg(i % 250)));
    m_model->setRows(rows);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    for (EntryRow &row : rows)
        row.entry.content.active = false;
    m_model->updateRows(rows, {});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(m_model->rowAt(499).entry.content.active, false);
}

void TestEntryTableModel::manyNewRowsResetOnce()
{
    std::vector<EntryRow> rows;
    for (int i = 0; i < 500; ++i)
        rows.push_back(addedRow(u"10.0.%1.%2"_s.arg(i / 250).arg(i % 250)));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->updateRows(rows, {m_rows[0].entry.key});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(m_model->rowCount(), 503);
}

void TestEntryTableModel::listReadAgainDisturbsNobody()
{
    m_model->sort(static_cast<int>(EntryColumn::Label));
    const QPersistentModelIndex index = m_model->indexOf(m_rows[1].entry.key); // d
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    std::vector<EntryRow> read = m_rows;
    read[0].entry.content.label = u"x"_s;
    read[2] = liveRow(u"192.0.2.1"_s, u"n"_s); // one came, one went
    m_model->setRows(read);
    QCOMPARE(labels(), u"cdnx"_s);
    QCOMPARE(index.data(EntryRole::Key).value<EntryKey>(), m_rows[1].entry.key);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 1);
    m_model->sort(-1);
    QCOMPARE(labels(), u"xdnc"_s);
}

void TestEntryTableModel::otherListResets()
{
    const auto list = [](const QString &prefix) {
        std::vector<EntryRow> rows;
        for (int i = 0; i < 200; ++i)
            rows.push_back(liveRow(prefix + QString::number(i)));
        return rows;
    };
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setRows(list(u"10.0.0."_s));
    m_model->setRows(list(u"10.0.1."_s));
    QCOMPARE(reset.count(), 2);
    QCOMPARE(m_model->rowCount(), 200);
    QCOMPARE(m_model->rowAt(0).entry.content.range, rangeOf(u"10.0.1.0"_s));
}

void TestEntryTableModel::sortsByEachColumn_data()
{
    QTest::addColumn<EntryColumn>("column");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");

    QTest::newRow("switched on first") << EntryColumn::Active << u"bac10c2d"_s << u"dbac10c2"_s;
    QTest::newRow("numbers of addresses, IPv4 first") << EntryColumn::Range << u"c2dbc10a"_s << u"ac10bdc2"_s;
    QTest::newRow("labels with numbers") << EntryColumn::Label << u"abc2c10d"_s << u"dc10c2ba"_s;
    QTest::newRow("never comes last") << EntryColumn::Expires << u"c2bdac10"_s << u"dac10bc2"_s;
    QTest::newRow("few addresses first") << EntryColumn::Addresses << u"c10c2bda"_s << u"adbc10c2"_s;
    QTest::newRow("what needs attention first") << EntryColumn::State << u"c10bac2d"_s << u"dbac2c10"_s;
}

void TestEntryTableModel::sortsByEachColumn()
{
    QFETCH(const EntryColumn, column);
    m_rows[3].entry.content.label = u"c2"_s;
    m_rows.insert(m_rows.begin() + 3, withState(liveRow(u"203.0.113.9"_s, u"c10"_s), RowState::Failed));
    m_model->setRows(m_rows);
    m_model->sort(static_cast<int>(column), Qt::AscendingOrder);
    QTEST(labels(), "ascending");
    m_model->sort(static_cast<int>(column), Qt::DescendingOrder);
    QTEST(labels(), "descending");
}

void TestEntryTableModel::sortKeepsPersistentIndexes()
{
    const QPersistentModelIndex index = m_model->index(1, 2);
    QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
    m_model->sort(static_cast<int>(EntryColumn::Label));
    QCOMPARE(layout.count(), 1);
    QCOMPARE(index.row(), 3);
    QCOMPARE(index.column(), 2);
    QCOMPARE(index.data().toString(), u"d"_s);
}

void TestEntryTableModel::negativeColumnRestoresTheOrder()
{
    m_model->sort(static_cast<int>(EntryColumn::Label));
    m_model->sort(-1);
    QCOMPARE(labels(), u"bdac"_s);
}

void TestEntryTableModel::filterKeepsOrder()
{
    m_model->sort(static_cast<int>(EntryColumn::Range), Qt::DescendingOrder);
    m_model->setFilter(EntryFilter(u"0."_s));
    QCOMPARE(labels(), u"bd"_s);
    m_model->setFilter(EntryFilter(u"10.1.2.3"_s));
    QCOMPARE(labels(), u"d"_s);
    m_model->setFilter({});
    QCOMPARE(labels(), u"abdc"_s);
}

void TestEntryTableModel::sameFilterIsSilent()
{
    m_model->setFilter(EntryFilter(u"10.0.0.0/8"_s));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setFilter(EntryFilter(u"10.1.1.1/8"_s));
    m_model->setFilter(EntryFilter(u"10.1.1.1"_s)); // another filter, the same rows
    QCOMPARE(reset.count(), 0);
}

void TestEntryTableModel::asksForEdits_data()
{
    QTest::addColumn<EntryColumn>("column");
    QTest::addColumn<int>("role");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<EntryContent>("wanted");

    const QDateTime end(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
    const EntryContent content{rangeOf(u"10.0.0.1"_s), u"office"_s, true, end};
    EntryContent off = content;
    off.active = false;
    EntryContent moved = content;
    moved.range = rangeOf(u"10.0.0.0/24"_s);
    EntryContent renamed = content;
    renamed.label = u"home"_s;
    EntryContent unending = content;
    unending.expiresAt.reset();
    EntryContent later = content;
    later.expiresAt = end.addDays(1);

    const int edit = Qt::EditRole;
    QTest::newRow("switch") << EntryColumn::Active << int(Qt::CheckStateRole) << QVariant(int(Qt::Unchecked)) << off;
    QTest::newRow("range") << EntryColumn::Range << edit << QVariant::fromValue(moved.range) << moved;
    QTest::newRow("label") << EntryColumn::Label << edit << QVariant(u"home"_s) << renamed;
    QTest::newRow("never") << EntryColumn::Expires << edit << QVariant(QDateTime()) << unending;
    QTest::newRow("expiry in local time")
        << EntryColumn::Expires << edit << QVariant(end.addDays(1).toLocalTime()) << later;
}

void TestEntryTableModel::asksForEdits()
{
    QFETCH(const EntryColumn, column);
    QFETCH(const int, role);
    QFETCH(const QVariant, value);
    QFETCH(const EntryContent, wanted);
    const EntryRow row = liveRow(u"10.0.0.1"_s, u"office"_s, QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC));
    m_model->setRows({row});
    QSignalSpy asked(m_model.get(), &EntryTableModel::editRequested);
    QVERIFY(m_model->setData(m_model->index(0, static_cast<int>(column)), value, role));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<EntryKey>(), row.entry.key);
    QCOMPARE(asked[0][1].value<EntryContent>(), wanted);
    QCOMPARE(m_model->rowAt(0).entry.content, row.entry.content); // shown when it comes back
}

void TestEntryTableModel::unchangedValuesAskForNothing()
{
    QSignalSpy asked(m_model.get(), &EntryTableModel::editRequested);
    QVERIFY(!m_model->setData(m_model->index(0, 0), true));
    QVERIFY(!m_model->setData(m_model->index(0, 2), u"b"_s));
    QVERIFY(!m_model->setData(m_model->index(0, 1), u"no range"_s));
    QVERIFY(!m_model->setData(m_model->index(0, 4), 5));
    QVERIFY(!m_model->setData(m_model->index(0, 2), u"x"_s, Qt::DisplayRole));
    QCOMPARE(asked.count(), 0);
}

void TestEntryTableModel::removedRowsTakeNoEdits()
{
    updateOne(withState(removedRow(m_rows[0]), RowState::Failed, u"why"_s));
    QSignalSpy asked(m_model.get(), &EntryTableModel::editRequested);
    QVERIFY(!m_model->setData(m_model->index(0, 2), u"x"_s));
    QCOMPARE(asked.count(), 0);
    for (int column = 0; column < entryColumnCount; ++column)
        QVERIFY(!(m_model->flags(m_model->index(0, column)) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)));
    QVERIFY(m_model->index(0, 1).data(EntryRole::IsRemoved).toBool());
}

void TestEntryTableModel::onlySomeCellsCanBeEdited()
{
    QString editable;
    for (int column = 0; column < entryColumnCount; ++column) {
        const Qt::ItemFlags flags = m_model->flags(m_model->index(0, column));
        editable += flags & Qt::ItemIsEditable ? u'e' : flags & Qt::ItemIsUserCheckable ? u'c' : u'-';
        QVERIFY(flags & Qt::ItemIsSelectable);
    }
    QCOMPARE(editable, u"ceee----"_s);
}

void TestEntryTableModel::marksWhatDiffers()
{
    EntryContent content = m_rows[0].entry.content;
    content.range = rangeOf(u"203.0.113.1"_s);
    updateOne(changedRow(m_rows[0], content));
    QString marked;
    for (int column = 0; column < entryColumnCount; ++column)
        marked += m_model->index(0, column).data(EntryRole::IsCellChanged).toBool() ? u'x' : u'-';
    QCOMPARE(marked, u"-x--x---"_s);
    QCOMPARE(m_model->index(0, 0).data(EntryRole::Status).value<EntryStatus>(), EntryStatus::Changed);
    updateOne(addedRow(u"192.0.2.1"_s));
    QVERIFY(m_model->index(4, 0).data(EntryRole::IsAdded).toBool());
}

void TestEntryTableModel::timeRefreshesTexts()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_clock->advance(90min);
    const QModelIndex cell = m_model->index(3, static_cast<int>(EntryColumn::Expires));
    QCOMPARE(cell.data().toString(), u"in 1 h"_s); // as of the last refresh
    m_model->refreshTimes();
    QCOMPARE(cell.data().toString(), u"expired 30 min ago"_s);
    QCOMPARE(cell.siblingAtColumn(5).data().toString(), u"Expired"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().column(), static_cast<int>(EntryColumn::Expires));
    QCOMPARE(changed[0][1].toModelIndex(), m_model->index(3, static_cast<int>(EntryColumn::State)));
}

void TestEntryTableModel::timeMovesWhatExpires()
{
    m_model->setFilter(EntryFilter({}, EntryFilter::Quick::Expired));
    m_model->sort(static_cast<int>(EntryColumn::State));
    QCOMPARE(m_model->rowCount(), 0);
    m_clock->advance(1h);
    m_model->refreshTimes();
    QCOMPARE(labels(), u"c"_s);
    m_clock->advance(24h);
    m_model->refreshTimes();
    QCOMPARE(labels(), u"bc"_s);
    m_clock->advance(-25h);
    m_model->refreshTimes();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestEntryTableModel::countsAreTold()
{
    QSignalSpy counts(m_model.get(), &EntryTableModel::countsChanged);
    m_model->setFilter(EntryFilter(u"10."_s));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->totalCount(), 4);
    QCOMPARE(counts.count(), 1);
    updateOne(addedRow(u"192.0.2.1"_s));
    QCOMPARE(m_model->totalCount(), 5);
    QCOMPARE(counts.count(), 2);
}

void TestEntryTableModel::strangeIndexesAreRefused()
{
    EntryTableModel other(*m_clock);
    other.setRows(m_rows);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Index QModelIndex.*"_s));
    QVERIFY(!m_model->data(other.index(0, 1)).isValid());
    QVERIFY(!m_model->data({}).isValid());
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 0);
    QVERIFY(!m_model->headerData(8, Qt::Horizontal, Qt::DisplayRole).isValid());
    QVERIFY(!m_model->headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
}

/// Whatever is added, changed and taken away, one by one or many at once, under whatever order and filter: what is
/// shown is what a model gets that is given the result.
void TestEntryTableModel::anySequenceOfUpdatesEndsRight()
{
    constexpr unsigned seed = 20260301;
    std::mt19937 random(seed);
    const auto upTo = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    const auto anyRow = [&] {
        const auto end = upTo(3) == 0 ? std::optional(m_clock->now().addSecs(upTo(7200) - 3600)) : std::nullopt;
        return liveRow(u"10.0.%1.%2"_s.arg(upTo(3)).arg(upTo(200)), QChar(u'a' + upTo(26)), end, upTo(2) == 0);
    };
    std::vector<EntryRow> expected = m_rows;
    int column = -1;
    Qt::SortOrder order = Qt::AscendingOrder;
    for (int step = 0; step < 200; ++step) {
        std::vector<EntryRow> rows;
        QList<EntryKey> gone;
        const int changes = step % 50 == 49 ? 150 : 1 + upTo(4);
        for (int i = 0; i < changes; ++i) {
            const auto at = expected.begin() + upTo(static_cast<int>(expected.size()));
            const bool isNew =
                std::ranges::any_of(rows, [&](const EntryRow &row) { return row.entry.key == at->entry.key; });
            switch (isNew || expected.size() < 5 ? 0 : upTo(3)) {
            case 0:
                rows.push_back(anyRow());
                expected.push_back(rows.back());
                break;
            case 1:
                at->entry.content = anyRow().entry.content;
                rows.push_back(*at);
                break;
            default:
                gone << at->entry.key;
                expected.erase(at);
            }
        }
        if (step % 5 == 0)
            m_model->setRows(expected);
        else
            m_model->updateRows(rows, gone);
        if (step % 7 == 0) {
            column = upTo(entryColumnCount + 1) - 1;
            order = upTo(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            m_model->sort(column, order);
        }
        if (step % 11 == 0) {
            const QString text = upTo(2) == 0 ? u"10.0.1"_s : QString();
            m_model->setFilter(EntryFilter(text, static_cast<EntryFilter::Quick>(upTo(5))));
        }
        if (step % 13 == 0) {
            m_clock->advance(std::chrono::minutes(upTo(30)));
            m_model->refreshTimes();
        }
        EntryTableModel fresh(*m_clock);
        fresh.setRows(expected);
        fresh.setFilter(m_model->filter());
        fresh.sort(column, order);
        QVERIFY2(keysOf(*m_model) == keysOf(fresh), qPrintable(u"seed %1, step %2"_s.arg(seed).arg(step)));
        QCOMPARE(m_model->totalCount(), fresh.totalCount());
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->indexOf(m_model->keyAt(row)).row(), row);
    }
}

GATEHOUSE_TEST(TestEntryTableModel, QCoreApplication)
#include "tst_entry_table_model.moc"
