// SPDX-License-Identifier: Apache-2.0
#include "SampleRows.h"
#include "desktop/delegates/ExpiryDelegate.h"
#include "desktop/delegates/SwitchDelegate.h"
#include "desktop/models/EntryTableModel.h"
#include "desktop/theme/Theme.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ExpiryPicker.h"
#include "desktop/widgets/ExpiryPopup.h"
#include "desktop/widgets/RangeEdit.h"
#include "desktop/widgets/RangeHint.h"
#include "support/ManualClock.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class TestDelegates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneClickTogglesTheSwitch();
    void clickBesideTheSwitchOnlySelects();
    void switchKeepsTheSelection();
    void dragOffTheSwitchDoesNothing();
    void removedRowsCannotBeSwitched();

    void labelIsEditedInPlace();
    void labelIsTrimmed();
    void escapeKeepsTheLabel();
    void untouchedLabelAsksForNothing();
    void tabGoesOnToTheExpiry();

    void rangeIsEditedInPlace();
    void rangeHintStandsByTheEditor();
    void aJudgeSpeaksBelowTheEditor();
    void invalidRangeKeepsTheEditorOpen_data();
    void invalidRangeKeepsTheEditorOpen();
    void invalidRangeStaysWhenTheFocusLeaves();
    void suggestionIsTakenInTheCell();
    void escapeLeavesAnInvalidRange();

    void expiryOpensByKey();
    void expiryOpensByOneClickOnTheArrow();
    void expiryIsChosenInTheCell();
    void expiryPresetCountsFromTheChoice();
    void escapeKeepsTheExpiry();

    void rowsLookLikeTheirState_data();
    void rowsLookLikeTheirState();
    void everyStateLooksDifferent();
    void whatIsNotKeptByTheServiceIsMarked_data();
    void whatIsNotKeptByTheServiceIsMarked();
    void hoveredRowIsSeen();

private:
    [[nodiscard]] QModelIndex at(int row, EntryColumn column) const
    {
        return m_model->index(row, static_cast<int>(column));
    }
    [[nodiscard]] QPoint centre(const QModelIndex &index) const { return m_view->visualRect(index).center(); }
    void click(QPoint where, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, where);
    }
    template <typename Editor>
    Editor *edit(const QModelIndex &index)
    {
        m_view->setCurrentIndex(index);
        QTest::keyClick(m_view, Qt::Key_F2);
        return m_view->viewport()->findChild<Editor *>();
    }
    ExpiryPopup *openExpiry()
    {
        auto *picker = edit<ExpiryPicker>(at(1, EntryColumn::Expires));
        const bool opened = picker && waitUntil([=] { return picker->findChild<ExpiryPopup *>() != nullptr; });
        return opened ? picker->findChild<ExpiryPopup *>() : nullptr;
    }
    [[nodiscard]] QImage pictureOf(const QModelIndex &index) const
    {
        return m_view->viewport()->grab(m_view->visualRect(index)).toImage();
    }
    [[nodiscard]] EntryContent wanted() const { return m_asked->last().last().value<EntryContent>(); }

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<EntryTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_asked;
    std::unique_ptr<QWidget> m_window;
    EntryTableView *m_view = nullptr;
    std::vector<EntryRow> m_rows;
};

