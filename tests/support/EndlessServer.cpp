// SPDX-License-Identifier: Apache-2.0
#include "support/EndlessServer.h"

#include <QFile>
#include <QTcpSocket>

#include <sys/socket.h>
#include <unistd.h>

#include <poll.h>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

/// All of it; false when the peer does not read.
bool pushed(int descriptor, const QByteArray &bytes)
{
    constexpr int patience = 2000; // ms
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        pollfd ready{descriptor, POLLOUT, 0};
        if (::poll(&ready, 1, patience) != 1)
            return false;
        const auto count =
            ::send(descriptor, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count < 0)
            return false;
        sent += count;
    }
    return true;
}

} // namespace

EndlessServer::EndlessServer(qint64 bytes, QObject *parent)
    : QTcpServer(parent)
    , m_bytes(bytes)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        m_peer = nextPendingConnection();
        connect(m_peer, &QIODevice::readyRead, this, [this] { m_asked = m_peer->readAll().contains("\r\n\r\n"); });
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

QUrl EndlessServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1/"_s.arg(serverPort()));
}

qint64 EndlessServer::sendUntilNobodyReads()
{
    constexpr qsizetype pieceSize = 64 * 1024;
    const int descriptor = static_cast<int>(m_peer->socketDescriptor());
    if (!pushed(descriptor, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"))
        return 0;
    const QByteArray piece = QByteArray::number(pieceSize, 16) + "\r\n" + QByteArray(pieceSize, 'x') + "\r\n";
    qint64 sent = 0;
    while (sent < m_bytes && pushed(descriptor, piece))
        sent += pieceSize;
    return sent;
}

void EndlessServer::leave()
{
    m_peer->abort();
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace gatehouse::test
