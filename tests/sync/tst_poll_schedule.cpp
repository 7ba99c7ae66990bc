// SPDX-License-Identifier: Apache-2.0
#include "support/Entries.h"
#include "support/TestProgram.h"
#include "sync/PollSchedule.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;

namespace {

/// In front, read a moment ago, changed so many minutes ago.
PollSituation quietFor(int minutes)
{
    PollSituation situation;
    situation.inFront = true;
    situation.lastRead = noon();
    situation.lastChange = noon().addSecs(-60 * minutes);
    return situation;
}

PollSituation with(PollSituation situation, const std::function<void(PollSituation &)> &change)
{
    change(situation);
    return situation;
}

PollSituation failed(int failures, std::chrono::seconds retryAfter = 0s)
{
    return with(quietFor(0), [&](PollSituation &situation) {
        situation.failures = failures;
        situation.failedAt = noon();
        situation.retryAfter = retryAfter;
    });
}

PollSituation waiting(PollSituation situation)
{
    situation.waitsToSend = true;
    return situation;
}

constexpr qint64 never = -1;

} // namespace

Q_DECLARE_METATYPE(gatehouse::PollSituation)

class TestPollSchedule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksWhenItShould_data();
    void looksWhenItShould();
};

void TestPollSchedule::looksWhenItShould_data()
{
    QTest::addColumn<PollSituation>("situation");
    QTest::addColumn<qint64>("seconds"); // from noon
    const auto row = [](const char *name, const PollSituation &situation, qint64 seconds) {
        QTest::newRow(name) << situation << seconds;
    };
    const auto changed = [](int minutes, const std::function<void(PollSituation &)> &change) {
        return with(quietFor(minutes), change);
    };
    row("changed just now", quietFor(0), 60);
    row("changed ten minutes ago", quietFor(10), 60);
    row("changed an hour ago", quietFor(60), 360);
    row("changed yesterday", quietFor(24 * 60), 900);
    row("no change seen in this run", changed(0, [](auto &s) { s.lastChange = {}; }), 900);
    row("behind, changed just now", changed(0, [](auto &s) { s.inFront = false; }), 300);
    row("behind, changed an hour ago", changed(60, [](auto &s) { s.inFront = false; }), 360);
    row("read a while ago: at once", changed(0, [](auto &s) { s.lastRead = noon().addSecs(-600); }), -540);
    row("never read", changed(0, [](auto &s) { s.lastRead = {}; }), never);
    row("failed and never read", with(failed(1), [](auto &s) { s.lastRead = {}; }), 60);
    row("not wanted", changed(0, [](auto &s) { s.wanted = false; }), never);
    row("busy", changed(0, [](auto &s) { s.busy = true; }), never);
    row("on battery or metered", changed(0, [](auto &s) { s.sparing = true; }), never);
    row("the secret is refused", changed(0, [](auto &s) { s.needsUser = true; }), never);
    row("the clock was set back after reading", changed(0, [](auto &s) { s.lastRead = noon().addDays(9); }), 60);
    row("the clock was set back after a change", changed(0, [](auto &s) { s.lastChange = noon().addDays(9); }), 60);
    row("failed once", failed(1), 60);
    row("failed twice", failed(2), 120);
    row("failed four times", failed(4), 480);
    row("failed for long", failed(99), 900);
    row("the service asks for less than we would wait", failed(2, 30s), 120);
    row("the service asks for more", failed(1, 1h), 3600);
    row("the clock was set back after a failure", with(failed(1), [](auto &s) { s.failedAt = noon().addDays(1); }), 60);
    row("something waits to be sent", waiting(quietFor(0)), 0);
    row("it waits, and the service was not reached", waiting(failed(1)), 15);
    row("it waits, and the service was not reached twice", waiting(failed(2)), 30);
    row("it waits for long", waiting(failed(50)), 300);
    row("it waits, and the service asks to wait", waiting(failed(1, 10min)), 600);
    row("it waits although nothing else shall be read",
        waiting(with(failed(1),
                     [](auto &s) {
                         s.wanted = false;
                         s.sparing = true;
                         s.lastRead = {};
                     })),
        15);
    row("it waits, and the secret is refused", waiting(changed(0, [](auto &s) { s.needsUser = true; })), never);
    row("it waits, and is being tried", waiting(changed(0, [](auto &s) { s.busy = true; })), never);
}

void TestPollSchedule::looksWhenItShould()
{
    QFETCH(const PollSituation, situation);
    QFETCH(const qint64, seconds);
    const auto next = nextPoll(situation, noon());
    QCOMPARE(next.has_value(), seconds != never);
    if (next)
        QCOMPARE(noon().secsTo(*next), seconds);
}

GATEHOUSE_TEST(TestPollSchedule, QCoreApplication)
#include "tst_poll_schedule.moc"