void TestDelegates::init()
{
    m_clock = std::make_unique<test::ManualClock>();
    m_model = std::make_unique<EntryTableModel>(*m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_asked = std::make_unique<QSignalSpy>(m_model.get(), &EntryTableModel::editRequested);
    m_window = std::make_unique<QWidget>();
    m_view = new EntryTableView(m_window.get());
    m_view->setModel(m_model.get());
    m_view->resize(900, 400);
    m_window->resize(900, 500);
    m_rows = {liveRow(u"203.0.113.0/24"_s, u"office"_s), liveRow(u"10.0.0.0/8"_s, u"vpn"_s, m_clock->now().addDays(2)),
              liveRow(u"2001:db8::/48"_s), removedRow(liveRow(u"9.9.9.9"_s, u"gone"_s))};
    m_model->setRows(m_rows);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view->setFocus();
}

void TestDelegates::cleanup()
{
    m_window.reset();
    m_asked.reset();
    m_tester.reset();
    m_model.reset();
}

// --- switch

void TestDelegates::oneClickTogglesTheSwitch()
{
    click(centre(at(0, EntryColumn::Active)));
    QCOMPARE(m_asked->count(), 1);
    QCOMPARE(wanted().active, false);
    QCOMPARE(m_asked->last().first().value<EntryKey>(), m_rows[0].entry.key);
}

void TestDelegates::clickBesideTheSwitchOnlySelects()
{
    const QRect cell = m_view->visualRect(at(0, EntryColumn::Active));
    click(cell.topLeft() + QPoint(2, 2));
    QCOMPARE(m_asked->count(), 0);
    QCOMPARE(m_view->selectedKeys(), std::vector{m_rows[0].entry.key});
}

void TestDelegates::switchKeepsTheSelection()
{
    click(centre(at(0, EntryColumn::Label)));
    click(centre(at(1, EntryColumn::Label)), Qt::ControlModifier);
    const auto selected = m_view->selectedKeys();
    click(centre(at(2, EntryColumn::Active)));
    QCOMPARE(m_asked->count(), 1);
    QCOMPARE(m_view->selectedKeys(), selected);
}

void TestDelegates::dragOffTheSwitchDoesNothing()
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, centre(at(0, EntryColumn::Active)));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, centre(at(1, EntryColumn::Active)));
    QCOMPARE(m_asked->count(), 0);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, centre(at(1, EntryColumn::Label)));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, centre(at(1, EntryColumn::Active)));
    QCOMPARE(m_asked->count(), 0);
}

void TestDelegates::removedRowsCannotBeSwitched()
{
    click(centre(at(3, EntryColumn::Active)));
    QCOMPARE(m_asked->count(), 0);
}

// --- label

void TestDelegates::labelIsEditedInPlace()
{
    click(centre(at(2, EntryColumn::Label)));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, centre(at(2, EntryColumn::Label)));
    auto *editor = m_view->viewport()->findChild<QLineEdit *>(u"labelEditor"_s);
    QVERIFY(editor);
    QVERIFY(editor->hasFocus());
    QVERIFY(!editor->placeholderText().isEmpty());
    QVERIFY(!editor->accessibleName().isEmpty());
    QTest::keyClicks(editor, u"branch office"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_asked->count(), 1);
    QCOMPARE(wanted().label, u"branch office"_s);
}

void TestDelegates::labelIsTrimmed()
{
    auto *editor = edit<QLineEdit>(at(0, EntryColumn::Label));
    editor->selectAll();
    QTest::keyClicks(editor, u"  home  "_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_asked->count(), 1);
    QCOMPARE(wanted().label, u"home"_s);
}

void TestDelegates::escapeKeepsTheLabel()
{
    auto *editor = edit<QLineEdit>(at(0, EntryColumn::Label));
    QTest::keyClicks(editor, u"other"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_VERIFY(m_view->hasFocus());
    QCOMPARE(m_asked->count(), 0);
}

void TestDelegates::untouchedLabelAsksForNothing()
{
    auto *editor = edit<QLineEdit>(at(0, EntryColumn::Label));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(m_view->hasFocus());
    QCOMPARE(m_asked->count(), 0);
}

void TestDelegates::tabGoesOnToTheExpiry()
{
    auto *editor = edit<QLineEdit>(at(0, EntryColumn::Label));
    QTest::keyClick(editor, Qt::Key_Tab);
    QCOMPARE(m_view->currentIndex(), at(0, EntryColumn::Expires));
    QTRY_VERIFY(m_view->viewport()->findChild<ExpiryPopup *>());
}

// --- range

void TestDelegates::rangeIsEditedInPlace()
{
    auto *editor = edit<RangeEdit>(at(0, EntryColumn::Range));
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"203.0.113.0/24"_s);
    editor->selectAll();
    QTest::keyClicks(editor, u"203.0.113.7"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_asked->count(), 1);
    QCOMPARE(wanted().range, rangeOf(u"203.0.113.7"_s));
}

