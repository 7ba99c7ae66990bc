// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "allowlist/Text.h"
#include "desktop/widgets/PendingBar.h"
#include "desktop/widgets/RangeEdit.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using Topic = BannerArea::Topic;

/// The main job through the real window, by keyboard and mouse, against a real embedded service.
class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensOnThisComputer();
    void teachesWhatAnEmptyListMeans();
    void addsByKeyboardAlone();
    void addsTheCurrentAddress();
    void addsMyAddressFromTheEmptyList();
    void offersEveryone();
    void appliesAtOnce();
    void collectsUntilApplied();
    void togglesByMouse();
    void editsTheLabelInPlace();
    void undoesAndRedoes();
    void discards();
    void removesAfterSelection();
    void copiesAsText();
    void filtersByAddress();
    void keepsTheDraftWhenTheServiceIsGone();
    void draftIsThereAfterARestart();
    void aDamagedDatabaseIsSetAsideAndTold();
    void asksBeforeALockOut();
    void theRemedyForALockOutIsReviewedAndSent();
    void theRemedyOfAWatchedApplyIsWatched();
    void everyActionIsReachable();
    void everyControlHasANameAndAnAccessibleName();
    void tabLeadsThroughThePageInReadingOrder();

private:
    void add(const QString &range, const QString &label);
    void collect();
    [[nodiscard]] bool isSettled();

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;
};

void TestMainWindow::init()
{
    m_home = std::make_unique<TempHome>();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
}

void TestMainWindow::cleanup()
{
    m_app.reset();
    m_home.reset();
}

void TestMainWindow::add(const QString &range, const QString &label)
{
    auto *field = m_app->on<RangeEdit>("rangeEdit");
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClicks(field, range);
    QTest::keyClick(field, Qt::Key_Tab);
    auto *labelField = m_app->on<QLineEdit>("labelEdit");
    QVERIFY(labelField->hasFocus());
    QTest::keyClicks(labelField, label);
    QTest::keyClick(labelField, Qt::Key_Return);
}

/// Switches from "at once" to "collected".
void TestMainWindow::collect()
{
    auto *box = m_app->on<QCheckBox>("atOnceBox");
    if (box->isChecked())
        QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    QTRY_VERIFY(m_app->composition().book().records().front().collectChanges);
}

bool TestMainWindow::isSettled()
{
    return m_app->isIdle() && m_app->model()->rowCount() > 0 &&
           m_app->bannerText(Topic::Applying).contains(QStringLiteral("live since"));
}

void TestMainWindow::opensOnThisComputer()
{
    QCOMPARE(m_app->window().windowTitle(), QStringLiteral("This computer – Gatehouse"));
    QCOMPARE(m_app->on<QLabel>("listTitle")->text(), QStringLiteral("This computer"));
    QCOMPARE(m_app->window().connections()->model()->rowCount(), 1);
    QVERIFY(m_app->on<QLabel>("listSubtitle")
                ->text()
                .startsWith(QStringLiteral("The service of this computer · last read")));
}

void TestMainWindow::teachesWhatAnEmptyListMeans()
{
    QVERIFY(m_app->on<QLabel>("heading")->isVisible());
    QVERIFY(m_app->on<QLabel>("heading")->text().contains(QStringLiteral("everyone is let in")));
    QVERIFY(m_app->on<QPushButton>("mainButton")->isVisible());
}

