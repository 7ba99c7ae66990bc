// SPDX-License-Identifier: Apache-2.0
#include "SampleRows.h"
#include "desktop/models/EntryTableModel.h"
#include "desktop/widgets/EntryTableView.h"
#include "support/ManualClock.h"
#include "support/TestProgram.h"

#include <QItemSelectionModel>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int manyRows = 20'000;
constexpr qsizetype mostRanges = 1000; // what Qt compares with each other at a click

std::vector<EntryRow> everyOtherIsOdd()
{
    std::vector<EntryRow> rows;
    rows.reserve(manyRows);
    for (int i = 0; i < manyRows; ++i)
        rows.push_back(liveRow(u"10.%1.%2.%3"_s.arg(i / 65536).arg(i / 256 % 256).arg(i % 256),
                               u"%1 %2"_s.arg(i % 2 ? u"odd"_s : u"even"_s).arg(i)));
    return rows;
}

} // namespace

/// The gestures that once stopped the window for half a minute, with so many rows that a fault of this kind shows in
/// what is selected.
class TestLargeTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScatteredSelectionIsLetGo()
    {
        const ManualClock clock;
        EntryTableModel model(clock);
        EntryTableView view;
        view.setModel(&model);
        view.resize(900, 600);
        view.show();
        model.setRows(everyOtherIsOdd());

        view.selectAll();
        QCOMPARE(view.selectionModel()->selection().size(), 1);
        model.setFilter(EntryFilter(u"even"_s));
        QCOMPARE(view.selectedKeys().size(), std::size_t(manyRows / 2));
        QCOMPARE(view.selectionModel()->selection().size(), 1);
        QCoreApplication::processEvents();
        model.setFilter({});
        QVERIFY(view.selectionModel()->selection().size() <= mostRanges);
        QCoreApplication::processEvents();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier,
                          view.visualRect(model.index(3, static_cast<int>(EntryColumn::Label))).center());
        QCoreApplication::processEvents();
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QCOMPARE(view.selectedKeys().size(), std::size_t(manyRows));
    }

    void whatLiesTogetherStaysSelected()
    {
        const ManualClock clock;
        EntryTableModel model(clock);
        EntryTableView view;
        view.setModel(&model);
        model.setRows(everyOtherIsOdd());
        view.selectionModel()->select(
            QItemSelection(model.index(100, 0), model.index(4099, static_cast<int>(EntryColumn::Label))),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        model.setRows(everyOtherIsOdd()); // other keys: nothing of it is there
        QVERIFY(view.selectedKeys().empty());
        view.selectAll();
        view.sortByColumn(static_cast<int>(EntryColumn::Range), Qt::DescendingOrder);
        QCOMPARE(view.selectedKeys().size(), std::size_t(manyRows));
    }
};

GATEHOUSE_TEST(TestLargeTable, QApplication)
#include "tst_large_table.moc"
