// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QFuture>
#include <QFutureWatcher>

#include <concepts>
#include <utility>

namespace gatehouse {

// The one shape of everything that takes time: QFuture<Result<T>>.
// Cancelling the future cancels the work; the final value is then ErrorKind::Cancelled or the future is cancelled
// without a result, and whenDone() below folds both into one.

template <typename T>
using Future = QFuture<Result<T>>;

/// A future that is already finished with `value`.
template <typename T>
Future<T> ready(Result<T> value)
{
    return QtFuture::makeReadyFuture(std::move(value));
}

template <typename T>
Future<T> readyFailure(Error error)
{
    return ready<T>(tl::unexpected<Error>(std::move(error)));
}

/// Calls `handler(Result<T>)` once in the thread of `context`, always through its event loop or at once when `future`
/// is already finished; a cancelled future arrives as ErrorKind::Cancelled. Nothing is called after `context` died.
template <typename T, std::invocable<Result<T>> Handler>
void whenDone(const Future<T> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         const Future<T> done = watcher->future();
                         watcher->deleteLater();
                         if (done.resultCount() > 0)
                             handler(done.result());
                         else
                             handler(failure(ErrorKind::Cancelled, {}));
                     });
    watcher->setFuture(future);
}

/// Cancels `inner` when `outer` is cancelled. Lives as long as `context`.
template <typename Outer, typename Inner>
void forwardCancel(const QFuture<Outer> &outer, const QFuture<Inner> &inner, QObject *context)
{
    auto *watcher = new QFutureWatcher<Outer>(context);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, context,
                     [cancelled = QFuture<Inner>(inner)]() mutable { cancelled.cancel(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(outer);
}

} // namespace gatehouse
