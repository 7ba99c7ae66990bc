// SPDX-License-Identifier: Apache-2.0
#include "http/HttpExchange.h"

#include "base/Redaction.h"
#include "http/HttpFault.h"
#include "http/HttpLog.h"
#include "http/RedirectRule.h"
#include "http/UploadDevice.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <array>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRedirects = 5;
constexpr auto requestIdHeader = "X-Request-Id";

/// How services name the id under which their own logs know a request.
QString serviceRequestId(const HttpResponse &answer, const QStringList &secrets)
{
    static constexpr std::array names{requestIdHeader, "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId",
                                      "X-Amz-Request-Id"};
    constexpr int mostShown = 128;
    for (const char *name : names) {
        if (const QByteArray id = answer.header(name).trimmed(); !id.isEmpty())
            return redacted(QString::fromUtf8(id), secrets).left(mostShown); // cut first, a part of one would stay
    }
    return {};
}

QNetworkRequest networkRequest(const QUrl &url, const HttpHeaders &headers)
{
    QNetworkRequest request(url);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    // The default policies hand the Authorization header to whatever host a redirect names.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Over HTTP/2 all requests share one connection, whose end would fail them together; what QNetworkAccessManager
    // sends again by itself is known (and prevented, see UploadDevice) for HTTP/1.1 only.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

} // namespace

HttpExchange::HttpExchange(std::shared_ptr<QNetworkAccessManager> network, HttpRequest request, QString requestId,
                           const HttpPolicy &policy, std::optional<QSslConfiguration> tls, QObject *parent)
    : QObject(parent)
    , m_network(std::move(network))
    , m_request(std::move(request))
    , m_requestId(std::move(requestId))
    , m_secrets(secretsOf(m_request))
    , m_policy(policy)
    , m_tls(std::move(tls))
{
    for (QTimer *timer : {&m_connectTimer, &m_deadlineTimer}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_connectTimer, &QTimer::timeout, this,
            [this] { failTimedOut(u"no connection within %1 ms"_s.arg(m_policy.connectTimeout.count())); });
    connect(&m_deadlineTimer, &QTimer::timeout, this,
            [this] { failTimedOut(u"no complete answer within %1 ms"_s.arg(m_policy.deadline.count())); });
}

HttpExchange::~HttpExchange()
{
    dropReply();
}

void HttpExchange::start()
{
    m_clock.start();
    m_deadlineTimer.start(m_policy.deadline);
    open(m_request.url);
}

void HttpExchange::open(const QUrl &url)
{
    m_url = url;
    m_body.clear();
    m_connectTimer.start(m_policy.connectTimeout);
    m_reply = launch(url);
    // Else Qt's thread reads ahead of us without a bound, and the cap on bodies comes too late.
    constexpr qint64 mostReadAhead = 1024LL * 1024;
    m_reply->setReadBufferSize(mostReadAhead);
    // The first tells it of requests without a body, the second of those with one.
    connect(m_reply, &QNetworkReply::requestSent, &m_connectTimer, &QTimer::stop);
    connect(m_reply, &QNetworkReply::uploadProgress, &m_connectTimer, &QTimer::stop);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::checkAnnouncedSize);
    connect(m_reply, &QIODevice::readyRead, this, &HttpExchange::readAvailable);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::conclude);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsProblems += errors; });
}

QNetworkReply *HttpExchange::launch(const QUrl &url)
{
    const HttpHeaders headers = headersToSend();
    logAttempt(m_request, url, headers, m_secrets);
    QNetworkRequest request = networkRequest(url, headers);
    if (m_tls)
        request.setSslConfiguration(*m_tls);
    if (m_request.body.isEmpty() && m_request.method == "GET")
        return m_network->get(request);
    if (m_request.body.isEmpty() && m_request.method == "HEAD")
        return m_network->head(request);
    // Buffering would make the body rewindable again. A device without a size needs its length said.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    auto *body = new UploadDevice(m_request.body);
    QNetworkReply *reply = m_network->sendCustomRequest(request, m_request.method, body);
    body->setParent(reply);
    return reply;
}

