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
/// callers need no timers. After a 429 with a Retry-After or RateLimit-Reset within HttpPolicy::longestWait all
/// requests of the client wait, not only the one that was answered so. Cancelling the returned future aborts the
/// request and leaves the future without a result; destroying the client does the same to every future that is not
/// finished.
///
/// Refused before anything is sent (ErrorKind::Insecure): schemes other than http and https, http to a host that is not
/// loopback, a user or password in the URL. ErrorKind::InvalidInput: see checkRequest() and, over https, trustWith().
/// Redirects are followed here and only for GET/HEAD, to the same scheme, host and port; any other redirect is
/// ErrorKind::Insecure and carries no credentials anywhere. Bodies are sent at most once per attempt, and only safe or
/// idempotent methods (GET, HEAD, PUT, DELETE, what the caller marks, and what was answered 429) have a second attempt.
/// A GET or HEAD may be seen more than once per attempt, since QNetworkAccessManager repeats them by itself when a
/// connection ends.
class HttpClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)

public:
    explicit HttpClient(HttpPolicy policy = {}, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Any HTTP answer, whatever its status, is a value; an Error means that there was no usable answer. Each request
    /// carries an X-Request-Id (a UUID, the same in all its attempts), which every answer and every Error of a request
    /// that was sent names, unless the service names one of its own. No Error contains a secret of the request.
    ///
    /// 502, 503 and 504 are tried again while patience lasts and the method allows, 429 whatever the method, both with
    /// Retry-After / RateLimit-Reset; the last such answer is then returned as a value.
    ///
    /// A body shorter than its Content-Length is ErrorKind::Network. The early end of a chunked or compressed one is
    /// mostly noticed, but QNetworkAccessManager 6.4 takes some for whole: read only formats that show their own end,
    /// as JSON does.
    [[nodiscard]] Future<HttpResponse> send(HttpRequest request);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
