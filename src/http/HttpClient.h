// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "http/HttpMessage.h"
#include "http/HttpPolicy.h"

#include <QObject>

#include <memory>

namespace gatehouse {

/// One polite HTTP client: one per connection, with a QNetworkAccessManager of its own.
///
/// Lives in the thread that made it. send() queues; concurrency, rate, retries and deadlines are kept here so that the
/// callers need no timers. Cancelling the returned future aborts the request (ErrorKind::Cancelled or a cancelled
/// future).
///
/// Refused before anything is sent (ErrorKind::Insecure): schemes other than http and https, http to a host that is not
/// loopback. Redirects are followed here and only for GET/HEAD, to the same scheme, host and port; any other redirect
/// is ErrorKind::Insecure and carries no credentials anywhere. Bodies are sent at most once per attempt, and only safe
/// or idempotent methods (GET, HEAD, PUT, DELETE, and what the caller marks) have a second attempt.
class HttpClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)

public:
    explicit HttpClient(HttpPolicy policy = {}, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Any HTTP answer, whatever its status, is a value; an Error means that there was no usable answer.
    /// 429 and 503 are retried with Retry-After / RateLimit-Reset while patience lasts and the method allows; the last
    /// such answer is then returned as a value.
    [[nodiscard]] Future<HttpResponse> send(HttpRequest request);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
