// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "desktop/controllers/DriftController.h"
#include "desktop/controllers/ListController.h"
#include "desktop/dialogs/HistoryDialog.h"
#include "support/Entries.h"
#include "support/Patience.h"
#include "support/TestProgram.h"
#include "sync/Computer.h"

#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using Topic = BannerArea::Topic;

/// What the window says of changes that are somebody else's.
class TestDriftWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void isToldMarkedAndShown();
    void addsUpUntilItIsSeen();
    void namesWhoDidAllOfIt_data();
    void namesWhoDidAllOfIt();
    void isSeenWhenItIsDismissed();
    void ownChangesAreNone();
    void isNotifiedWhenNobodyLooks();

private:
    void add(const QString &words);
    /// By another computer with a home of its own.
    void addElsewhere(const QString &words);
    [[nodiscard]] bool isNews(const QString &range);
    [[nodiscard]] MessageBanner *banner() { return m_app->page()->banners()->banner(Topic::Drift); }
    [[nodiscard]] HistoryDialog *history() { return m_app->window().findChild<HistoryDialog *>(); }

    SystemClock m_clock;
    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;
};

void TestDriftWindow::init()
{
    m_home = std::make_unique<TempHome>();
    m_app = std::make_unique<DesktopFixture>(m_home->home());
    QVERIFY(m_app->begin());
    add(u"127.0.0.1 me"_s);
}

void TestDriftWindow::cleanup()
{
    m_app.reset();
    m_home.reset();
}

void TestDriftWindow::add(const QString &words)
{
    const std::size_t before = m_app->atService().size();
    const Entry added = entry(words);
    QTest::keyClicks(m_app->on<QLineEdit>("rangeEdit"), words.section(u' ', 0, 0));
    QTest::keyClicks(m_app->on<QLineEdit>("labelEdit"), added.content.label);
    QTest::keyClick(m_app->on<QLineEdit>("labelEdit"), Qt::Key_Return);
    QTRY_COMPARE(m_app->atService().size(), before + 1);
    QTRY_VERIFY(m_app->isIdle());
}

