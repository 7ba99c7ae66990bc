// SPDX-License-Identifier: Apache-2.0
#include "sync/Pause.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QTimer>

#include <memory>

namespace gatehouse {

Future<void> pauseFor(std::chrono::milliseconds wait, QObject *context)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    // Whoever cancels does not want to wait for the end of it either.
    auto *watcher = new QFutureWatcher<Result<void>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, context, [promise] { promise->finish(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(promise->future());
    QTimer::singleShot(wait, Qt::PreciseTimer, watcher, [promise] {
        promise->addResult(Result<void>());
        promise->finish();
    });
    return promise->future();
}

} // namespace gatehouse
