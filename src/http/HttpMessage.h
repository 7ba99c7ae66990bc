// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

class QDateTime;

namespace gatehouse {

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
    /// Masked wherever the request, its answer or its failure is logged or becomes an Error, whatever carries them. The
    /// values of headers that isSecretHeader() knows need not be named again.
    QStringList secrets;
};

/// An answer as it came, after redirects.
struct HttpResponse
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    QString requestId; ///< the service's own (X-Request-Id and the like) if it gave one, else the one we sent

    /// First value of the header, compared without case; empty when absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /// From Retry-After (seconds or HTTP date, relative to `now`), else RateLimit-Reset in seconds.
    [[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QDateTime &now) const;
};

} // namespace gatehouse
