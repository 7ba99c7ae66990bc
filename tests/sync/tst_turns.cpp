// SPDX-License-Identifier: Apache-2.0
#include "support/Await.h"
#include "support/TestProgram.h"
#include "sync/Turns.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

using Turn = std::shared_ptr<Turns::Turn>;

class TestTurns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAtATimeInTheOrderOfAsking()
    {
        Turns turns;
        const QUuid list = QUuid::createUuid();
        const Future<Turn> first = turns.take(list);
        const Future<Turn> second = turns.take(list);
        const Future<Turn> third = turns.take(list);
        QVERIFY(first.isFinished());
        QVERIFY(!second.isFinished());
        first.result().value()->release();
        QVERIFY(second.isFinished());
        QVERIFY(!third.isFinished());
        second.result().value()->release();
        second.result().value()->release(); // no more than once
        QVERIFY(third.isFinished());
    }

    void otherListsDoNotWait()
    {
        Turns turns;
        const auto first = turns.take(QUuid::createUuid());
        QVERIFY(turns.take(QUuid::createUuid()).isFinished());
    }

    void whoDiesGivesTheTurnBack()
    {
        Turns turns;
        const QUuid list = QUuid::createUuid();
        auto first = std::make_unique<Future<Turn>>(turns.take(list));
        const Future<Turn> second = turns.take(list);
        first.reset();
        QVERIFY(second.isFinished());
    }

    void whoCancelsIsLeftOut()
    {
        Turns turns;
        const QUuid list = QUuid::createUuid();
        const Future<Turn> first = turns.take(list);
        Future<Turn> second = turns.take(list);
        const Future<Turn> third = turns.take(list);
        second.cancel();
        first.result().value()->release();
        QVERIFY(third.isFinished());
        QCOMPARE(await(second).error().kind, ErrorKind::Cancelled);
        third.result().value()->release();
        QVERIFY(turns.take(list).isFinished());
    }

    void theEndLeavesNobodyWaiting()
    {
        auto turns = std::make_unique<Turns>();
        const QUuid list = QUuid::createUuid();
        const Future<Turn> first = turns->take(list);
        const Future<Turn> second = turns->take(list);
        turns.reset();
        QCOMPARE(await(second).error().kind, ErrorKind::Cancelled);
        first.result().value()->release();
    }
};

GATEHOUSE_TEST(TestTurns, QCoreApplication)
#include "tst_turns.moc"
