// SPDX-License-Identifier: Apache-2.0
#include "http/HttpLog.h"

#include "base/Logging.h"
#include "base/Redaction.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

QString shown(const HttpHeaders &headers, const QStringList &secrets)
{
    QStringList lines;
    for (const auto &[name, value] : headers) {
        const QString safe =
            isSecretHeader(name) ? QString::fromUtf8(redactionMark) : redacted(QString::fromUtf8(value), secrets);
        lines << u"%1: %2"_s.arg(QString::fromLatin1(name), safe);
    }
    return lines.join(u" | "_s);
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
    for (const QString &secret : QStringList(secrets))
        secrets << QString::fromLatin1(QUrl::toPercentEncoding(secret));
    return secrets;
}

void logAttempt(const HttpRequest &request, const QUrl &url, const HttpHeaders &headers, const QStringList &secrets)
{
    if (!logging::http().isDebugEnabled())
        return;
    qCDebug(logging::http).noquote() << "->" << QString::fromLatin1(request.method)
                                     << redacted(url.toDisplayString(QUrl::FullyEncoded), secrets)
                                     << request.body.size() << "bytes;" << shown(headers, secrets);
}

void logOutcome(const Result<HttpResponse> &outcome, std::chrono::milliseconds took, const QStringList &secrets)
{
    if (!logging::http().isDebugEnabled())
        return;
    if (outcome)
        qCDebug(logging::http).noquote() << "<-" << outcome->status << outcome->requestId << took.count() << "ms,"
                                         << outcome->body.size() << "bytes;" << shown(outcome->headers, secrets);
    else
        qCDebug(logging::http).noquote() << "<-" << kindName(outcome.error().kind) << outcome.error().requestId
                                         << took.count() << "ms;" << outcome.error().message << outcome.error().detail;
}

void logWait(const QString &requestId, std::chrono::milliseconds wait)
{
    qCDebug(logging::http).noquote() << "--" << requestId << "is tried again in" << wait.count() << "ms";
}

} // namespace gatehouse