void TestDriftWindow::addElsewhere(const QString &words)
{
    Computer other(m_clock);
    ConnectionRecord theirs = m_app->composition().book().records().front();
    theirs.id = {};
    theirs.name = u"theirs"_s;
    theirs.embedded = false;
    theirs.baseUrl = QUrl(m_app->service().url().toString() + theirs.baseUrl.path());
    theirs = other.connect(theirs, m_app->service().token());
    const auto session = other.opened(theirs);
    session->add(contents({words}));
    const auto outcome = await(session->apply({.lockOut = true}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
}

bool TestDriftWindow::isNews(const QString &text)
{
    for (int row = 0; row < m_app->model()->rowCount(); ++row) {
        if (m_app->text(row, EntryColumn::Range) == text)
            return m_app->model()->index(row, 0).data(EntryRole::IsNews).toBool();
    }
    return false;
}

void TestDriftWindow::isToldMarkedAndShown()
{
    addElsewhere(u"203.0.113.8 theirs"_s);
    m_app->actions().reload->trigger();
    QTRY_VERIFY(banner());
    QVERIFY2(banner()->message().text.contains(u"1 added"_s), qPrintable(banner()->message().text));
    QVERIFY(isNews(u"203.0.113.8"_s));
    QVERIFY(!isNews(u"127.0.0.1"_s));
    const QModelIndex state = m_app->model()->index(1, static_cast<int>(EntryColumn::State));
    QVERIFY(state.data(Qt::AccessibleTextRole).toString().contains(u"changed elsewhere"_s));
    QCOMPARE(m_app->notifier().count(), 0); // the window is in front

    QTest::mouseClick(banner()->findChild<QPushButton *>(u"remedyButton"_s), Qt::LeftButton);
    QTRY_VERIFY(history());
    auto *differences = history()->findChild<QTableView *>(u"differenceTable"_s)->model();
    QTRY_COMPARE(differences->rowCount(), 1);
    QCOMPARE(differences->index(0, 1).data().toString(), u"203.0.113.8"_s);
    QVERIFY(!banner());
    QVERIFY(!isNews(u"203.0.113.8"_s));
}

void TestDriftWindow::addsUpUntilItIsSeen()
{
    for (const QString &words : {u"203.0.113.8 a"_s, u"203.0.113.9 b"_s}) {
        addElsewhere(words);
        m_app->actions().reload->trigger();
        QTRY_VERIFY(isNews(words.section(u' ', 0, 0)));
    }
    QVERIFY(isNews(u"203.0.113.8"_s));
    QVERIFY2(banner()->message().text.contains(u"2 added"_s), qPrintable(banner()->message().text));
    QTest::mouseClick(banner()->findChild<QPushButton *>(u"remedyButton"_s), Qt::LeftButton);
    QTRY_VERIFY(history());
    QTRY_COMPARE(history()->findChild<QTableView *>(u"differenceTable"_s)->model()->rowCount(), 2);
}

void TestDriftWindow::namesWhoDidAllOfIt_data()
{
    QTest::addColumn<QStringList>("actors");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("one") << QStringList{u"Alice"_s} << u"This list was changed by Alice: 1 added."_s;
    QTest::newRow("the same one again") << QStringList{u"Alice"_s, u"Alice"_s}
                                        << u"This list was changed by Alice: 2 added."_s;
    QTest::newRow("one after the other") << QStringList{u"Alice"_s, u"Bob"_s, u"Bob"_s}
                                         << u"This list was changed elsewhere: 3 added."_s;
    QTest::newRow("somebody after nobody knows who")
        << QStringList{QString(), u"Bob"_s} << u"This list was changed elsewhere: 2 added."_s;
}

void TestDriftWindow::namesWhoDidAllOfIt()
{
    QFETCH(const QStringList, actors);
    QFETCH(const QString, sentence);
    Composition &parts = m_app->composition();
    ListSession session(parts.book().records().front(), parts.connector(), parts.store(), parts.addresses(),
                        parts.clock(), ListSession::Memory::Transient);
    ListPage page;
    ListController list(session, page, parts.clock());
    NotifierSpy notifier;
    DriftController drift(session, list, page, notifier);
    HistoryVersion version;
    version.number = 1;
    version.cause = HistoryCause::Elsewhere;
    version.added = 1;
    for (const QString &actor : actors) {
        ++version.number;
        version.actor = actor;
        Q_EMIT session.drifted(version, {});
    }
    QCOMPARE(page.banners()->banner(Topic::Drift)->message().text, sentence);
    drift.markSeen();
    version.actor = u"Cleo"_s;
    Q_EMIT session.drifted(version, {});
    QCOMPARE(page.banners()->banner(Topic::Drift)->message().text, u"This list was changed by Cleo: 1 added."_s);
}

void TestDriftWindow::isSeenWhenItIsDismissed()
{
    addElsewhere(u"203.0.113.8 theirs"_s);
    m_app->actions().reload->trigger();
    QTRY_VERIFY(isNews(u"203.0.113.8"_s));
    QTest::mouseClick(banner()->findChild<QToolButton *>(u"dismissButton"_s), Qt::LeftButton);
    QTRY_VERIFY(!isNews(u"203.0.113.8"_s));
    QVERIFY(!banner());
}

void TestDriftWindow::ownChangesAreNone()
{
    add(u"203.0.113.7 office"_s);
    m_app->actions().reload->trigger();
    QTRY_VERIFY(m_app->isIdle());
    // A change would be called drift only after the store has compared what was read: it answers in turn.
    const QUuid id = m_app->composition().book().records().front().id;
    QVERIFY(await(m_app->composition().store().history(id)));
    QVERIFY(!banner());
    QVERIFY(!isNews(u"203.0.113.7"_s));
}

void TestDriftWindow::isNotifiedWhenNobodyLooks()
{
    addElsewhere(u"203.0.113.8 theirs"_s);
    m_app->window().hide();
    m_app->actions().reload->trigger();
    QTRY_COMPARE(m_app->notifier().shown().size(), 1);
    const Notification shown = m_app->notifier().shown().front();
    QCOMPARE(shown.title, u"This computer was changed"_s);
    QVERIFY(shown.text.contains(u"1 added"_s));

    m_app->notifier().click(shown);
    QTRY_VERIFY(m_app->window().isVisible());
    QTRY_VERIFY(history());
    QVERIFY(m_app->notifier().shown().isEmpty());
}

GATEHOUSE_TEST(TestDriftWindow, QApplication)
#include "tst_drift_window.moc"
