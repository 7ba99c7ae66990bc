// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

class QDateTime;

namespace gatehouse {

struct HttpResponse;

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/// What is to be sent.
struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    HttpHeaders headers;
    QByteArray body;
    /// Set for a request that may be repeated although its method does not say so (a POST that only validates).
    bool repeatable = false;
    /// Set for a request that rests on what may be untrue a moment later: it has one attempt, whatever the method and
    /// the answer.
    bool once = false;
    /// How the service says, other than by 429, that it has not taken a request and will take it in a while: it is busy
    /// with another change, say. Such an answer is waited for and the request repeated, as after a 429. May be empty.
    std::function<bool(const HttpResponse &)> saysBusy;
    /// Masked wherever the request, its answer or its failure is logged or becomes an Error, whatever carries them. The
    /// values of headers that isSecretHeader() knows need not be named again.
    QStringList secrets;
};

/// An answer as it came, after redirects.
struct HttpResponse
{
    int status = 0;
    QUrl url; ///< that was asked in the end, without a user
    HttpHeaders headers;
    QByteArray body;
    /// The service's own (X-Request-Id and the like) if it gave one, with secrets masked, else the one we sent.
    QString requestId;

    /// First value of the header, compared without case; empty when absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /// From Retry-After, else from the end of the quota under whichever name services give it: RateLimit-Reset,
    /// X-RateLimit-Reset, Fastly-RateLimit-Reset, RateLimit … Each in seconds from `now`, or as the moment itself:
    /// seconds since 1970, an HTTP date or ISO 8601. A moment that has passed is zero.
    [[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QDateTime &now) const;
};

} // namespace gatehouse
