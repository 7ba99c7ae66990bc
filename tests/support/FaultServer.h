// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/ScriptedAnswer.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace gatehouse::test {

/// A request as a FaultServer saw it.
struct SeenRequest
{
    QByteArray method;
    QByteArray target; ///< as in the request line
    Headers headers;
    QByteArray body;
    int connection = 0; ///< numbered from 1 as they came
    std::chrono::steady_clock::time_point arrived;

    /// First value, compared without case; empty when absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] bool has(const QByteArray &name) const;
};

/// An HTTP/1.1 server on 127.0.0.1 that misbehaves as told, in the thread of the test. A request is answered by the
/// handler if one is set, else by the next answer of the queue, else by the default (200, "ok").
class FaultServer final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FaultServer)

public:
    using Handler = std::function<ScriptedAnswer(const SeenRequest &)>;

    /// Listens at once. With `tls` it speaks nothing else.
    explicit FaultServer(QObject *parent = nullptr, std::optional<QSslConfiguration> tls = {});
    ~FaultServer() override;

    void enqueue(const ScriptedAnswer &answer) { m_queue.append(answer); }
    void setDefault(const ScriptedAnswer &answer) { m_default = answer; }
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// Goes before all of these: asked when the whole request is here, with its body.
    void setResponder(Handler responder) { m_responder = std::move(responder); }

    /// Of the connections to come.
    void setTls(const std::optional<QSslConfiguration> &tls) { m_tls = tls; }

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;

    /// In the order of arrival; a request counts as soon as its head is here, its body grows as it comes.
    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    /// Those that the peer has not left yet.
    [[nodiscard]] qsizetype openConnections() const;
    /// Requests whose answer is still to come or under way.
    [[nodiscard]] int underWay() const { return m_underWay; }
    [[nodiscard]] int mostUnderWay() const { return m_mostUnderWay; }
    /// Over all answers, as handed to the operating system.
    [[nodiscard]] qint64 bytesWritten() const { return m_bytesWritten; }

    /// A port of 127.0.0.1 on which nobody listens.
    static quint16 unusedPort();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    friend class FaultConnection;
    [[nodiscard]] ScriptedAnswer answerFor(const SeenRequest &request);
    void changeUnderWay(int by);

    std::optional<QSslConfiguration> m_tls;
    QList<ScriptedAnswer> m_queue;
    ScriptedAnswer m_default = answer(200, "ok");
    Handler m_handler;
    Handler m_responder;
    QList<SeenRequest> m_requests;
    int m_connectionCount = 0;
    int m_underWay = 0;
    int m_mostUnderWay = 0;
    qint64 m_bytesWritten = 0;
};

} // namespace gatehouse::test