void TestDelegates::rangeHintStandsByTheEditor()
{
    auto *editor = edit<RangeEdit>(at(0, EntryColumn::Range));
    auto *hint = m_view->viewport()->findChild<RangeHint *>();
    QVERIFY(hint);
    QVERIFY(hint->isVisible());
    QVERIFY(hint->geometry().top() >= editor->geometry().bottom());
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_VERIFY(!m_view->viewport()->findChild<RangeHint *>());
}

void TestDelegates::aJudgeSpeaksBelowTheEditor()
{
    RangeJudge judge;
    judge.name = u"Acme"_s;
    judge.byRules = [](const IpRange &range) {
        return range.prefix() < 9 ? std::optional(RangeObjection{u"too broad"_s, true}) : std::nullopt;
    };
    judge.byService = [](const IpRange &) { return ready<void>({}); };
    m_view->setRangeJudge(judge);
    m_view->edit(at(0, EntryColumn::Range));
    auto *editor = m_view->viewport()->findChild<RangeEdit *>(u"rangeEditor"_s);
    const auto *hint = m_view->viewport()->findChild<RangeHint *>(u"rangeEditorHint"_s);
    QVERIFY(editor && hint);
    const auto *verdict = hint->findChild<QLabel *>(u"rangeVerdict"_s);
    editor->selectAll();
    QTest::keyClicks(editor, u"10.0.0.0/8"_s);
    QCOMPARE(verdict->text(), u"too broad"_s);
    QTest::keyClick(editor, Qt::Key_Backspace);
    QTest::keyClicks(editor, u"9"_s);
    QTRY_COMPARE(verdict->text(), u"Acme accepts it"_s);
}

void TestDelegates::invalidRangeKeepsTheEditorOpen_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Enter of the number pad") << Qt::Key_Enter;
    QTest::newRow("Tab") << Qt::Key_Tab;
    QTest::newRow("Shift and Tab") << Qt::Key_Backtab;
}

void TestDelegates::invalidRangeKeepsTheEditorOpen()
{
    QFETCH(const Qt::Key, key);
    auto *editor = edit<RangeEdit>(at(0, EntryColumn::Range));
    editor->selectAll();
    QTest::keyClicks(editor, u"203.0"_s);
    QTest::keyClick(editor, key);
    QCoreApplication::processEvents();
    QVERIFY(editor->hasFocus());
    QVERIFY(editor->isInvalid());
    QCOMPARE(m_asked->count(), 0);
    QTest::keyClicks(editor, u".113.9"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_asked->count(), 1);
    QCOMPARE(wanted().range, rangeOf(u"203.0.113.9"_s));
}

void TestDelegates::invalidRangeStaysWhenTheFocusLeaves()
{
    auto *editor = edit<RangeEdit>(at(0, EntryColumn::Range));
    editor->selectAll();
    QTest::keyClicks(editor, u"203.0.113.999"_s);
    click(centre(at(2, EntryColumn::State)));
    QCoreApplication::processEvents();
    QVERIFY(editor->isVisible());
    QCOMPARE(editor->text(), u"203.0.113.999"_s);
    QCOMPARE(m_asked->count(), 0);
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Backspace);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_asked->count(), 1);
    QCOMPARE(wanted().range, rangeOf(u"203.0.113.99"_s));
    QTRY_VERIFY(!m_view->viewport()->findChild<RangeEdit *>());
}

