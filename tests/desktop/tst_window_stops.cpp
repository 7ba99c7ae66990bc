// SPDX-License-Identifier: Apache-2.0
#include "WindowScript.h"
#include "support/TestProgram.h"

#include <QItemSelectionModel>
#include <QThread>

using namespace gatehouse;
using namespace gatehouse::test;

/// What the window does with a long list does not grow faster than the list. How long the window stands still is
/// reported and not judged: tests/bench/window_stops tells it of a hundred thousand entries.
class TestWindowStops final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWatchdogSeesAStop();
    void aLongListIsWorkedWith();
};

void TestWindowStops::theWatchdogSeesAStop()
{
    constexpr std::chrono::milliseconds stop{60};
    GuiWatchdog watchdog;
    QTimer::singleShot(0, qApp, [stop] { QThread::msleep(static_cast<unsigned long>(stop.count())); });
    QTRY_VERIFY(watchdog.longestStop() >= stop);
    watchdog.begin();
    QCOMPARE(watchdog.longestStop(), std::chrono::milliseconds(0));
}

void TestWindowStops::aLongListIsWorkedWith()
{
    constexpr int entries = 3000;
    constexpr int beats = 20;
    WindowScript script(entries);
    QVERIFY(script.begin());
    for (const auto &[step, longest] : script.run(beats))
        qInfo("%-34s %5lld ms", step, static_cast<long long>(longest.count()));
    QCOMPARE(script.app().table()->selectionModel()->selection().size(), 1);
    QCOMPARE(script.app().text(3, EntryColumn::State), QStringLiteral("Live"));
    QCOMPARE(script.app().text(4, EntryColumn::State), QStringLiteral("To change"));
}

GATEHOUSE_TEST(TestWindowStops, QApplication)
#include "tst_window_stops.moc"
