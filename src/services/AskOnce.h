// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "http/HttpClient.h"

#include <QPromise>

#include <concepts>
#include <memory>

namespace gatehouse {

/// Sends one request and makes what `read`, a Result<T>, of its answer. Lives as long as `context`.
template <typename T, std::invocable<const HttpResponse &> Read>
Future<T> askOnce(HttpClient &http, Result<HttpRequest> request, QObject *context, Read read)
{
    if (!request)
        return readyFailure<T>(std::move(request.error()));
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto future = promise->future();
    const Future<HttpResponse> reply = http.send(std::move(*request));
    forwardCancel(future, reply, context);
    whenDone(reply, context, [promise, read = std::move(read)](Result<HttpResponse> response) {
        if (response)
            promise->addResult(read(*response));
        else
            promise->addResult(failure(std::move(response.error())));
        promise->finish();
    });
    return future;
}

} // namespace gatehouse
