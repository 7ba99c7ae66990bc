// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <QPromise>

#include <memory>

namespace gatehouse {

/// The giving side of a Future, cheap to copy into callbacks. The first finish() counts. A future whose last
/// PendingResult is gone without one, or that was cancelled, ends without a result.
template <typename T>
class PendingResult final
{
public:
    /// Cancelling is noticed as long as `context` lives.
    explicit PendingResult(QObject *context)
        : m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
        auto *watcher = new QFutureWatcher<Result<T>>(context);
        const std::weak_ptr promise = m_promise; // the watcher must not keep it open
        QObject::connect(watcher, &QFutureWatcherBase::canceled, context, [promise] {
            if (const auto open = promise.lock())
                open->finish();
        });
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(m_promise->future());
    }

    [[nodiscard]] Future<T> future() const { return m_promise->future(); }

    void finish(Result<T> result) const
    {
        m_promise->addResult(std::move(result));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

} // namespace gatehouse
