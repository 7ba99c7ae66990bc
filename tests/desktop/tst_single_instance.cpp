// SPDX-License-Identifier: Apache-2.0
#include "app/SingleInstance.h"
#include "support/Patience.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"

#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <memory>

using namespace gatehouse;
using namespace gatehouse::test;

class TestSingleInstance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterStartHandsOver_data();
    void laterStartHandsOver();
    void anotherHomeIsAnotherPlace();
    void placeIsFreeAfterTheFirstHasEnded();
    void endlessMessageIsNotRead();
};

namespace {

/// Another start, in a thread, since taking the place waits for the first one's answer.
bool startAgain(const Home &home, const QString &connection)
{
    bool tookPlace = true;
    const std::unique_ptr<QThread> later(QThread::create([&] {
        SingleInstance second(home);
        tookPlace = second.takePlace(connection);
    }));
    later->start();
    if (!waitUntil([&] { return later->isFinished(); }))
        qFatal("the second start does not end");
    return tookPlace;
}

} // namespace

void TestSingleInstance::laterStartHandsOver_data()
{
    QTest::addColumn<QString>("connection");
    QTest::newRow("for no connection in particular") << QString();
    QTest::newRow("for a connection") << QStringLiteral("Shop – Österreich");
}

void TestSingleInstance::laterStartHandsOver()
{
    QFETCH(QString, connection);
    const TempHome home;
    SingleInstance first(home.home());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    QVERIFY(first.takePlace({}));
    QVERIFY(!startAgain(home.home(), connection));
    QTRY_COMPARE(again.count(), 1);
    QCOMPARE(again.first().first().toString(), connection);
}

void TestSingleInstance::anotherHomeIsAnotherPlace()
{
    const TempHome one;
    const TempHome other;
    SingleInstance first(one.home());
    SingleInstance second(other.home());
    QVERIFY(first.takePlace({}));
    QVERIFY(second.takePlace({}));
}

void TestSingleInstance::placeIsFreeAfterTheFirstHasEnded()
{
    const TempHome home;
    {
        SingleInstance first(home.home());
        QVERIFY(first.takePlace({}));
    }
    SingleInstance next(home.home());
    QVERIFY(next.takePlace({}));
}

void TestSingleInstance::endlessMessageIsNotRead()
{
    const TempHome home;
    SingleInstance first(home.home());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    QVERIFY(first.takePlace({}));
    QLocalSocket socket;
    socket.connectToServer(QStringLiteral("gatehouse-") + home.home().id());
    QVERIFY(socket.waitForConnected());
    socket.write(QByteArray(100000, 'x'));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(again.count(), 0);
}

GATEHOUSE_TEST(TestSingleInstance, QApplication)
#include "tst_single_instance.moc"