void TestDelegates::suggestionIsTakenInTheCell()
{
    auto *editor = edit<RangeEdit>(at(0, EntryColumn::Range));
    editor->selectAll();
    QTest::keyClicks(editor, u"198.51.100.9/24"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(editor->text(), u"198.51.100.0/24"_s);
    editor->undo();
    QVERIFY(editor->isInvalid());
    auto *button = m_view->viewport()->findChild<QPushButton *>(u"takeSuggestion"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(editor->hasFocus()); // it is on the table, which would like to have it
    QCOMPARE(editor->text(), u"198.51.100.0/24"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_asked->count(), 1);
}

void TestDelegates::escapeLeavesAnInvalidRange()
{
    auto *editor = edit<RangeEdit>(at(0, EntryColumn::Range));
    QTest::keyClicks(editor, u"nonsense"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_VERIFY(!m_view->viewport()->findChild<RangeEdit *>());
    QCOMPARE(m_asked->count(), 0);
}

// --- expiry

void TestDelegates::expiryOpensByKey()
{
    const auto *popup = openExpiry();
    QVERIFY(popup);
    QVERIFY(popup->isVisible());
}

void TestDelegates::expiryOpensByOneClickOnTheArrow()
{
    const QModelIndex cell = at(0, EntryColumn::Expires);
    click(centre(cell));
    QVERIFY(!m_view->viewport()->findChild<ExpiryPicker *>());
    click(ExpiryDelegate::arrowRect(m_view->visualRect(cell), Qt::LeftToRight).center());
    QTRY_VERIFY(m_view->viewport()->findChild<ExpiryPopup *>());
}

void TestDelegates::expiryIsChosenInTheCell()
{
    auto *popup = openExpiry();
    auto *presets = popup->findChild<QListWidget *>(u"presets"_s);
    QTest::mouseClick(presets->viewport(), Qt::LeftButton, {}, presets->visualItemRect(presets->item(0)).center());
    QCOMPARE(m_asked->count(), 1);
    QCOMPARE(wanted().expiresAt, std::nullopt);
    QTRY_VERIFY(!m_view->viewport()->findChild<ExpiryPicker *>());
}

void TestDelegates::expiryPresetCountsFromTheChoice()
{
    auto *popup = openExpiry();
    m_clock->advance(std::chrono::minutes(10));
    auto *presets = popup->findChild<QListWidget *>(u"presets"_s);
    presets->setFocus();
    presets->setCurrentRow(3);
    QTest::keyClick(presets, Qt::Key_Return);
    QCOMPARE(m_asked->count(), 1);
    QCOMPARE(wanted().expiresAt, std::optional(m_clock->now().addDays(1)));
}

void TestDelegates::escapeKeepsTheExpiry()
{
    auto *popup = openExpiry();
    QTest::keyClick(popup, Qt::Key_Escape);
    QTRY_VERIFY(!m_view->viewport()->findChild<ExpiryPicker *>());
    QTRY_VERIFY(m_view->hasFocus());
    QCOMPARE(m_asked->count(), 0);
}

// --- looks

void TestDelegates::rowsLookLikeTheirState_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestDelegates::rowsLookLikeTheirState()
{
    QFETCH(const bool, dark);
    const Theme &theme = dark ? Theme::darkTheme() : Theme::light();
    m_view->setPalette(theme.palette());
    m_view->clearSelection();
    m_view->clearFocus();
    const auto background = [&](int row) {
        const QImage picture = pictureOf(at(row, EntryColumn::Label));
        return picture.pixelColor(picture.width() - 3, picture.height() / 2);
    };
    const auto edge = [&](int row) {
        const QImage picture = pictureOf(at(row, EntryColumn::Active));
        return picture.pixelColor(1, picture.height() / 2);
    };
    QCOMPARE(background(0), theme.surface);
    QCOMPARE(edge(0), theme.surface);
    QCOMPARE(edge(3), theme.subtle); // removed
    m_model->updateRows({addedRow(u"192.0.2.1"_s, u"new"_s)}, {});
    QVERIFY(background(4) != theme.surface);
    QCOMPARE(edge(4), theme.info);
    EntryContent content = m_rows[0].entry.content;
    content.label = u"other"_s;
    m_model->updateRows({changedRow(m_rows[0], content)}, {});
    QCOMPARE(edge(0), theme.warning);
    QCOMPARE(pictureOf(at(0, EntryColumn::Label)).pixelColor(1, 1), theme.warning);
    QVERIFY(pictureOf(at(0, EntryColumn::Range)).pixelColor(1, 1) != theme.warning);
    m_view->selectRow(0);
    QCOMPARE(background(0), theme.selection);
}

void TestDelegates::everyStateLooksDifferent()
{
    m_view->clearSelection();
    m_view->clearFocus();
    constexpr std::array states{RowState::Live,     RowState::Added,   RowState::Changed,
                                RowState::Removed,  RowState::Sending, RowState::Failed,
                                RowState::Conflict, RowState::Overdue, RowState::Vanished};
    std::vector<EntryRow> rows;
    for (const RowState state : states)
        rows.push_back(withState(liveRow(u"10.0.0.1"_s), state));
    rows.push_back(liveRow(u"10.0.0.1"_s, {}, m_clock->now()));
    rows.push_back(liveRow(u"10.0.0.1"_s, {}, std::nullopt, false));
    m_model->setRows(rows);
    QList<QImage> pictures;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        // Without colours: form and words have to do.
        const QImage picture = pictureOf(at(row, EntryColumn::State)).convertToFormat(QImage::Format_Grayscale8);
        QVERIFY(!pictures.contains(picture));
        pictures << picture;
    }
}

void TestDelegates::whatIsNotKeptByTheServiceIsMarked_data()
{
    QTest::addColumn<EntryColumn>("column");
    QTest::addColumn<KeptFields>("kept");
    QTest::addColumn<bool>("inLabel");
    QTest::newRow("an expiry kept here") << EntryColumn::Expires << KeptFields{false, false, true} << false;
    QTest::newRow("an expiry in the label") << EntryColumn::Expires << KeptFields() << true;
    QTest::newRow("a label kept here") << EntryColumn::Label << KeptFields{true, false, false} << false;
    QTest::newRow("a switch kept here") << EntryColumn::Active << KeptFields{false, true, false} << false;
}

void TestDelegates::whatIsNotKeptByTheServiceIsMarked()
{
    QFETCH(EntryColumn, column);
    QFETCH(KeptFields, kept);
    QFETCH(bool, inLabel);
    EntryRow row = liveRow(u"10.0.0.1"_s, u"Office"_s, m_clock->now().addDays(1));
    m_model->setRows({row});
    m_view->clearFocus();
    const QImage before = pictureOf(at(0, column));
    const QImage other = pictureOf(at(0, EntryColumn::Range));
    row.status.kept = kept;
    row.status.expiryInLabel = inLabel;
    m_model->updateRows({row}, {});
    QVERIFY(pictureOf(at(0, column)) != before);
    QCOMPARE(pictureOf(at(0, EntryColumn::Range)), other);
    const QString tip = at(0, column).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(inLabel ? u"Written into the label"_s : u"Kept on this computer"_s), qPrintable(tip));
}

void TestDelegates::hoveredRowIsSeen()
{
    const QModelIndex cell = at(2, EntryColumn::Label);
    m_view->clearSelection();
    m_view->clearFocus();
    const QImage before = pictureOf(cell);
    QTest::mouseMove(m_view->viewport(), centre(at(2, EntryColumn::State)));
    QVERIFY(pictureOf(cell) != before); // tinted, and it invites to write a label
    QTest::mouseMove(m_view->viewport(), centre(at(0, EntryColumn::State)));
    QCOMPARE(pictureOf(cell), before);
}

GATEHOUSE_TEST(TestDelegates, QApplication)
#include "tst_delegates.moc"