void TestMainWindow::addsByKeyboardAlone()
{
    collect();
    QTest::keyClick(&m_app->window(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(m_app->on<RangeEdit>("rangeEdit")->hasFocus());
    add(QStringLiteral("203.0.113.0/24"), QStringLiteral("Office"));
    QCOMPARE(m_app->model()->rowCount(), 1);
    QCOMPARE(m_app->text(0, EntryColumn::Range), QStringLiteral("203.0.113.0/24"));
    QCOMPARE(m_app->text(0, EntryColumn::Label), QStringLiteral("Office"));
    QVERIFY(m_app->on<RangeEdit>("rangeEdit")->hasFocus());
    QVERIFY(m_app->on<RangeEdit>("rangeEdit")->text().isEmpty());
    QVERIFY(m_app->on<QLineEdit>("labelEdit")->text().isEmpty());
    QVERIFY(m_app->on<QLabel>("pendingText")->text().contains(QStringLiteral("1 added")));
    QVERIFY(m_app->atService().empty());
}

void TestMainWindow::addsTheCurrentAddress()
{
    QTest::mouseClick(m_app->on<QPushButton>("currentAddressButton"), Qt::LeftButton);
    auto *field = m_app->on<RangeEdit>("rangeEdit");
    QTRY_COMPARE(field->text(), QStringLiteral("127.0.0.1"));
    auto *label = m_app->on<QLineEdit>("labelEdit");
    QVERIFY(label->hasFocus());
    QTest::keyClicks(label, QStringLiteral("Desk"));
    QTest::keyClick(label, Qt::Key_Return);
    QTRY_VERIFY(isSettled());
    const auto live = m_app->atService();
    QCOMPARE(live.size(), std::size_t(1));
    QCOMPARE(toQString(live.front().content.range), QStringLiteral("127.0.0.1/32"));
    QCOMPARE(live.front().content.label, QStringLiteral("Desk"));
}

void TestMainWindow::addsMyAddressFromTheEmptyList()
{
    QTest::mouseClick(m_app->on<QPushButton>("mainButton"), Qt::LeftButton);
    QTRY_VERIFY(isSettled());
    QCOMPARE(m_app->text(0, EntryColumn::Range), QStringLiteral("127.0.0.1"));
    QCOMPARE(m_app->atService().size(), std::size_t(1));
}

void TestMainWindow::offersEveryone()
{
    QTest::mouseClick(m_app->on<QPushButton>("anyAddressButton"), Qt::LeftButton);
    QCOMPARE(m_app->on<RangeEdit>("rangeEdit")->range(), IpRange::any());
}

void TestMainWindow::appliesAtOnce()
{
    QVERIFY(m_app->on<QCheckBox>("atOnceBox")->isChecked());
    add(QStringLiteral("127.0.0.0/8"), QStringLiteral("Loopback"));
    QTRY_VERIFY(isSettled());
    QCOMPARE(m_app->atService().size(), std::size_t(1));
    QVERIFY(m_app->on<QLabel>("listSubtitle")->text().contains(QStringLiteral("live since")));
    QVERIFY(m_app->on<QLabel>("pendingText")->text().startsWith(QStringLiteral("Nothing is pending")));
}

void TestMainWindow::collectsUntilApplied()
{
    collect();
    add(QStringLiteral("127.0.0.0/8"), QStringLiteral("Loopback"));
    add(QStringLiteral("203.0.113.7"), QStringLiteral("Office"));
    QVERIFY(m_app->atService().empty());
    QVERIFY(m_app->on<QPushButton>("applyButton")->isVisible());
    QTest::mouseClick(m_app->on<QPushButton>("applyButton"), Qt::LeftButton);
    QTRY_VERIFY(isSettled());
    QCOMPARE(m_app->atService().size(), std::size_t(2));
    QVERIFY(!m_app->on<QPushButton>("applyButton")->isVisible());
}

void TestMainWindow::togglesByMouse()
{
    add(QStringLiteral("127.0.0.0/8"), {});
    QTRY_VERIFY(isSettled());
    add(QStringLiteral("203.0.113.7"), {});
    QTRY_COMPARE(m_app->atService().size(), std::size_t(2));
    QTRY_VERIFY(m_app->isIdle());
    m_app->clickCell(1, EntryColumn::Active);
    QTRY_VERIFY(m_app->isIdle() && m_app->composition().book().records().size() == 1);
    QTRY_VERIFY(!m_app->atService().at(1).content.active);
}

void TestMainWindow::editsTheLabelInPlace()
{
    collect();
    add(QStringLiteral("127.0.0.0/8"), QStringLiteral("Old"));
    m_app->table()->setCurrentIndex(m_app->model()->index(0, static_cast<int>(EntryColumn::Label)));
    m_app->table()->setFocus();
    QTest::keyClick(m_app->table(), Qt::Key_F2);
    auto *editor = m_app->table()->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("New"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_app->text(0, EntryColumn::Label), QStringLiteral("New"));
}

void TestMainWindow::undoesAndRedoes()
{
    collect();
    add(QStringLiteral("127.0.0.0/8"), {});
    QCOMPARE(m_app->model()->rowCount(), 1);
    QVERIFY(m_app->actions().undo->isEnabled());
    m_app->table()->setFocus();
    QTest::keyClick(m_app->table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_app->model()->rowCount(), 0);
    QTest::keyClick(&m_app->window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_app->model()->rowCount(), 1);
}

void TestMainWindow::discards()
{
    collect();
    add(QStringLiteral("127.0.0.0/8"), {});
    QTest::mouseClick(m_app->on<QPushButton>("discardButton"), Qt::LeftButton);
    QTRY_COMPARE(m_app->model()->rowCount(), 0);
    QVERIFY(m_app->on<QLabel>("pendingText")->text().startsWith(QStringLiteral("Nothing is pending")));
}

void TestMainWindow::removesAfterSelection()
{
    collect();
    add(QStringLiteral("127.0.0.0/8"), {});
    add(QStringLiteral("203.0.113.7"), {});
    QVERIFY(!m_app->actions().removeEntry->isEnabled());
    m_app->clickCell(1, EntryColumn::Range);
    QVERIFY(m_app->actions().removeEntry->isEnabled());
    QTest::keyClick(m_app->table(), Qt::Key_Delete);
    QTRY_COMPARE(m_app->model()->rowCount(), 1);
    QCOMPARE(m_app->text(0, EntryColumn::Range), QStringLiteral("127.0.0.0/8"));
}

void TestMainWindow::copiesAsText()
{
    collect();
    add(QStringLiteral("127.0.0.0/8"), QStringLiteral("Loopback"));
    m_app->clickCell(0, EntryColumn::Range);
    QTest::keyClick(m_app->table(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(QStringLiteral("127.0.0.0/8\tLoopback\t")));
}

void TestMainWindow::filtersByAddress()
{
    collect();
    add(QStringLiteral("10.0.0.0/8"), QStringLiteral("Net"));
    add(QStringLiteral("203.0.113.7"), QStringLiteral("Office"));
    QTest::keyClick(&m_app->window(), Qt::Key_F, Qt::ControlModifier);
    auto *filter = m_app->on<QLineEdit>("filterEdit");
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("10.1.2.3"));
    QCOMPARE(m_app->model()->rowCount(), 1);
    QCOMPARE(m_app->text(0, EntryColumn::Range), QStringLiteral("10.0.0.0/8"));
    QVERIFY(m_app->on<QLabel>("countText")->text().startsWith(QStringLiteral("1 of 2")));
    filter->setText(QStringLiteral("192.0.2.1"));
    QVERIFY(m_app->on<QLabel>("heading")->isVisible());
    QTest::mouseClick(m_app->on<QPushButton>("mainButton"), Qt::LeftButton);
    QCOMPARE(m_app->model()->rowCount(), 2);
}

void TestMainWindow::keepsTheDraftWhenTheServiceIsGone()
{
    collect();
    add(QStringLiteral("127.0.0.0/8"), {});
    m_app->stopService();
    QTest::mouseClick(m_app->on<QPushButton>("applyButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_app->page()->banners()->banner(Topic::Applying), 60000);
    QTRY_VERIFY(m_app->isIdle());
    const auto &message = m_app->page()->banners()->banner(Topic::Applying)->message();
    QCOMPARE(message.kind, BannerKind::Error);
    QVERIFY(message.error);
    QCOMPARE(m_app->model()->rowCount(), 1);
    QCOMPARE(m_app->storedChanges(), 1);

    auto *details = m_app->on<QPushButton>("detailsButton");
    QTest::mouseClick(details, Qt::LeftButton);
    QTRY_VERIFY(m_app->dialog("ErrorDetailsDialog"));
    m_app->dialog("ErrorDetailsDialog")->reject();
    QTest::mouseClick(m_app->on<QToolButton>("dismissButton"), Qt::LeftButton);
    QVERIFY(!m_app->page()->banners()->banner(Topic::Applying));
}

void TestMainWindow::draftIsThereAfterARestart()
{
    collect();
    add(QStringLiteral("203.0.113.7"), QStringLiteral("Office"));
    QTRY_COMPARE(m_app->storedChanges(), 1);
    m_app.reset();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
    QCOMPARE(m_app->model()->rowCount(), 1);
    QCOMPARE(m_app->text(0, EntryColumn::Label), QStringLiteral("Office"));
    QVERIFY(m_app->on<QPushButton>("applyButton")->isVisible());
}

void TestMainWindow::aDamagedDatabaseIsSetAsideAndTold()
{
    const TempHome home;
    QFile file(home->databaseFile());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("dear diary") > 0);
    file.close();
    DesktopFixture again(home.home());
    QVERIFY(again.begin());
    const MessageBanner *banner = again.window().banners()->banner(Topic::Storing);
    QVERIFY(banner);
    QCOMPARE(banner->message().kind, BannerKind::Warning);
    QVERIFY(banner->message().text.contains(again.composition().store().repair()->setAside));
}

void TestMainWindow::asksBeforeALockOut()
{
    add(QStringLiteral("203.0.113.7"), {}); // the list was open, and would let in nobody else from now on
    QTRY_VERIFY(m_app->dialog("ReviewDialog"));
    QDialog *review = m_app->dialog("ReviewDialog");
    QVERIFY(m_app->atService().empty());
    review->reject();
    QTRY_VERIFY(!m_app->dialog("ReviewDialog"));
    QVERIFY(m_app->atService().empty());
    QVERIFY(m_app->on<QPushButton>("applyButton")->isVisible()); // still pending, and not sent by itself
}

void TestMainWindow::theRemedyForALockOutIsReviewedAndSent()
{
    add(QStringLiteral("203.0.113.7"), {});
    QTRY_VERIFY(m_app->dialog("ReviewDialog"));
    const QPointer<QDialog> lockOut = m_app->dialog("ReviewDialog");
    auto *remedy = lockOut->findChild<QPushButton *>(QStringLiteral("remedyButton"));
    QVERIFY(remedy->isVisible());
    QTest::mouseClick(remedy, Qt::LeftButton);
    QTRY_VERIFY(!lockOut);
    QTRY_VERIFY(m_app->dialog("ReviewDialog")); // of another draft than before
    QVERIFY(m_app->atService().empty());
    QDialog *again = m_app->dialog("ReviewDialog");
    QVERIFY(!again->findChild<QLineEdit *>(QStringLiteral("confirmationEdit"))->isVisible());
    QTest::mouseClick(again->findChild<QPushButton *>(QStringLiteral("applyButton")), Qt::LeftButton);
    QTRY_COMPARE(m_app->atService().size(), std::size_t(2));
    const Entry added = m_app->atService().back();
    QCOMPARE(toShortQString(added.content.range), QStringLiteral("127.0.0.1"));
    QVERIFY(!added.content.expiresAt); // an end would lock this computer out then, since the list was open before
}

void TestMainWindow::theRemedyOfAWatchedApplyIsWatched()
{
    collect();
    add(QStringLiteral("203.0.113.7"), {});
    m_app->actions().applyAndWatch->trigger();
    QTRY_VERIFY(m_app->dialog("ReviewDialog"));
    const QPointer<QDialog> lockOut = m_app->dialog("ReviewDialog");
    QTest::mouseClick(lockOut->findChild<QPushButton *>(QStringLiteral("remedyButton")), Qt::LeftButton);
    QTRY_VERIFY(!lockOut);
    QTRY_VERIFY(m_app->dialog("ReviewDialog"));
    QTest::mouseClick(m_app->dialog("ReviewDialog")->findChild<QPushButton *>(QStringLiteral("applyButton")),
                      Qt::LeftButton);
    QTRY_VERIFY(!m_app->bannerText(Topic::Watching).isEmpty());
}

void TestMainWindow::everyActionIsReachable()
{
    const auto actions = m_app->window().findChildren<QAction *>(QRegularExpression(QStringLiteral("^action")));
    QVERIFY(actions.size() > 25);
    QHash<QKeySequence, QAction *> shortcuts;
    for (QAction *action : actions) {
        const QByteArray name = action->objectName().toUtf8();
        QVERIFY2(!action->toolTip().isEmpty(), name.constData());
        const auto homes = action->associatedObjects();
        QVERIFY2(std::ranges::any_of(homes, [](QObject *object) { return qobject_cast<QMenu *>(object); }),
                 name.constData());
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(!shortcuts.contains(action->shortcut()), name.constData());
        shortcuts.insert(action->shortcut(), action);
    }
}

void TestMainWindow::everyControlHasANameAndAnAccessibleName()
{
    for (const QWidget *widget : m_app->window().findChildren<QWidget *>()) {
        const bool ours = widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(&m_app->window()) &&
                          !widget->objectName().startsWith(QStringLiteral("qt_"));
        if (!ours)
            continue;
        const QString who =
            QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(who));
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(who));
    }
}

void TestMainWindow::tabLeadsThroughThePageInReadingOrder()
{
    collect();
    add(QStringLiteral("203.0.113.7"), {});
    m_app->on<RangeEdit>("rangeEdit")->setFocus();
    const QStringList expected{
        QStringLiteral("labelEdit"),        QStringLiteral("expiryPicker"), QStringLiteral("currentAddressButton"),
        QStringLiteral("anyAddressButton"), QStringLiteral("filterEdit"),   QStringLiteral("quickFilter"),
        QStringLiteral("legendButton"),     QStringLiteral("entryTable"),   QStringLiteral("atOnceBox"),
        QStringLiteral("discardButton"),    QStringLiteral("applyButton")};
    QStringList seen;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        seen += QApplication::focusWidget()->objectName();
    }
    QCOMPARE(seen, expected);
}

GATEHOUSE_TEST(TestMainWindow, QApplication)
#include "tst_main_window.moc"
