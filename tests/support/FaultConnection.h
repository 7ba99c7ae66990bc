// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/ScriptedAnswer.h"

#include <QTcpSocket>
#include <QTimer>

namespace gatehouse::test {

class FaultServer;

/// One connection of a FaultServer: reads a request, plays the scripted answer, reads the next one.
class FaultConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FaultConnection)

public:
    /// Takes the socket; deletes itself when the peer has gone.
    FaultConnection(QTcpSocket *socket, int number, FaultServer &server);
    ~FaultConnection() override;

private:
    void read();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readBody();
    void play();
    void step();
    void writeMore();
    void writeFiller();
    void end();
    void closeOrderly();
    void setBusy(bool busy);

    QTcpSocket *m_socket;
    int m_number;
    FaultServer &m_server;
    QByteArray m_input;
    qsizetype m_request = -1; ///< the request being read or answered, an index into the server's list
    qint64 m_bodyMissing = 0;
    ScriptedAnswer m_answer;
    qsizetype m_sent = 0;
    bool m_playing = false;
    bool m_busy = false;
    bool m_ended = false;
    QTimer m_timer;
};

} // namespace gatehouse::test
