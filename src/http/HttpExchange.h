// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "http/HttpMessage.h"
#include "http/HttpPolicy.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QSslError>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace gatehouse {

/// One attempt of one request: sent once, its redirects followed, its answer read under the deadline and the size cap.
/// Deleting it aborts what is under way.
class HttpExchange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpExchange)

public:
    /// `requestId` goes out as X-Request-Id unless the request has one. `tls`: whom to trust, if not the system alone.
    HttpExchange(std::shared_ptr<QNetworkAccessManager> network, HttpRequest request, QString requestId,
                 const HttpPolicy &policy, std::optional<QSslConfiguration> tls, QObject *parent);
    ~HttpExchange() override;

    /// finished() follows, once, from the event loop.
    void start();
    /// To be called once, after finished(). Errors have their request id, and their secrets masked.
    [[nodiscard]] Result<HttpResponse> takeOutcome() { return std::move(m_outcome); }

Q_SIGNALS:
    void finished();

private:
    void open(const QUrl &url);
    [[nodiscard]] QNetworkReply *launch(const QUrl &url);
    [[nodiscard]] HttpHeaders headersToSend() const;
    void checkAnnouncedSize();
    void readAvailable();
    void conclude();
    [[nodiscard]] bool isCutShort() const;
    void follow(const QUrl &target);
    [[nodiscard]] HttpResponse response() const;
    void fail(Error error);
    void fail(ErrorKind kind, const QString &message, const QString &detail = {});
    void failTimedOut(const QString &message);
    void finish(Result<HttpResponse> outcome);
    void dropReply();

    std::shared_ptr<QNetworkAccessManager> m_network;
    HttpRequest m_request;
    QString m_requestId;
    QStringList m_secrets;
    HttpPolicy m_policy;
    QTimer m_connectTimer;
    QTimer m_deadlineTimer;
    QElapsedTimer m_clock;
    QNetworkReply *m_reply = nullptr; ///< ours from launch() to dropReply()
    QUrl m_url;
    int m_redirects = 0;
    QByteArray m_body;
    std::optional<QSslConfiguration> m_tls;
    QList<QSslError> m_tlsProblems;
    Result<HttpResponse> m_outcome;
};

} // namespace gatehouse