HttpHeaders HttpExchange::headersToSend() const
{
    HttpHeaders headers = m_request.headers;
    const auto addUnlessGiven = [&](const QByteArray &name, const QByteArray &value) {
        const auto same = [&](const auto &pair) { return pair.first.compare(name, Qt::CaseInsensitive) == 0; };
        if (std::ranges::none_of(headers, same))
            headers.append({name, value});
    };
    addUnlessGiven(requestIdHeader, m_requestId.toLatin1());
    addUnlessGiven("User-Agent", "Gatehouse/" GATEHOUSE_VERSION);
    return headers;
}

void HttpExchange::checkAnnouncedSize()
{
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_request.method != "HEAD" && announced > m_policy.maximumBody)
        fail(ErrorKind::TooLarge, u"the answer announces %1 bytes"_s.arg(announced));
}

void HttpExchange::readAvailable()
{
    constexpr qint64 pieceSize = 64LL * 1024; // a compressed answer unpacks as it is read: never ask for all of it
    while (m_reply != nullptr && m_reply->bytesAvailable() > 0) {
        const QByteArray piece = m_reply->read(pieceSize);
        if (piece.isEmpty())
            return;
        m_body += piece;
        if (m_body.size() > m_policy.maximumBody)
            fail(ErrorKind::TooLarge, u"the answer is larger than %1 bytes"_s.arg(m_policy.maximumBody));
    }
}

void HttpExchange::conclude()
{
    m_connectTimer.stop();
    readAvailable();
    if (m_reply == nullptr)
        return; // too large
    if (auto fault = faultOf(*m_reply, m_tlsProblems))
        return fail(std::move(*fault));
    HttpResponse answer = response();
    const auto target = redirectTarget(m_request.method, m_url, answer);
    if (!target)
        return fail(target.error());
    if (*target)
        return follow(**target);
    if (isCutShort())
        return fail(ErrorKind::Network, u"the connection ended inside the answer"_s,
                    u"%1 bytes of the body had come"_s.arg(m_body.size()));
    finish(std::move(answer));
}

/// QNetworkAccessManager reports most answers that end too early, but takes about one in a hundred for whole, as its
/// threads happen to run. Of a compressed answer only the bytes that were unpacked are known.
bool HttpExchange::isCutShort() const
{
    constexpr int notModified = 304;
    const QByteArray announced = m_reply->rawHeader("Content-Length");
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (announced.isEmpty() || m_reply->hasRawHeader("Content-Encoding"))
        return false;
    const bool isBodiless = m_request.method == "HEAD" || status == notModified;
    return !isBodiless && m_body.size() < announced.toLongLong();
}

void HttpExchange::follow(const QUrl &target)
{
    if (++m_redirects > mostRedirects)
        return fail(ErrorKind::UnreadableAnswer, u"the service redirected %1 times"_s.arg(m_redirects));
    dropReply();
    open(target);
}

HttpResponse HttpExchange::response() const
{
    HttpResponse answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.url = m_url.adjusted(QUrl::RemoveUserInfo);
    answer.headers = m_reply->rawHeaderPairs();
    answer.body = m_body;
    const QString theirs = serviceRequestId(answer, m_secrets);
    answer.requestId = theirs.isEmpty() ? m_requestId : theirs;
    return answer;
}

void HttpExchange::failTimedOut(const QString &message)
{
    fail(ErrorKind::Timeout, message, u"%1 bytes of the body had come"_s.arg(m_body.size()));
}

void HttpExchange::fail(ErrorKind kind, const QString &message, const QString &detail)
{
    fail(failure(kind, message, detail).value());
}

void HttpExchange::fail(Error error)
{
    const HttpResponse soFar = response();
    error.httpStatus = soFar.status;
    error.requestId = soFar.requestId;
    if (error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout)
        error.asked = redacted(
            m_url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment),
            m_secrets);
    error.message = redacted(error.message, m_secrets);
    error.detail = redacted(error.detail, m_secrets);
    finish(failure(std::move(error)));
}

void HttpExchange::finish(Result<HttpResponse> outcome)
{
    m_outcome = std::move(outcome);
    m_connectTimer.stop();
    m_deadlineTimer.stop();
    dropReply();
    logOutcome(m_outcome, std::chrono::milliseconds(m_clock.elapsed()), m_secrets);
    Q_EMIT finished();
}

void HttpExchange::dropReply()
{
    if (m_reply == nullptr)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->disconnect(&m_connectTimer);
    reply->abort();
    reply->deleteLater(); // we may be called from one of its signals
}

} // namespace gatehouse
