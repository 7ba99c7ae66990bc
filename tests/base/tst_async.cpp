// SPDX-License-Identifier: Apache-2.0
#include "base/Async.h"
#include "support/Await.h"
#include "support/Patience.h"
#include "support/TestProgram.h"

#include <QPromise>
#include <QThread>

using namespace gatehouse;
using namespace gatehouse::test;

/// The helpers around Future<T>.
class TestAsync final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readyIsReady();
    void whenDoneBringsTheValue();
    void whenDoneAfterItIsDone();
    void whenDoneBringsTheError();
    void whenDoneOfACancelledFuture_data();
    void whenDoneOfACancelledFuture();
    void whenDoneRunsInTheContextsThread();
    void whenDoneIsSilentAfterTheContextDied();
    void whenDoneAllowsTheContextToDieInside();
    void cancelIsForwarded_data();
    void cancelIsForwarded();
    void cancelOfAFinishedFutureIsNotForwarded();
    void cancelIsNotForwardedForADeadContext();
};

namespace {

using Promise = QPromise<Result<int>>;

/// Lets everything run that is already due.
void turnEventLoop()
{
    for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace

void TestAsync::readyIsReady()
{
    const auto value = ready<int>(7);
    const auto error = readyFailure<int>({ErrorKind::NotFound, {}, {}, 404, {}, {}, {}, {}});

    QVERIFY(value.isFinished() && error.isFinished());
    QCOMPARE(value.result(), Result<int>(7));
    QCOMPARE(error.result().error().httpStatus, 404);
}

void TestAsync::whenDoneBringsTheValue()
{
    Promise promise;
    promise.start();
    QList<Result<int>> outcomes;
    whenDone(promise.future(), this, [&](const Result<int> &outcome) { outcomes << outcome; });
    turnEventLoop();
    QVERIFY(outcomes.isEmpty());

    promise.addResult(3);
    promise.finish();

    QTRY_COMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes.first(), Result<int>(3));
    turnEventLoop();
    QCOMPARE(outcomes.size(), 1);
    QVERIFY(children().isEmpty()); // no watcher stays behind
}

void TestAsync::whenDoneAfterItIsDone()
{
    int value = 0;

    whenDone(ready<int>(5), this, [&](const Result<int> &outcome) { value = outcome.value_or(-1); });

    QTRY_COMPARE(value, 5);
}

void TestAsync::whenDoneBringsTheError()
{
    std::optional<Error> error;

    whenDone(readyFailure<int>({ErrorKind::Timeout, {}, {}, 0, {}, {}, {}, {}}), this,
             [&](const Result<int> &outcome) { error = outcome.error(); });

    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->kind, ErrorKind::Timeout);
}

void TestAsync::whenDoneOfACancelledFuture_data()
{
    QTest::addColumn<bool>("watchedBefore");
    QTest::newRow("cancelled while watched") << true;
    QTest::newRow("cancelled before") << false;
}

void TestAsync::whenDoneOfACancelledFuture()
{
    QFETCH(const bool, watchedBefore);
    Promise promise;
    promise.start();
    QList<ErrorKind> kinds;
    const auto watch = [&] {
        whenDone(promise.future(), this, [&](const Result<int> &outcome) { kinds << outcome.error().kind; });
    };

    if (watchedBefore)
        watch();
    promise.future().cancel();
    promise.finish();
    if (!watchedBefore)
        watch();

    QTRY_COMPARE(kinds, QList<ErrorKind>{ErrorKind::Cancelled});
}

void TestAsync::whenDoneRunsInTheContextsThread()
{
    Promise promise;
    promise.start();
    QThread *handledIn = nullptr;
    whenDone(promise.future(), this, [&](const Result<int> &) { handledIn = QThread::currentThread(); });

    const std::unique_ptr<QThread> worker(QThread::create([&] {
        promise.addResult(1);
        promise.finish();
    }));
    worker->start();
    QVERIFY(worker->wait());

    QTRY_COMPARE(handledIn, thread());
}

void TestAsync::whenDoneIsSilentAfterTheContextDied()
{
    Promise promise;
    promise.start();
    int calls = 0;
    auto context = std::make_unique<QObject>();
    whenDone(promise.future(), context.get(), [&](const Result<int> &) { ++calls; });

    promise.addResult(1);
    promise.finish(); // the call is under way …
    context.reset();  // … and must not arrive

    turnEventLoop();
    QCOMPARE(calls, 0);
}

void TestAsync::whenDoneAllowsTheContextToDieInside()
{
    auto *context = new QObject;
    bool called = false;
    whenDone(ready<int>(1), context, [&called, context](const Result<int> &) {
        called = true;
        delete context;
    });

    QTRY_VERIFY(called);
    turnEventLoop();
}

void TestAsync::cancelIsForwarded_data()
{
    QTest::addColumn<bool>("cancelledBefore");
    QTest::newRow("cancelled later") << false;
    QTest::newRow("cancelled before") << true;
}

void TestAsync::cancelIsForwarded()
{
    QFETCH(const bool, cancelledBefore);
    Promise outer;
    Promise inner;
    outer.start();
    inner.start();
    if (cancelledBefore)
        outer.future().cancel();
    forwardCancel(outer.future(), inner.future(), this);
    turnEventLoop();
    QCOMPARE(inner.isCanceled(), cancelledBefore);

    outer.future().cancel();

    QTRY_VERIFY(inner.isCanceled());
    outer.finish();
    inner.finish();
    QTRY_VERIFY(children().isEmpty());
}

void TestAsync::cancelOfAFinishedFutureIsNotForwarded()
{
    Promise outer;
    Promise inner;
    outer.start();
    inner.start();
    forwardCancel(outer.future(), inner.future(), this);
    outer.addResult(1);
    outer.finish();
    QTRY_VERIFY(children().isEmpty());

    outer.future().cancel();

    turnEventLoop();
    QVERIFY(!inner.isCanceled());
}

void TestAsync::cancelIsNotForwardedForADeadContext()
{
    Promise outer;
    Promise inner;
    outer.start();
    inner.start();
    auto context = std::make_unique<QObject>();
    forwardCancel(outer.future(), inner.future(), context.get());

    context.reset();
    outer.future().cancel();

    turnEventLoop();
    QVERIFY(!inner.isCanceled());
}

GATEHOUSE_TEST(TestAsync, QCoreApplication)
#include "tst_async.moc"
