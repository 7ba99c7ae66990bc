// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "desktop/controllers/HistoryController.h"
#include "desktop/dialogs/HistoryDialog.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QUndoStack>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using Topic = BannerArea::Topic;

/// The history of a list through the real window, by keyboard and mouse.
class TestHistoryWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensByKeyboardWithTheNewestInView();
    void anyTwoCanBeCompared();
    void aVersionIsRestoredAsADraft_data();
    void aVersionIsRestoredAsADraft();
    void restoringWhatIsThereChangesNothing();
    void whatHappensWhileItIsOpenIsShown();
    void goesWithItsSession();
    void everyControlHasAName();
    void theSettingsSayHowMuchIsKept();

private:
    void add(const QString &range, const QString &label);
    void collect();
    [[nodiscard]] bool openHistory();
    [[nodiscard]] HistoryDialog *dialog() { return m_app->window().findChild<HistoryDialog *>(); }
    template <typename T>
    [[nodiscard]] T *in(const char *name)
    {
        return dialog()->findChild<T *>(QLatin1String(name));
    }
    /// Of a row, with | between the cells.
    [[nodiscard]] QString row(const char *table, int row);
    [[nodiscard]] QStringList ranges();

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;
};

void TestHistoryWindow::init()
{
    m_home = std::make_unique<TempHome>();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
    add(u"127.0.0.1"_s, u"me"_s);
    QTRY_COMPARE(m_app->atService().size(), 1U);
    QTRY_VERIFY(m_app->isIdle());
    add(u"203.0.113.7"_s, u"office"_s);
    QTRY_COMPARE(m_app->atService().size(), 2U);
    QTRY_VERIFY(m_app->isIdle());
}

void TestHistoryWindow::cleanup()
{
    m_app.reset();
    m_home.reset();
}

void TestHistoryWindow::add(const QString &range, const QString &label)
{
    QTest::keyClicks(m_app->on<QLineEdit>("rangeEdit"), range);
    QTest::keyClicks(m_app->on<QLineEdit>("labelEdit"), label);
    QTest::keyClick(m_app->on<QLineEdit>("labelEdit"), Qt::Key_Return);
}

void TestHistoryWindow::collect()
{
    auto *box = m_app->on<QCheckBox>("atOnceBox");
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    QTRY_VERIFY(m_app->composition().book().records().front().collectChanges);
}

bool TestHistoryWindow::openHistory()
{
    if (!DesktopFixture::activate(&m_app->window()))
        return false;
    QTest::keyClick(&m_app->window(), Qt::Key_H, Qt::ControlModifier);
    return waitUntil([this] { return dialog() && in<QTableView>("versionTable")->model()->rowCount() > 0; }) &&
           DesktopFixture::activate(dialog());
}

QString TestHistoryWindow::row(const char *table, int row)
{
    const QAbstractItemModel *model = in<QTableView>(table)->model();
    QStringList cells;
    for (int column = 0; column < model->columnCount(); ++column)
        cells += model->index(row, column).data().toString();
    return cells.join(u'|');
}

QStringList TestHistoryWindow::ranges()
{
    QStringList all;
    for (int row = 0; row < m_app->model()->rowCount(); ++row)
        all += m_app->text(row, EntryColumn::Range);
    return all;
}

void TestHistoryWindow::opensByKeyboardWithTheNewestInView()
{
    QVERIFY(openHistory());
    QCOMPARE(in<QTableView>("versionTable")->model()->rowCount(), 3);
    QVERIFY(row("versionTable", 0).contains(u"Applied here"_s));
    QVERIFY(row("versionTable", 0).endsWith(u"+1"_s));
    QVERIFY(row("versionTable", 2).contains(u"Read for the first time"_s));
    QTRY_COMPARE(row("differenceTable", 0), u"Added|203.0.113.7|office|"_s);
    QVERIFY(in<QLabel>("countText")->text().contains(u"1 added"_s));
    QVERIFY(in<QTableView>("versionTable")->hasFocus());

    QTest::keyClick(in<QTableView>("versionTable"), Qt::Key_Down);
    QTRY_COMPARE(row("differenceTable", 0), u"Added|127.0.0.1|me|"_s);
    QTest::keyClick(in<QTableView>("versionTable"), Qt::Key_Down);
    QTRY_COMPARE(in<QLabel>("nothingText")->text(), u"Nothing older is kept."_s);
    QVERIFY(in<QLabel>("nothingText")->isVisible());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
}

void TestHistoryWindow::anyTwoCanBeCompared()
{
    QVERIFY(openHistory());
    auto *against = in<QComboBox>("againstChoice");
    QTest::keyClick(against, Qt::Key_End); // the oldest
    QTRY_COMPARE(in<QTableView>("differenceTable")->model()->rowCount(), 2);
    QTest::keyClick(against, Qt::Key_Up);
    QTRY_COMPARE(in<QTableView>("differenceTable")->model()->rowCount(), 1);
    QCOMPARE(row("differenceTable", 0), u"Added|203.0.113.7|office|"_s);
    QTest::keyClick(in<QTableView>("versionTable"), Qt::Key_Down); // with itself
    QTRY_COMPARE(in<QTableView>("differenceTable")->model()->rowCount(), 0);
    QCOMPARE(in<QLabel>("nothingText")->text(), u"Both are the same."_s);
    // What happened since: from the version to now.
    QTest::keyClick(against, Qt::Key_Home);
    QTest::keyClick(against, Qt::Key_Down);
    QTRY_COMPARE(in<QTableView>("differenceTable")->model()->rowCount(), 1);
    QCOMPARE(row("differenceTable", 0), u"Added|203.0.113.7|office|"_s);
}

