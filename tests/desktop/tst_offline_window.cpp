// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "desktop/dialogs/SecretDialog.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QCheckBox>
#include <QPushButton>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using Topic = BannerArea::Topic;

/// What the window does while a service cannot be reached, or does not take the secret.
class TestOfflineWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsKnownIsShownWithItsAge();
    void changesWaitForTheNetworkWhenTheUserAgrees();
    void waitingCanBeEnded_data();
    void waitingCanBeEnded();
    void withoutConsentNothingIsSentLater();
    void aRefusedSecretIsAskedForInPlace();

private:
    void add(const QString &range);
    void collect();
    void goOffline();
    void comeBack();
    [[nodiscard]] QPushButton *remedy(Topic topic);
    [[nodiscard]] QString subtitle() { return m_app->on<QLabel>("listSubtitle")->text(); }

    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;
};

void TestOfflineWindow::init()
{
    m_home = std::make_unique<TempHome>();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
    add(u"127.0.0.1"_s);
    QTRY_COMPARE(m_app->atService().size(), 1U);
    QTRY_VERIFY(m_app->isIdle());
    collect();
}

void TestOfflineWindow::cleanup()
{
    m_app.reset();
    m_home.reset();
}

void TestOfflineWindow::add(const QString &range)
{
    QTest::keyClicks(m_app->on<QLineEdit>("rangeEdit"), range);
    QTest::keyClick(m_app->on<QLineEdit>("rangeEdit"), Qt::Key_Return);
}

void TestOfflineWindow::collect()
{
    auto *box = m_app->on<QCheckBox>("atOnceBox");
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    QTRY_VERIFY(m_app->composition().book().records().front().collectChanges);
}

void TestOfflineWindow::goOffline()
{
    m_app->stopService();
    m_app->conditions().setState({.isOnline = false});
}

void TestOfflineWindow::comeBack()
{
    QVERIFY(m_app->startServiceAgain());
    m_app->conditions().setState({});
}

QPushButton *TestOfflineWindow::remedy(Topic topic)
{
    MessageBanner *banner = m_app->page()->banners()->banner(topic);
    return banner ? banner->findChild<QPushButton *>(u"remedyButton"_s) : nullptr;
}

void TestOfflineWindow::whatIsKnownIsShownWithItsAge()
{
    goOffline();
    m_app->actions().reload->trigger();
    QTRY_VERIFY(remedy(Topic::Loading));
    QTRY_COMPARE(remedy(Topic::Loading)->text(), u"Try again"_s);
    QVERIFY2(subtitle().endsWith(u"as of just now, offline"_s), qPrintable(subtitle()));
    QCOMPARE(m_app->model()->rowCount(), 1);
    comeBack();
    QTest::mouseClick(remedy(Topic::Loading), Qt::LeftButton);
    QTRY_VERIFY(!remedy(Topic::Loading));
    QTRY_VERIFY(subtitle().contains(u"last read"_s));
}

void TestOfflineWindow::changesWaitForTheNetworkWhenTheUserAgrees()
{
    goOffline();
    add(u"203.0.113.7"_s);
    m_app->actions().apply->trigger();
    QTRY_VERIFY(remedy(Topic::Applying));
    QTRY_COMPARE(remedy(Topic::Applying)->text(), u"Send when it is back"_s);
    QTest::mouseClick(remedy(Topic::Applying), Qt::LeftButton);
    QTRY_VERIFY(m_app->bannerText(Topic::Applying).contains(u"The changes wait here"_s));
    add(u"203.0.113.8"_s); // collects with the others
    QTRY_COMPARE(m_app->storedChanges(), 2);
    comeBack();
    QTRY_COMPARE(m_app->atService().size(), 3U);
    QTRY_VERIFY(m_app->bannerText(Topic::Applying).startsWith(u"Applied"_s));
    QTRY_COMPARE(m_app->storedChanges(), 0);
}

void TestOfflineWindow::waitingCanBeEnded_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("by the button") << u"button"_s;
    QTest::newRow("by discarding the changes") << u"discard"_s;
    QTest::newRow("by undoing them") << u"undo"_s;
}

void TestOfflineWindow::waitingCanBeEnded()
{
    QFETCH(const QString, how);
    goOffline();
    add(u"203.0.113.7"_s);
    m_app->actions().apply->trigger();
    QTRY_VERIFY(remedy(Topic::Applying) && remedy(Topic::Applying)->text() == u"Send when it is back"_s);
    QTest::mouseClick(remedy(Topic::Applying), Qt::LeftButton);
    QTRY_VERIFY(remedy(Topic::Applying) && remedy(Topic::Applying)->text() == u"Do not send"_s);
    QTRY_VERIFY(m_app->isIdle());
    if (how == u"button")
        QTest::mouseClick(remedy(Topic::Applying), Qt::LeftButton);
    else
        QTRY_VERIFY((how == u"undo" ? m_app->actions().undo : m_app->actions().discard)->isEnabled());
    if (how == u"undo")
        m_app->actions().undo->trigger();
    else if (how == u"discard")
        m_app->actions().discard->trigger();
    QTRY_VERIFY(!remedy(Topic::Applying));
    comeBack();
    m_app->actions().reload->trigger();
    QTRY_VERIFY(subtitle().contains(u"last read"_s));
    QTRY_VERIFY(m_app->isIdle());
    QCOMPARE(m_app->atService().size(), 1U);
}

void TestOfflineWindow::withoutConsentNothingIsSentLater()
{
    goOffline();
    add(u"203.0.113.7"_s);
    m_app->actions().apply->trigger();
    QTRY_VERIFY(remedy(Topic::Applying) && remedy(Topic::Applying)->text() == u"Send when it is back"_s);
    comeBack();
    m_app->actions().reload->trigger();
    QTRY_VERIFY(subtitle().contains(u"last read"_s));
    QTRY_VERIFY(m_app->isIdle());
    QCOMPARE(m_app->atService().size(), 1U);
    QCOMPARE(m_app->storedChanges(), 1);
}

void TestOfflineWindow::aRefusedSecretIsAskedForInPlace()
{
    ConnectionRecord record;
    record.name = u"Mine"_s;
    record.serviceId = u"cortex"_s;
    record.baseUrl = QUrl(m_app->service().url().toString() + u"/cortex"_s);
    record.collectChanges = true;
    QVERIFY(await(m_app->composition().book().save(record, u"wrong"_s)));
    m_app->desktop().activate(u"Mine"_s);
    QTRY_COMPARE(m_app->on<QLabel>("listTitle")->text(), u"Mine"_s);
    QTRY_VERIFY(remedy(Topic::Loading));
    QCOMPARE(remedy(Topic::Loading)->text(), u"Enter the secret…"_s);
    QTest::mouseClick(remedy(Topic::Loading), Qt::LeftButton);
    QTRY_VERIFY(m_app->window().findChild<SecretDialog *>());
    auto *dialog = m_app->window().findChild<SecretDialog *>();
    auto *edit = dialog->findChild<QLineEdit *>(u"newSecretEdit"_s);
    auto *save = dialog->findChild<QPushButton *>(u"saveButton"_s);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(edit, m_app->service().token());
    QVERIFY(save->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!remedy(Topic::Loading));
    QTRY_VERIFY(subtitle().contains(u"last read"_s));
}

GATEHOUSE_TEST(TestOfflineWindow, QApplication)
#include "tst_offline_window.moc"
