// SPDX-License-Identifier: Apache-2.0
#include "support/FaultServer.h"

#include "support/FaultConnection.h"

#include <QSslSocket>

#include <algorithm>

namespace gatehouse::test {

namespace {

auto named(const QByteArray &name)
{
    return [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; };
}

} // namespace

QByteArray SeenRequest::header(const QByteArray &name) const
{
    const auto found = std::ranges::find_if(headers, named(name));
    return found == headers.end() ? QByteArray() : found->second;
}

bool SeenRequest::has(const QByteArray &name) const
{
    return std::ranges::any_of(headers, named(name));
}

FaultServer::FaultServer(QObject *parent, std::optional<QSslConfiguration> tls)
    : QTcpServer(parent)
    , m_tls(std::move(tls))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("the fault server cannot listen");
}

FaultServer::~FaultServer()
{
    qDeleteAll(findChildren<FaultConnection *>()); // they report to us to the last
}

QUrl FaultServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url.resolved(QUrl(path));
}

qsizetype FaultServer::openConnections() const
{
    return findChildren<FaultConnection *>().size();
}

quint16 FaultServer::unusedPort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

void FaultServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = nullptr;
    if (m_tls) {
        auto *secure = new QSslSocket(this);
        secure->setSocketDescriptor(descriptor);
        secure->setSslConfiguration(*m_tls);
        secure->startServerEncryption();
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
    }
    connect(socket, &QIODevice::bytesWritten, this, [this](qint64 bytes) { m_bytesWritten += bytes; });
    new FaultConnection(socket, ++m_connectionCount, *this);
}

ScriptedAnswer FaultServer::answerFor(const SeenRequest &request)
{
    if (m_handler)
        return m_handler(request);
    return m_queue.isEmpty() ? m_default : m_queue.takeFirst();
}

void FaultServer::changeUnderWay(int by)
{
    m_underWay += by;
    m_mostUnderWay = std::max(m_mostUnderWay, m_underWay);
}

} // namespace gatehouse::test
