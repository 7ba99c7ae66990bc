// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHostAddress>
#include <QSslSocket>

namespace gatehouse::server::test {

/// What came back for one request.
struct RawAnswer
{
    int status = 0; ///< 0: no complete answer
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &line : head.split('\n')) {
            const auto colon = line.indexOf(':');
            if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
                return line.mid(colon + 1).trimmed();
        }
        return {};
    }
};

/// A socket that sends exactly what it is told and reads answers one by one. Blocks: the server has its own threads.
class RawClient final
{
public:
    /// `from`: the address of the loopback network that the client is to have.
    explicit RawClient(quint16 port, const char *from = "127.0.0.1")
    {
        m_socket.bind(QHostAddress(QString::fromLatin1(from)));
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    }

    bool isConnected() { return m_socket.waitForConnected(patience); }
    QSslSocket &socket() { return m_socket; }

    RawClient &send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) {
        }
        return *this;
    }

    /// The next answer; `withoutBody` for HEAD.
    RawAnswer answer(bool withoutBody = false)
    {
        RawAnswer answer;
        if (!readUntil([this] { return m_read.contains("\r\n\r\n"); }))
            return answer;
        const auto end = m_read.indexOf("\r\n\r\n");
        answer.head = m_read.left(end + 2);
        m_read.remove(0, end + 4);
        const int status = answer.head.mid(9, 3).toInt();
        const auto size = withoutBody || status < 200 ? 0 : answer.header("Content-Length").toInt();
        if (!readUntil([this, size] { return m_read.size() >= size; }))
            return answer;
        answer.body = m_read.left(size);
        m_read.remove(0, size);
        answer.status = status;
        return answer;
    }

    /// Whether the server closes without another byte.
    bool isClosedByServer()
    {
        readUntil([] { return false; });
        return m_read.isEmpty() && m_socket.state() == QAbstractSocket::UnconnectedState;
    }

private:
    template <typename Condition>
    bool readUntil(Condition done)
    {
        QDeadlineTimer deadline(patience);
        while (!done()) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(int(deadline.remainingTime())))
                return false;
            m_read += m_socket.readAll();
        }
        return true;
    }

    static constexpr int patience = 20'000;
    QSslSocket m_socket;
    QByteArray m_read;
};

} // namespace gatehouse::server::test
