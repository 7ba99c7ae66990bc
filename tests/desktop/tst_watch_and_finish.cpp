// SPDX-License-Identifier: Apache-2.0
#include "../sync/Computer.h"
#include "DesktopFixture.h"
#include "desktop/controllers/InterruptionController.h"
#include "desktop/controllers/WatchController.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;

namespace {

using Topic = BannerArea::Topic;

/// An open list and the page that tells of it, without a window.
struct Opened
{
    Opened(Computer &computer, const ConnectionRecord &connection, const Clock &clock)
        : session(computer.opened(connection))
        , interruption(*session, page, clock)
        , watch(*session, page, clock)
    {}

    [[nodiscard]] QString banner(Topic topic) const
    {
        const MessageBanner *shown = page.banners()->banner(topic);
        return shown ? shown->message().text : QString();
    }
    void click(Topic topic, const char *button) const
    {
        QTest::mouseClick(page.banners()->banner(topic)->findChild<QPushButton *>(QLatin1String(button)),
                          Qt::LeftButton);
    }

    std::unique_ptr<ListSession> session;
    ListPage page;
    InterruptionController interruption;
    WatchController watch;
};

} // namespace

class TestWatchAndFinish final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Office> m_office;
    std::unique_ptr<Computer> m_computer;
    ConnectionRecord m_connection;

    /// A list with two entries, of which the second has just come, to be watched.
    std::unique_ptr<Opened> watching()
    {
        auto opened = std::make_unique<Opened>(*m_computer, m_connection, m_office->clock);
        opened->session->add(contents({QStringLiteral("127.0.0.1 me")}));
        if (!await(opened->session->apply({})))
            qFatal("the list could not be prepared");
        opened->session->add(contents({QStringLiteral("203.0.113.5 guest")}));
        if (!await(opened->session->apply({.watch = 60s})))
            qFatal("the change could not be applied");
        return opened;
    }
    static void addOwnAddress(DesktopFixture &desktop)
    {
        QTest::keyClicks(desktop.on<QWidget>("rangeEdit"), QStringLiteral("127.0.0.1"));
        QTest::keyClick(desktop.on<QWidget>("labelEdit"), Qt::Key_Return);
    }
    QStringList told() { return m_computer->told(m_connection); }

    const QStringList m_before{QStringLiteral("127.0.0.1 me")};
    const QStringList m_after{QStringLiteral("127.0.0.1 me"), QStringLiteral("203.0.113.5 guest")};

