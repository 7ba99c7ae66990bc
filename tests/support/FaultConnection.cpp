// SPDX-License-Identifier: Apache-2.0
#include "support/FaultConnection.h"

#include "support/FaultServer.h"

#include <QSslSocket>

#include <sys/socket.h>

#include <algorithm>

namespace gatehouse::test {

FaultConnection::FaultConnection(QTcpSocket *socket, int number, FaultServer &server)
    : QObject(&server)
    , m_socket(socket)
    , m_number(number)
    , m_server(server)
{
    m_socket->setParent(this);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FaultConnection::step);
    connect(m_socket, &QIODevice::readyRead, this, &FaultConnection::read);
    connect(m_socket, &QIODevice::bytesWritten, this, &FaultConnection::writeMore);
    connect(m_socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
}

FaultConnection::~FaultConnection()
{
    setBusy(false);
    m_socket->disconnect(this); // its own end says so once more
}

void FaultConnection::read()
{
    if (m_socket->isOpen())
        m_input += m_socket->readAll();
    if (m_ended)
        return m_input.clear();
    while (!m_playing && readHead() && (m_answer.early || readBody())) {
        if (m_server.m_responder)
            m_answer = m_server.m_responder(m_server.m_requests[m_request]);
        play();
    }
}

bool FaultConnection::readHead()
{
    if (m_request >= 0)
        return true;
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    QList<QByteArray> lines = m_input.first(end).replace("\r\n", "\n").split('\n');
    m_input.remove(0, end + 4);
    const QList<QByteArray> first = lines.takeFirst().split(' ');
    SeenRequest request{first.value(0), first.value(1), {}, {}, m_number, std::chrono::steady_clock::now()};
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.first(std::max<qsizetype>(colon, 0)), line.mid(colon + 1).trimmed()});
    }
    m_bodyMissing = request.header("Content-Length").toLongLong();
    m_request = m_server.m_requests.size();
    m_server.m_requests.append(request);
    setBusy(true);
    m_answer = m_server.answerFor(request);
    return true;
}

bool FaultConnection::readBody()
{
    const qsizetype count = std::min<qsizetype>(m_bodyMissing, m_input.size());
    m_server.m_requests[m_request].body += m_input.first(count);
    m_input.remove(0, count);
    m_bodyMissing -= count;
    return m_bodyMissing == 0;
}

void FaultConnection::play()
{
    m_playing = true;
    m_sent = 0;
    m_timer.start(m_answer.delay);
}

void FaultConnection::step()
{
    const bool drips = m_answer.drip.count() > 0;
    const qsizetype count = drips ? std::min<qsizetype>(1, m_answer.bytes.size() - m_sent) : m_answer.bytes.size();
    m_socket->write(m_answer.bytes.mid(m_sent, count));
    m_socket->flush();
    m_sent += count;
    if (m_sent < m_answer.bytes.size())
        m_timer.start(m_answer.drip);
    else if (m_answer.filler > 0)
        writeFiller();
    else
        end();
}

void FaultConnection::writeMore()
{
    if (m_ended)
        closeOrderly();
    else
        writeFiller();
}

void FaultConnection::writeFiller()
{
    constexpr qint64 pieceSize = 64LL * 1024;
    if (!m_playing || m_sent < m_answer.bytes.size() || m_answer.filler <= 0 || m_socket->bytesToWrite() > pieceSize)
        return;
    const qint64 count = std::min(pieceSize, m_answer.filler);
    m_answer.filler -= count;
    m_socket->write(QByteArray(count, 'x'));
    if (m_answer.filler == 0)
        end();
}

void FaultConnection::end()
{
    const bool answered = !m_answer.bytes.isEmpty();
    if (m_answer.ending == ScriptedAnswer::Ending::Reset) {
        const linger atOnce{1, 0};
        setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        m_socket->abort();
    } else if (m_answer.ending == ScriptedAnswer::Ending::Close) {
        closeOrderly();
    } else if (answered) {
        m_playing = false;
        m_request = -1;
        setBusy(false);
        QMetaObject::invokeMethod(this, &FaultConnection::read, Qt::QueuedConnection);
    }
}

/// Closes our direction only (RFC 9112, section 9.6): what the peer still sends is read, so that no reset overtakes the
/// answer, and the connection counts as open until the peer has noticed.
void FaultConnection::closeOrderly()
{
    setBusy(false);
    m_input.clear();
    m_ended = true;
    if (qobject_cast<QSslSocket *>(m_socket) != nullptr)
        m_socket->disconnectFromHost();
    else if (m_socket->bytesToWrite() == 0)
        shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

void FaultConnection::setBusy(bool busy)
{
    if (m_busy != busy)
        m_server.changeUnderWay(busy ? 1 : -1);
    m_busy = busy;
}

} // namespace gatehouse::test
