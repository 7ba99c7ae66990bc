// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ApplyController.h"
#include "desktop/controllers/ListController.h"
#include "desktop/controllers/PollController.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ListPage.h"
#include "store/SettingKeys.h"
#include "support/Patience.h"
#include "support/TestProgram.h"
#include "sync/Computer.h"
#include "sync/HostConditions.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// An open list of which somebody looks at the page, under a clock that tests move.
struct Desk
{
    Desk()
        : computer(office.clock)
        , record(computer.connect(office.connection(u"quave"_s), office.token()))
        , session(computer.session(record))
        , settings(home->settingsFile())
        , list(*session, page, office.clock)
        , apply(*session, page, settings, office.clock)
        , poll({*session, page, list, apply, settings, conditions, office.clock})
    {
        if (!home->create())
            qFatal("no home");
        page.show();
        poll.setInFront(true);
    }

    [[nodiscard]] bool isIdle() const { return session->activity() == ListSession::Activity::Idle; }

    Office office;
    TempHome home;
    Computer computer;
    ConnectionRecord record;
    std::unique_ptr<ListSession> session;
    Settings settings;
    HostConditions conditions;
    ListPage page;
    ListController list;
    ApplyController apply;
    PollController poll;
};

using Prepare = std::function<void(Desk &)>;

} // namespace

Q_DECLARE_METATYPE(Prepare)

class TestPollController final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAgainWhenItIsDue_data();
    void looksAgainWhenItIsDue();
    void seesWhatOthersChangeAndLooksMoreOften();
    void aRefusedSecretIsNotTriedAgain();
};

void TestPollController::looksAgainWhenItIsDue_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<int>("minutes"); // since it was read
    QTest::addColumn<bool>("reads");
    const auto row = [](const char *name, int minutes, bool reads, const Prepare &prepare) {
        QTest::newRow(name) << prepare << minutes << reads;
    };
    row("after a while", 16, true, [](Desk &) {});
    row("not before", 14, false, [](Desk &) {});
    row("not on battery", 16, false, [](Desk &desk) { desk.conditions.setState({.onBattery = true}); });
    row("not over a metered network", 16, false, [](Desk &desk) { desk.conditions.setState({.isMetered = true}); });
    row("on mains again", 16, true, [](Desk &desk) {
        desk.conditions.setState({.onBattery = true});
        desk.conditions.setState({});
    });
    row("not when switched off", 16, false, [](Desk &desk) { desk.settings.setValue(settings::pollLists, false); });
    row("not while a cell is edited", 16, false, [](Desk &desk) {
        desk.page.showTable(true);
        auto *editor = new QLineEdit(desk.page.table()->viewport());
        editor->show();
        desk.page.activateWindow();
        editor->setFocus();
        QTRY_VERIFY(editor->hasFocus());
    });
    row("at once when something waits to be sent", 1, true, [](Desk &desk) { desk.poll.setWaitsToSend(true); });
}

void TestPollController::looksAgainWhenItIsDue()
{
    QFETCH(const Prepare, prepare);
    QFETCH(const int, minutes);
    QFETCH(const bool, reads);
    Desk desk;
    QSignalSpy read(&desk.list, &ListController::readingSucceeded);
    desk.list.reload();
    QTRY_COMPARE(read.size(), 1);
    desk.office.clock.advance(std::chrono::minutes(minutes));
    prepare(desk);
    desk.poll.look();
    QCOMPARE(desk.isIdle(), !reads);
    QVERIFY(!desk.page.isBusy()); // without a word
    if (reads)
        QTRY_COMPARE(read.size(), 2);
}

void TestPollController::seesWhatOthersChangeAndLooksMoreOften()
{
    Desk desk;
    desk.page.activateWindow();
    QTRY_COMPARE(QGuiApplication::applicationState(), Qt::ApplicationActive);
    QSignalSpy read(&desk.list, &ListController::readingSucceeded);
    QSignalSpy drifted(desk.session.get(), &ListSession::drifted);
    desk.list.reload();
    QTRY_COMPARE(read.size(), 1);

    Computer other(desk.office.clock);
    const auto theirs = other.opened(other.connect(desk.office.connection(u"quave"_s), desk.office.token()));
    theirs->add(contents({u"203.0.113.8 theirs"_s}));
    QVERIFY(await(theirs->apply({.lockOut = true})));

    desk.office.clock.advance(16min);
    desk.poll.look();
    QTRY_COMPARE(read.size(), 2);
    QTRY_COMPARE(drifted.size(), 1);
    desk.office.clock.advance(2min); // a minute is enough in front, five behind
    desk.poll.setInFront(false);
    desk.poll.look();
    QVERIFY(desk.isIdle());
    desk.poll.setInFront(true);
    desk.poll.look();
    QVERIFY(!desk.isIdle());
}

void TestPollController::aRefusedSecretIsNotTriedAgain()
{
    Desk desk;
    QSignalSpy failed(&desk.list, &ListController::readingFailed);
    QVERIFY(await(desk.computer.book().save(desk.record, u"wrong"_s)));
    desk.list.reload();
    QTRY_COMPARE(failed.size(), 1);
    desk.office.clock.advance(24h);
    desk.poll.look();
    QVERIFY(desk.isIdle());
}

GATEHOUSE_TEST(TestPollController, QApplication)
#include "tst_poll_controller.moc"
