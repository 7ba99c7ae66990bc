// SPDX-License-Identifier: Apache-2.0
#include "http/HttpLog.h"

#include "base/Logging.h"
#include "base/Redaction.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

QString shown(const HttpHeaders &headers)
{
    QStringList lines;
    for (const auto &[name, value] : headers) {
        const QString safe = isSecretHeader(name) ? QString::fromUtf8(redactionMark) : QString::fromUtf8(value);
        lines << u"%1: %2"_s.arg(QString::fromLatin1(name), safe);
    }
    return lines.join(u" | "_s);
}

/// The only way into the log: whatever a line is made of, it is masked as a whole when it is finished.
template <typename... Part>
void say(const QStringList &secrets, const Part &...parts)
{
    QString line;
    {
        QDebug stream(&line);
        stream.noquote();
        (stream << ... << parts);
    }
    qCDebug(logging::http).noquote() << redacted(line.trimmed(), secrets);
}

} // namespace

QStringList secretsOf(const HttpRequest &request)
{
    QStringList secrets = request.secrets;
    for (const auto &[name, value] : request.headers) {
        if (!isSecretHeader(name))
            continue;
        const QString whole = QString::fromUtf8(value).trimmed();
        secrets << whole << whole.mid(whole.indexOf(u' ') + 1);
    }
    return inEveryForm(secrets);
}

void logAttempt(const HttpRequest &request, const QUrl &url, const HttpHeaders &headers, const QStringList &secrets)
{
    if (!logging::http().isDebugEnabled())
        return;
    say(secrets, "->", QString::fromLatin1(request.method), url.toDisplayString(QUrl::FullyEncoded),
        request.body.size(), "bytes;", shown(headers));
}

void logOutcome(const Result<HttpResponse> &outcome, std::chrono::milliseconds took, const QStringList &secrets)
{
    if (!logging::http().isDebugEnabled())
        return;
    if (outcome) {
        say(secrets, "<-", outcome->status, outcome->requestId, took.count(), "ms,", outcome->body.size(), "bytes;",
            shown(outcome->headers));
        return;
    }
    const Error &error = outcome.error();
    say(secrets, "<-", kindName(error.kind), error.requestId, took.count(), "ms;", error.message, error.detail);
}

void logWait(const HttpRequest &request, const QString &requestId, std::chrono::milliseconds wait)
{
    if (logging::http().isDebugEnabled())
        say(secretsOf(request), "--", requestId, "is tried again in", wait.count(), "ms");
}

} // namespace gatehouse
