// SPDX-License-Identifier: Apache-2.0
#include "SampleRows.h"
#include "desktop/models/EntryTableModel.h"
#include "desktop/widgets/EntryTableView.h"
#include "support/ManualClock.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int range = static_cast<int>(EntryColumn::Range);
constexpr int label = static_cast<int>(EntryColumn::Label);
constexpr int state = static_cast<int>(EntryColumn::State);
constexpr int manyRows = 400; // beyond what is told row by row

} // namespace

class TestEntryTableView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void isSetUpForReading();
    void labelTakesTheSpaceLeft();
    void titlesSort();
    void headerStateSurvives();
    void brokenHeaderStateIsRefused();
    void selectionFollowsTheOrder();
    void selectionSurvivesAFilter();
    void allSelectedStaysSelectedAndNoMore();
    void currentCellSurvivesAFilter();
    void copiesTheSelectionAsSeen();
    void copiesNothingWithoutSelection();
    void selectsAllByKey();
    void spaceSwitchesTheCurrentRow();
    void spaceSwitchesAllSelectedRows();
    void spaceLeavesRemovedRowsAlone();
    void enterEditsTheCell();
    void enterBesideWhatCanBeEditedEditsTheLabel();
    void enterOnARemovedRowDoesNothing();
    void tabLeavesTheTable();
    void editorSurvivesARefresh();

private:
    void select(const QList<int> &rows);
    void fillWithMany();
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_view, key, modifiers); }
    [[nodiscard]] QStringList selectedLabels() const;
    [[nodiscard]] QLineEdit *editor() const { return m_view->viewport()->findChild<QLineEdit *>(); }

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<EntryTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QWidget> m_window;
    EntryTableView *m_view = nullptr;
    std::vector<EntryRow> m_rows; // labels b, d, a, c
};

void TestEntryTableView::init()
{
    m_clock = std::make_unique<test::ManualClock>();
    m_model = std::make_unique<EntryTableModel>(*m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_window = std::make_unique<QWidget>();
    m_view = new EntryTableView(m_window.get());
    m_view->setModel(m_model.get());
    m_view->resize(900, 400);
    m_window->resize(900, 400);
    m_rows = {liveRow(u"203.0.113.0/24"_s, u"b"_s), liveRow(u"10.0.0.0/8"_s, u"d"_s, std::nullopt, false),
              liveRow(u"2001:db8::/48"_s, u"a"_s), liveRow(u"9.9.9.9"_s, u"c"_s)};
    m_model->setRows(m_rows);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view->setFocus();
}

void TestEntryTableView::cleanup()
{
    m_window.reset();
    m_tester.reset();
    m_model.reset();
}

void TestEntryTableView::select(const QList<int> &rows)
{
    m_view->clearSelection();
    for (const int row : rows)
        m_view->selectionModel()->select(m_model->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_view->selectionModel()->setCurrentIndex(m_model->index(rows.front(), label), QItemSelectionModel::NoUpdate);
}

void TestEntryTableView::fillWithMany()
{
    std::vector<EntryRow> rows;
    for (int i = 0; i < manyRows; ++i)
        rows.push_back(
            liveRow(u"10.0.%1.%2"_s.arg(i / 200).arg(i % 200), u"%1 %2"_s.arg(i % 2 ? u"odd"_s : u"even"_s).arg(i)));
    m_model->setRows(rows);
}

QStringList TestEntryTableView::selectedLabels() const
{
    QStringList labels;
    for (const EntryKey &key : m_view->selectedKeys())
        labels << m_model->rowAt(m_model->indexOf(key).row()).entry.content.label;
    return labels;
}

void TestEntryTableView::isSetUpForReading()
{
    QVERIFY(m_view->rowHeight(0) >= 36);
    QVERIFY(!m_view->showGrid());
    QVERIFY(!m_view->verticalHeader()->isVisible());
    QCOMPARE(m_view->selectionBehavior(), QAbstractItemView::SelectRows);
    QCOMPARE(m_view->contextMenuPolicy(), Qt::ActionsContextMenu);
    QCOMPARE(m_view->horizontalHeader()->sortIndicatorSection(), -1); // the list's own order
}

void TestEntryTableView::labelTakesTheSpaceLeft()
{
    QCOMPARE(m_view->horizontalHeader()->length(), m_view->viewport()->width());
    const int before = m_view->columnWidth(label);
    m_view->resize(m_view->width() + 100, m_view->height());
    QTRY_COMPARE(m_view->columnWidth(label), before + 100);
}

void TestEntryTableView::titlesSort()
{
    QHeaderView *header = m_view->horizontalHeader();
    const auto click = [&] {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(label) + 20, header->height() / 2));
    };
    const auto first = [&] { return m_model->rowAt(0).entry.content.label; };
    click();
    QCOMPARE(first(), u"a"_s);
    click();
    QCOMPARE(first(), u"d"_s);
    click(); // back to the list's own order
    QCOMPARE(first(), u"b"_s);
}

