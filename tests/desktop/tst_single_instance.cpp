// SPDX-License-Identifier: Apache-2.0
#include "app/SingleInstance.h"
#include "support/Patience.h"
#include "support/TempHome.h"
#include "support/TestProgram.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
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
    void socketIsWhereNobodyElseCanStand_data();
    void socketIsWhereNobodyElseCanStand();
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
    socket.connectToServer(first.socketFile());
    QVERIFY(socket.waitForConnected());
    socket.write(QByteArray(100000, 'x'));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(again.count(), 0);
}

void TestSingleInstance::socketIsWhereNobodyElseCanStand_data()
{
    QTest::addColumn<int>("mode"); // of the runtime folder, -1: there is none
    QTest::addColumn<bool>("isUsed");
    QTest::newRow("runtime folder") << 0x7700 << true;
    QTest::newRow("runtime folder for others") << 0x7777 << false;
    QTest::newRow("no runtime folder") << -1 << false;
}

void TestSingleInstance::socketIsWhereNobodyElseCanStand()
{
    QFETCH(int, mode);
    QFETCH(bool, isUsed);
    const TempHome home;
    const QTemporaryDir runtime;
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    const auto restore = qScopeGuard([&] { qputenv("XDG_RUNTIME_DIR", before); });
    qputenv("XDG_RUNTIME_DIR", mode < 0 ? QByteArray() : QFile::encodeName(runtime.path()));
    if (mode >= 0)
        QVERIFY(QFile::setPermissions(runtime.path(),
                                      QFile::Permissions::fromInt(static_cast<QFile::Permissions::Int>(mode))));
    SingleInstance first(home.home());
    QVERIFY(first.takePlace({}));
    const QFileInfo socket(first.socketFile());
    QCOMPARE(socket.path(), isUsed ? runtime.path() : home->data);
    QVERIFY(socket.exists());
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(socket.permissions() & others, QFile::Permissions());
    QVERIFY(!startAgain(home.home(), {}));
}

GATEHOUSE_TEST(TestSingleInstance, QApplication)
#include "tst_single_instance.moc"
