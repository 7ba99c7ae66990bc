// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <chrono>

namespace gatehouse::test {

/// The outcome of `future`, with the event loop running until it is there; a cancelled future reads as
/// ErrorKind::Cancelled. When nothing comes in 20 seconds the running test fails.
template <typename T>
Result<T> await(const Future<T> &future)
{
    using namespace std::chrono_literals;
    // Not QTest::qWaitFor(), which sleeps 10 ms after each turn of the event loop.
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(20s, &loop, &QEventLoop::quit);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished()) {
        QTest::qFail("the future did not finish", __FILE__, __LINE__);
        return failure(ErrorKind::Cancelled, {});
    }
    if (future.resultCount() == 0)
        return failure(ErrorKind::Cancelled, {});
    return future.result();
}

} // namespace gatehouse::test
