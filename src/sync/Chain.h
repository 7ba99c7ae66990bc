// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <QPromise>

#include <functional>
#include <memory>

namespace gatehouse {

/// Several asynchronous steps that answer with one future: a step that fails ends the chain with its error, and
/// cancelling the chain's future cancels the step that is under way.
///
/// Held by the continuations of its steps; ends without an answer (cancelled) when `context` dies.
template <typename T>
class Chain final : public std::enable_shared_from_this<Chain<T>>
{
public:
    /// `atEnd` is called once, before the future finishes, unless the context died first.
    static std::shared_ptr<Chain> begin(QObject *context, std::function<void(const Result<T> &)> atEnd = {})
    {
        auto chain = std::shared_ptr<Chain>(new Chain(context, std::move(atEnd)));
        chain->m_promise.start();
        return chain;
    }

    [[nodiscard]] Future<T> future() { return m_promise.future(); }
    [[nodiscard]] bool isCancelled() { return m_promise.isCanceled(); }

    /// Goes on with next(value), or finishes with the error.
    template <typename U, typename Next>
    void then(const Future<U> &step, Next next)
    {
        either(step, [self = this->shared_from_this(), next = std::move(next)](const Result<U> &result) mutable {
            if (!result) {
                self->finish(failure(result.error()));
            } else if constexpr (std::is_void_v<U>) {
                next();
            } else {
                next(*result);
            }
        });
    }

    /// Goes on with next(result), whatever it is.
    template <typename U, typename Next>
    void either(const Future<U> &step, Next next)
    {
        forwardCancel(m_promise.future(), step, m_context);
        whenDone(step, m_context,
                 [self = this->shared_from_this(), next = std::move(next)](Result<U> result) mutable { next(result); });
    }

    void finish(Result<T> result)
    {
        if (m_atEnd)
            m_atEnd(result);
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    Chain(QObject *context, std::function<void(const Result<T> &)> atEnd)
        : m_context(context)
        , m_atEnd(std::move(atEnd))
    {}

    QObject *m_context;
    std::function<void(const Result<T> &)> m_atEnd;
    QPromise<Result<T>> m_promise;
};

} // namespace gatehouse