void TestEntryTableView::headerStateSurvives()
{
    m_view->setColumnWidth(range, 222);
    m_view->sortByColumn(range, Qt::DescendingOrder);
    const QByteArray state = m_view->headerState();

    EntryTableModel model(*m_clock);
    model.setRows(m_rows);
    EntryTableView other;
    other.setModel(&model);
    QVERIFY(other.restoreHeaderState(state));
    QCOMPARE(other.columnWidth(range), 222);
    QCOMPARE(other.horizontalHeader()->sectionResizeMode(label), QHeaderView::Stretch);
    QCOMPARE(model.rowAt(0).entry.content.label, u"a"_s);
}

void TestEntryTableView::brokenHeaderStateIsRefused()
{
    const int before = m_view->columnWidth(range);
    QVERIFY(!m_view->restoreHeaderState("not what it once was"));
    QVERIFY(!m_view->restoreHeaderState({}));
    QCOMPARE(m_view->columnWidth(range), before);
}

void TestEntryTableView::selectionFollowsTheOrder()
{
    select({0, 3});
    m_view->sortByColumn(label, Qt::DescendingOrder);
    QCOMPARE(selectedLabels(), (QStringList{u"c"_s, u"b"_s}));
    QCOMPARE(m_view->currentIndex(), m_model->index(2, label));
}

void TestEntryTableView::selectionSurvivesAFilter()
{
    fillWithMany();
    select({2, 3, 4, 300});
    m_model->setFilter(EntryFilter(u"even"_s));
    QCOMPARE(m_model->rowCount(), manyRows / 2);
    QCOMPARE(selectedLabels(), (QStringList{u"even 2"_s, u"even 4"_s, u"even 300"_s}));
    m_model->setFilter({});
    QCOMPARE(selectedLabels(), (QStringList{u"even 2"_s, u"even 4"_s, u"even 300"_s})); // what was hidden is not
}

void TestEntryTableView::allSelectedStaysSelectedAndNoMore()
{
    fillWithMany();
    m_view->selectAll();
    m_model->setFilter(EntryFilter(u"even"_s));
    QCOMPARE(selectedLabels().size(), manyRows / 2);
    m_view->sortByColumn(label, Qt::DescendingOrder);
    QCOMPARE(selectedLabels().size(), manyRows / 2);
    m_model->setFilter({});
    const QStringList labels = selectedLabels();
    QCOMPARE(labels.size(), manyRows / 2);
    QCOMPARE(labels.filter(u"odd"_s), QStringList());
}

void TestEntryTableView::currentCellSurvivesAFilter()
{
    fillWithMany();
    select({200});
    m_view->scrollTo(m_view->currentIndex());
    const EntryKey key = m_model->keyAt(200);
    m_model->setFilter(EntryFilter(u"even"_s));
    QCOMPARE(m_view->currentIndex(), m_model->indexOf(key).siblingAtColumn(label));
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex()).center()));
}