void TestHistoryWindow::aVersionIsRestoredAsADraft_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("changes are collected") << false;
    QTest::newRow("changes are applied at once") << true;
}

void TestHistoryWindow::aVersionIsRestoredAsADraft()
{
    QFETCH(const bool, atOnce);
    if (!atOnce)
        collect();
    QVERIFY(openHistory());
    QTest::keyClick(in<QTableView>("versionTable"), Qt::Key_Down);
    QTRY_COMPARE(row("differenceTable", 0), u"Added|127.0.0.1|me|"_s);
    QTest::mouseClick(in<QPushButton>("restoreButton"), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    QVERIFY(m_app->bannerText(Topic::Other).contains(u"version 2"_s));
    QTRY_COMPARE(m_app->text(1, EntryColumn::State), u"To remove"_s);
    QCOMPARE(m_app->atService().size(), 2U); // nothing was sent
    QTRY_COMPARE(m_app->storedChanges(), 1);
    QVERIFY(m_app->isIdle());

    m_app->actions().undo->trigger();
    QTRY_COMPARE(m_app->storedChanges(), 0);
    m_app->actions().redo->trigger();
    if (!atOnce) { // else the redone step goes out like any other
        QTRY_COMPARE(m_app->storedChanges(), 1);
        m_app->actions().apply->trigger();
    }
    QTRY_COMPARE(m_app->atService().size(), 1U);
    QTRY_VERIFY(m_app->isIdle());
    QVERIFY(openHistory());
    QTRY_COMPARE(in<QTableView>("versionTable")->model()->rowCount(), 4);
    QVERIFY(row("versionTable", 0).endsWith(u"−1"_s));
}

void TestHistoryWindow::restoringWhatIsThereChangesNothing()
{
    collect();
    QVERIFY(openHistory());
    QTest::keyClick(dialog(), Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_app->bannerText(Topic::Other), u"The list is as in version 3 already."_s);
    QCOMPARE(m_app->storedChanges(), 0);
    QCOMPARE(ranges(), (QStringList{u"127.0.0.1"_s, u"203.0.113.7"_s}));
}

void TestHistoryWindow::whatHappensWhileItIsOpenIsShown()
{
    QVERIFY(openHistory());
    QTest::keyClick(in<QTableView>("versionTable"), Qt::Key_Down);
    add(u"203.0.113.8"_s, u"lab"_s);
    QTRY_COMPARE(in<QTableView>("versionTable")->model()->rowCount(), 4);
    QCOMPARE(dialog()->chosen(), 2); // still
}

void TestHistoryWindow::goesWithItsSession()
{
    Composition &parts = m_app->composition();
    const ConnectionRecord &record = parts.book().records().front();
    auto session = std::make_unique<ListSession>(record, parts.connector(), parts.store(), parts.addresses(),
                                                 parts.clock(), ListSession::Memory::Transient);
    auto *history = new HistoryController(*session, parts.store(), parts.clock(), &m_app->window()); // its dialog's
    history->open(0, 0);
    QVERIFY(dialog());
    session.reset();
    QVERIFY(!dialog());
    QVERIFY(await(parts.store().history(record.id))); // what it had asked for has been answered by now
}

void TestHistoryWindow::everyControlHasAName()
{
    QVERIFY(openHistory());
    for (const char *name : {"versionTable", "againstChoice", "differenceTable", "closeButton", "restoreButton"})
        QVERIFY2(!in<QWidget>(name)->accessibleName().isEmpty(), name);
}

void TestHistoryWindow::theSettingsSayHowMuchIsKept()
{
    m_app->actions().settings->trigger();
    QTRY_VERIFY(m_app->dialog("SettingsDialog"));
    QDialog *settings = m_app->dialog("SettingsDialog");
    QCOMPARE(settings->findChild<QSpinBox *>(u"historyDays"_s)->value(), 365);
    auto *versions = settings->findChild<QSpinBox *>(u"historyVersions"_s);
    QCOMPARE(versions->value(), 1000);
    versions->selectAll();
    QTest::keyClicks(versions, u"2"_s);
    QTest::mouseClick(settings->findChild<QPushButton *>(u"saveButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_app->dialog("SettingsDialog"));
    add(u"203.0.113.8"_s, u"lab"_s);
    QTRY_COMPARE(m_app->atService().size(), 3U);
    QTRY_VERIFY(m_app->isIdle());
    QVERIFY(openHistory());
    QTRY_COMPARE(in<QTableView>("versionTable")->model()->rowCount(), 2);
}

GATEHOUSE_TEST(TestHistoryWindow, QApplication)
#include "tst_history_window.moc"