private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<Office>();
        m_computer = std::make_unique<Computer>(m_office->clock);
        m_connection = m_computer->connect(m_office->connection(QStringLiteral("quave")), m_office->token());
    }
    void cleanup()
    {
        m_computer.reset();
        m_office.reset();
    }

    void countsDownAndReverts()
    {
        const auto opened = watching();
        QVERIFY2(opened->banner(Topic::Watching).contains(QStringLiteral("60")),
                 qPrintable(opened->banner(Topic::Watching)));
        m_office->clock.advance(20s);
        QTRY_VERIFY(opened->banner(Topic::Watching).contains(QStringLiteral("40")));
        QCOMPARE(told(), m_after);
        QSignalSpy reverted(&opened->watch, &WatchController::reverted);
        m_office->clock.advance(40s);
        QTRY_COMPARE(reverted.size(), 1);
        QCOMPARE(told(), m_before);
        QVERIFY(!opened->session->watched());
    }

    void keptStays()
    {
        const auto opened = watching();
        opened->click(Topic::Watching, "remedyButton");
        QTRY_VERIFY(!opened->session->watched());
        QVERIFY(opened->banner(Topic::Watching).isEmpty());
        m_office->clock.advance(120s);
        QVERIFY(await(opened->session->reload()));
        QCOMPARE(told(), m_after);
    }

    void revertedAtOnceWhenAsked()
    {
        const auto opened = watching();
        opened->click(Topic::Watching, "otherButton");
        QTRY_VERIFY(!opened->session->watched());
        QCOMPARE(told(), m_before);
    }

    void theQuestionCannotBeDismissed()
    {
        const auto opened = watching();
        QVERIFY(opened->page.banners()
                    ->banner(Topic::Watching)
                    ->findChild<QToolButton *>(QStringLiteral("dismissButton"))
                    ->isHidden());
    }

    void revertsAtTheNextStart_data()
    {
        QTest::addColumn<int>("secondsAway");
        QTest::newRow("in time") << 30;
        QTest::newRow("after the deadline") << 3600;
    }
    void revertsAtTheNextStart()
    {
        QFETCH(const int, secondsAway);
        watching().reset();
        m_computer->restart();
        m_office->clock.advance(std::chrono::seconds(secondsAway));
        auto session = m_computer->session(m_connection);
        ListPage page;
        WatchController watch(*session, page, m_office->clock);
        QVERIFY(await(session->open()));
        QVERIFY(session->watched());
        QVERIFY(page.banners()->banner(Topic::Watching));
        if (secondsAway < 60) {
            QCOMPARE(told(), m_after);
            m_office->clock.advance(30s);
        }
        QTRY_VERIFY(!session->watched());
        QCOMPARE(told(), m_before);
    }

    void whatCouldNotBeRevertedIsTriedAgain()
    {
        const auto opened = watching();
        const QString secret = m_office->token();
        (void)m_computer->connect(m_connection, QStringLiteral("wrong"));
        m_office->clock.advance(60s);
        QTRY_VERIFY(opened->page.banners()->banner(Topic::Watching)->message().error);
        QCOMPARE(opened->page.banners()->banner(Topic::Watching)->message().error->kind, ErrorKind::Unauthorized);
        (void)m_computer->connect(m_connection, secret);
        m_office->clock.advance(15s);
        QTRY_VERIFY(!opened->session->watched());
        QCOMPARE(told(), m_before);
    }

    void anInterruptedApplyIsFinishedOrDropped_data()
    {
        QTest::addColumn<bool>("finish");
        QTest::newRow("finish") << true;
        QTest::newRow("drop") << false;
    }
    void anInterruptedApplyIsFinishedOrDropped()
    {
        QFETCH(const bool, finish);
        Opened opened(*m_computer, m_connection, m_office->clock);
        opened.session->add(contents({QStringLiteral("127.0.0.1 me")}));
        QVERIFY(await(opened.session->apply({})));
        JournalRecord record;
        record.connection = m_connection.id;
        record.begunAt = noon();
        record.changes = {{std::nullopt, entry(QStringLiteral("127.0.0.1 me"))},
                          {std::nullopt, entry(QStringLiteral("203.0.113.5 guest"))}};
        QVERIFY(await(m_computer->store().beginRecord(record)));
        QVERIFY(await(opened.session->reload()));

        const QString text = opened.banner(Topic::Interrupted);
        QVERIFY2(text.indexOf(QStringLiteral("127.0.0.1")) < text.indexOf(QStringLiteral("203.0.113.5")),
                 qPrintable(text));
        QCOMPARE(text.count(u'\n'), 2);
        QSignalSpy finishing(&opened.interruption, &InterruptionController::finishRequested);
        opened.click(Topic::Interrupted, finish ? "remedyButton" : "otherButton");
        QCOMPARE(finishing.size(), finish ? 1 : 0);
        QCOMPARE(opened.session->draft().changeCount(), finish ? 1 : 0);
        QVERIFY(await(opened.session->apply({})));
        QCOMPARE(told(), finish ? m_after : m_before);
        QVERIFY(opened.banner(Topic::Interrupted).isEmpty());
    }

    void theActionSendsAndIsOfferedOnlyWhereItHelps()
    {
        const TempHome home;
        DesktopFixture desktop(home.home());
        QVERIFY(desktop.begin());
        QAction *action = desktop.actions().applyAndWatch;
        QVERIFY(!action->isEnabled()); // nothing is pending
        QVERIFY(desktop.on<QToolButton>("applyMenuButton")->menu()->actions().contains(action));
        ConnectionRecord collecting = desktop.composition().book().records().front();
        collecting.collectChanges = true;
        QVERIFY(await(desktop.composition().book().save(collecting, {})));
        addOwnAddress(desktop);
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
        QTRY_VERIFY(!desktop.bannerText(Topic::Watching).isEmpty());
        QCOMPARE(desktop.atService().size(), 1U);
        QVERIFY(!action->isEnabled());
        QVERIFY(action->toolTip().contains(QStringLiteral("kept")));
        QTest::mouseClick(
            desktop.page()->banners()->banner(Topic::Watching)->findChild<QPushButton *>(QStringLiteral("otherButton")),
            Qt::LeftButton);
        QTRY_COMPARE(desktop.atService().size(), 0U);
        QTRY_VERIFY(desktop.isIdle());
    }

    void aListThatGuardsItsOwnApiSaysWhyNot()
    {
        const TempHome home;
        DesktopFixture desktop(home.home());
        QVERIFY(desktop.begin());
        ConnectionRecord guarded = m_office->connection(QStringLiteral("cortex"));
        QVERIFY(await(desktop.composition().book().save(guarded, m_office->token())));
        desktop.desktop().activate(QStringLiteral("cortex"));
        QTRY_VERIFY(desktop.isRead());
        addOwnAddress(desktop);
        QTRY_VERIFY(desktop.actions().apply->isEnabled());
        const QAction *action = desktop.actions().applyAndWatch;
        QVERIFY(!action->isEnabled());
        QVERIFY(action->toolTip().contains(QStringLiteral("guards")));
        QCOMPARE(action->statusTip(), action->toolTip());
    }
};

GATEHOUSE_TEST(TestWatchAndFinish, QApplication)
#include "tst_watch_and_finish.moc"