void TestEntryTableView::copiesTheSelectionAsSeen()
{
    m_view->sortByColumn(label, Qt::AscendingOrder);
    select({3, 0}); // d, then a: copied from top to bottom
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2001:db8::/48\ta\tactive\t\n10.0.0.0/8\td\tinactive\t\n"_s);
}

void TestEntryTableView::copiesNothingWithoutSelection()
{
    QGuiApplication::clipboard()->setText(u"kept"_s);
    m_view->clearSelection();
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"kept"_s);
}

void TestEntryTableView::selectsAllByKey()
{
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selectedLabels(), (QStringList{u"b"_s, u"d"_s, u"a"_s, u"c"_s}));
}

void TestEntryTableView::spaceSwitchesTheCurrentRow()
{
    QSignalSpy asked(m_view, &EntryTableView::activeRequested);
    select({1});
    key(Qt::Key_Space);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<std::vector<EntryKey>>(), std::vector{m_rows[1].entry.key});
    QCOMPARE(asked[0][1].toBool(), true);
    QVERIFY(!editor());
}

void TestEntryTableView::spaceSwitchesAllSelectedRows()
{
    QSignalSpy asked(m_view, &EntryTableView::activeRequested);
    select({0, 1, 2}); // the current one is on, so that all go off; the second is off already
    key(Qt::Key_Space);
    QCOMPARE(asked[0][0].value<std::vector<EntryKey>>(), (std::vector{m_rows[0].entry.key, m_rows[2].entry.key}));
    QCOMPARE(asked[0][1].toBool(), false);
}

void TestEntryTableView::spaceLeavesRemovedRowsAlone()
{
    m_model->updateRows({removedRow(m_rows[0])}, {});
    QSignalSpy asked(m_view, &EntryTableView::activeRequested);
    select({0});
    key(Qt::Key_Space);
    QCOMPARE(asked.count(), 0);
}

void TestEntryTableView::enterEditsTheCell()
{
    QSignalSpy asked(m_model.get(), &EntryTableModel::editRequested);
    m_view->setCurrentIndex(m_model->index(0, label));
    key(Qt::Key_Return);
    QVERIFY(editor());
    QTest::keyClicks(editor(), u"office"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked[0][1].value<EntryContent>().label, u"office"_s);
    QTRY_VERIFY(m_view->hasFocus());
}

void TestEntryTableView::enterBesideWhatCanBeEditedEditsTheLabel()
{
    m_view->setCurrentIndex(m_model->index(2, state));
    key(Qt::Key_Return);
    QVERIFY(editor());
    QCOMPARE(editor()->text(), u"a"_s);
    QCOMPARE(m_view->currentIndex(), m_model->index(2, label));
}

void TestEntryTableView::enterOnARemovedRowDoesNothing()
{
    m_model->updateRows({removedRow(m_rows[0])}, {});
    m_view->setCurrentIndex(m_model->index(0, label));
    key(Qt::Key_Return);
    QVERIFY(!editor());
}

void TestEntryTableView::tabLeavesTheTable()
{
    auto *next = new QLineEdit(m_window.get());
    next->show();
    QWidget::setTabOrder(m_view, next);
    key(Qt::Key_Tab);
    QVERIFY(next->hasFocus());
}

void TestEntryTableView::editorSurvivesARefresh()
{
    m_view->setCurrentIndex(m_model->index(0, label));
    key(Qt::Key_F2);
    QTest::keyClicks(editor(), u"half"_s);
    m_model->updateRows({withState(m_rows[0], RowState::Sending)}, {}); // the row is told of anew
    std::vector<EntryRow> read = m_rows;                                // the list is read again
    read.push_back(liveRow(u"192.0.2.1"_s, u"new"_s));
    m_model->setRows(read);
    QVERIFY(editor());
    QCOMPARE(editor()->text(), u"half"_s);
    QVERIFY(editor()->hasFocus());
}

GATEHOUSE_TEST(TestEntryTableView, QApplication)
#include "tst_entry_table_view.moc"
