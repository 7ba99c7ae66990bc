// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "NotifierSpy.h"
#include "desktop/controllers/NoticeController.h"
#include "desktop/controllers/TrayController.h"
#include "desktop/controllers/WindowController.h"
#include "desktop/dialogs/KeeperPanel.h"
#include "store/SettingKeys.h"
#include "support/Entries.h"
#include "support/ManualClock.h"
#include "support/Patience.h"
#include "support/TestProgram.h"
#include "sync/ListSession.h"

#include <QCheckBox>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

QAction *trayAction(const char *name)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == u"trayMenu"_s)
            return widget->findChild<QAction *>(QLatin1String(name));
    }
    return nullptr;
}

/// A window that closes into the tray, at first while something is being sent.
struct ClosableWindow
{
    ClosableWindow()
        : options(home->settingsFile())
        , controller(options, window)
        , tray(options, window, true)
    {
        options.setValue(settings::closeToTray, true);
        controller.setSending([this] { return sending; });
        window.show();
    }

    [[nodiscard]] MessageBanner *banner() const { return window.banners()->banner(BannerArea::Topic::Applying); }

    /// As each poll of a list tells it, whatever it found.
    void tellSending()
    {
        controller.sendingChanged();
        QCoreApplication::processEvents();
    }

    const TempHome home;
    Settings options;
    MainWindow window;
    WindowController controller;
    TrayController tray;
    QStringList sending{u"Shop"_s};
};

QStringList rangesAt(DesktopFixture &app)
{
    QStringList ranges;
    for (const Entry &entry : app.atService())
        ranges += QString::fromStdString(entry.content.range.toShortString());
    ranges.sort();
    return ranges;
}

