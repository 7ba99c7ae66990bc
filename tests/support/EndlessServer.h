// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace gatehouse::test {

/// An HTTP server on 127.0.0.1 that answers one request with a body of so many bytes, without its length, and holds
/// none of it in memory.
class EndlessServer final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndlessServer)

public:
    explicit EndlessServer(qint64 bytes, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    /// The request is here.
    [[nodiscard]] bool isAsked() const { return m_asked; }
    /// Sends in one go, without the event loop, until all is sent or nobody has read for two seconds; gives how much.
    qint64 sendUntilNobodyReads();
    void leave();

private:
    qint64 m_bytes;
    QTcpSocket *m_peer = nullptr;
    bool m_asked = false;
};

/// What this process holds in memory now, in bytes.
[[nodiscard]] qint64 residentBytes();

} // namespace gatehouse::test