void writeScript(const QString &path, const QString &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

/// What Gatehouse does while nobody looks: following an address, the tray, the keeper without the window.
class TestBackground final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;

    /// Past the window, as another program would.
    void putAtService(const QStringList &lines)
    {
        Composition &parts = m_app->composition();
        ListSession session(parts.book().records().front(), parts.connector(), parts.store(), parts.addresses(),
                            parts.clock(), ListSession::Memory::Transient);
        QVERIFY(await(session.reload()));
        std::vector<EntryContent> contents;
        for (const Entry &entry : entries(lines))
            contents.push_back(entry.content);
        session.add(contents);
        QVERIFY(await(session.apply({})));
        m_app->actions().reload->trigger();
        QTRY_COMPARE(m_app->model()->rowCount(), static_cast<int>(lines.size()));
        QTRY_VERIFY(m_app->isIdle());
    }

    [[nodiscard]] int rowOf(const QString &text)
    {
        for (int row = 0; row < m_app->model()->rowCount(); ++row) {
            if (m_app->text(row, EntryColumn::Range).startsWith(text))
                return row;
        }
        return -1;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void cleanup()
    {
        m_app.reset();
        m_home.reset();
    }

    void markedEntriesFollowTheAddress()
    {
        m_home = std::make_unique<TempHome>();
        m_app = std::make_unique<DesktopFixture>(m_home->home());
        QVERIFY(m_app->begin());
        putAtService({u"127.0.0.0/8 Here"_s, u"203.0.113.5 Me"_s});

        m_app->clickCell(rowOf(u"127.0.0.0/8"_s), EntryColumn::Range);
        QVERIFY(!m_app->actions().own->isEnabled()); // not the address of one computer
        m_app->clickCell(rowOf(u"203.0.113.5"_s), EntryColumn::Range);
        QVERIFY(m_app->actions().own->isEnabled());
        QVERIFY(!m_app->actions().own->isChecked());
        m_app->actions().own->trigger();
        QTRY_VERIFY(m_app->text(rowOf(u"203.0.113.5"_s), EntryColumn::Range).endsWith(u"mine"_s));

        QVERIFY(trayAction("trayCheck"));
        trayAction("trayCheck")->trigger();
        QTRY_VERIFY(m_app->window().banners()->banner(BannerArea::Topic::Address));
        const BannerMessage message = m_app->window().banners()->banner(BannerArea::Topic::Address)->message();
        QVERIFY2(message.text.contains(u"203.0.113.5"_s) && message.text.contains(u"127.0.0.1"_s),
                 qPrintable(message.text));
        message.remedy();
        QTRY_VERIFY(m_app->dialog("FollowDialog"));
        QDialog *dialog = m_app->dialog("FollowDialog");
        auto *lists = dialog->findChild<QTreeWidget *>(u"lists"_s);
        QCOMPARE(lists->topLevelItemCount(), 1);
        QCOMPARE(lists->topLevelItem(0)->text(1), u"203.0.113.5 → 127.0.0.1"_s);
        QCOMPARE(rangesAt(*m_app), (QStringList{u"127.0.0.0/8"_s, u"203.0.113.5"_s}));

        auto *follow = dialog->findChild<QPushButton *>(u"followButton"_s);
        lists->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        QVERIFY(!follow->isEnabled());
        lists->topLevelItem(0)->setCheckState(0, Qt::Checked);
        follow->click();
        QTRY_COMPARE(lists->topLevelItem(0)->text(2), u"Changed and read back"_s);
        QCOMPARE(rangesAt(*m_app), (QStringList{u"127.0.0.0/8"_s, u"127.0.0.1"_s}));
        QTRY_VERIFY(!m_app->window().banners()->banner(BannerArea::Topic::Address));
        QTRY_VERIFY(rowOf(u"127.0.0.1"_s) >= 0 &&
                    m_app->text(rowOf(u"127.0.0.1"_s), EntryColumn::Range).endsWith(u"mine"_s));
        dialog->reject();
    }

    void aMarkIsTakenAwayAgain()
    {
        m_home = std::make_unique<TempHome>();
        m_app = std::make_unique<DesktopFixture>(m_home->home());
        QVERIFY(m_app->begin());
        putAtService({u"127.0.0.1 Here"_s});
        m_app->clickCell(0, EntryColumn::Range);
        QVERIFY(DesktopFixture::activate(&m_app->window()));
        QTest::keyClick(&m_app->window(), Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(m_app->text(0, EntryColumn::Range), u"127.0.0.1 · mine"_s);
        m_app->clickCell(0, EntryColumn::Range);
        QTRY_VERIFY(m_app->actions().own->isChecked());
        m_app->actions().own->trigger();
        QTRY_COMPARE(m_app->text(0, EntryColumn::Range), u"127.0.0.1"_s);
        const QUuid id = m_app->composition().book().records().front().id;
        QVERIFY(await(m_app->composition().store().ownRanges(id))->empty());
    }

    void whatEndsSoonIsToldOnce()
    {
        const TempHome home;
        Composition parts(home.home());
        QVERIFY(parts.open());
        QVERIFY(await(parts.book().load()));
        const QUuid id = parts.book().records().front().id;
        const StoredList list{
            Draft(snapshotOf(entries({u"203.0.113.5 Bob 30h"_s, u"203.0.113.6 Cat 90h"_s}))), noon(), {}, 0};
        QVERIFY(await(parts.store().saveList(id, list)));
        ManualClock clock;
        NotifierSpy spy;
        HostConditions conditions;
        MainWindow window;
        const Workbench bench{parts.book(),   parts.connector(), parts.store(), parts.secrets(), parts.addresses(),
                              parts.keeper(), parts.settings(),  spy,           conditions,      clock};
        NoticeController notices(bench, window);
        notices.look();
        clock.advance(std::chrono::hours(7));
        const QDateTime toldAt = clock.now();
        notices.look();
        QTRY_COMPARE(spy.shown().size(), 1);
        const Notification told = spy.shown().front();
        QVERIFY2(told.title.contains(parts.book().records().front().name), qPrintable(told.title));
        QVERIFY2(told.text.startsWith(u"203.0.113.5 (Bob): in 23 h"_s), qPrintable(told.text));
        notices.look();
        clock.advance(std::chrono::minutes(1));
        notices.look();
        QVERIFY(await(parts.store().list(id))); // what was asked of the store before has been answered
        QCOMPARE(spy.count(), 1);

        QSignalSpy asked(&notices, &NoticeController::showRequested);
        spy.click(told);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toUuid(), id);
        const auto noted = await(parts.store().lastRun(u"notices"_s));
        QCOMPARE(*noted, std::optional(toldAt));
    }

    void closingStaysInTheTrayOnRequest_data()
    {
        QTest::addColumn<bool>("isTrayThere");
        QTest::addColumn<bool>("isWanted");
        QTest::addColumn<bool>("stays");
        QTest::newRow("as it is at first") << true << false << false;
        QTest::newRow("on request") << true << true << true;
        QTest::newRow("without a tray") << false << true << false;
    }

    void closingStaysInTheTrayOnRequest()
    {
        QFETCH(const bool, isTrayThere);
        QFETCH(const bool, isWanted);
        const TempHome home;
        Settings settings(home->settingsFile());
        settings.setValue(settings::closeToTray, isWanted);
        MainWindow window;
        TrayController tray(settings, window, isTrayThere);
        window.show();
        QTEST(!window.close(), "stays"); // refused to be closed, and yet out of sight
        QVERIFY(!window.isVisible());
        trayAction("trayShow")->trigger();
        QVERIFY(window.isVisible());
    }

    void closesOnceWhenNothingIsSentAnyMore()
    {
        ClosableWindow desk;
        QVERIFY(!desk.window.close());
        QVERIFY(desk.window.isVisible());
        QVERIFY(desk.banner());
        desk.sending.clear();
        desk.tellSending();
        QTRY_VERIFY(!desk.window.isVisible());
        trayAction("trayShow")->trigger();
        QVERIFY(!desk.banner());
        desk.tellSending();
        QVERIFY(desk.window.isVisible());
    }

    void closingWithoutWaitingIsForOnce()
    {
        ClosableWindow desk;
        QVERIFY(!desk.window.close());
        const BannerMessage waiting = desk.banner()->message();
        waiting.remedy();
        QVERIFY(!desk.window.isVisible());
        trayAction("trayShow")->trigger();
        QVERIFY(!desk.banner());
        QVERIFY(!desk.window.close());
        QVERIFY(desk.window.isVisible());
        QVERIFY(desk.banner());
    }

    void closingIsCalledOffWithItsMessage()
    {
        ClosableWindow desk;
        desk.window.quit();
        QVERIFY(desk.window.isVisible());
        QVERIFY(desk.window.isQuitting());
        QTest::mouseClick(desk.banner()->findChild<QToolButton *>(u"dismissButton"_s), Qt::LeftButton);
        QVERIFY(!desk.window.isQuitting());
        desk.sending.clear();
        desk.tellSending();
        QVERIFY(desk.window.isVisible());
    }

    void theKeeperIsInstalledInTheSettings()
    {
        const TempHome home;
        const QTemporaryDir folder;
        KeeperPlaces places;
        places.systemctl = folder.filePath(u"systemctl"_s);
        places.crontab = folder.filePath(u"crontab"_s);
        places.unitFolder = folder.filePath(u"units"_s);
        places.program = u"/usr/bin/gatehouse-cli"_s;
        writeScript(places.systemctl, u"#!/bin/sh\nexit 0\n"_s);
        KeeperInstaller installer(places);
        const ManualClock clock;
        auto store = Store::open(home->databaseFile());
        QVERIFY(store);
        Settings settings(home->settingsFile());
        KeeperPanel panel(settings, installer, **store, clock);
        auto *state = panel.findChild<QLabel *>(u"state"_s);
        auto *install = panel.findChild<QPushButton *>(u"installButton"_s);
        auto *remove = panel.findChild<QPushButton *>(u"removeButton"_s);
        panel.setVisible(true);
        QTRY_VERIFY(state->text().startsWith(u"While no window is open"_s));
        QVERIFY(install->isVisible() && !remove->isVisible());

        install->click();
        QTRY_VERIFY(state->text().contains(u"systemd"_s));
        QVERIFY(state->text().endsWith(u"It has not run yet."_s));
        QVERIFY(QFile::exists(folder.filePath(u"units/gatehouse-keeper.timer"_s)));
        QVERIFY(await((*store)->noteRun(u"sweep"_s, clock.now())));
        panel.findChild<QCheckBox *>(u"followBox"_s)->click();
        QTRY_VERIFY(state->text().contains(u"It last ran at"_s));
        QCOMPARE(*await(installer.look()), (KeeperInstallation{KeeperTimer::Systemd, true}));
        remove->click();
        QTRY_VERIFY(install->isVisible());
        QCOMPARE(*await(installer.look()), KeeperInstallation{});

        panel.findChild<QCheckBox *>(u"hourBox"_s)->setChecked(false);
        panel.save();
        QCOMPARE(settings.value(settings::noticeAnHourBefore), false);
        QCOMPARE(settings.value(settings::noticeADayBefore), true);
    }
};

GATEHOUSE_TEST(TestBackground, QApplication)
#include "tst_background.moc"
