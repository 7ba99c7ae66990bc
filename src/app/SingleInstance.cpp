// SPDX-License-Identifier: Apache-2.0
#include "app/SingleInstance.h"

#include "base/Home.h"
#include "base/Logging.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

#include <unistd.h>

namespace gatehouse {

namespace {

constexpr int patience = 2000; // milliseconds
constexpr qint64 longestMessage = 4096;

/// XDG_RUNTIME_DIR, if it is what the specification wants: the user's own, and nobody else's business.
bool isRuntimeFolder(const QString &path)
{
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QFileInfo folder(path);
    return QDir::isAbsolutePath(path) && folder.isDir() && folder.ownerId() == ::geteuid() &&
           (folder.permissions() & others) == QFile::Permissions();
}

QString socketFileOf(const Home &home)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QDir folder(isRuntimeFolder(runtime) ? runtime : home.data);
    return folder.filePath(QStringLiteral("gatehouse-%1.socket").arg(home.id()));
}

} // namespace

SingleInstance::SingleInstance(const Home &home, QObject *parent)
    : QObject(parent)
    , m_socketFile(socketFileOf(home))
    , m_lock(QDir(home.data).filePath(QStringLiteral("window.lock")))
{
    m_lock.setStaleLockTime(0); // held as long as the program runs; a dead program's lock is seen by its process id
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::takePlace(const QString &connection)
{
    if (m_lock.tryLock(0)) {
        listen();
        return true;
    }
    return !handOver(connection);
}

void SingleInstance::listen()
{
    // We hold the lock, so a socket of this name was left behind by a program that died.
    QLocalServer::removeServer(m_socketFile);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(m_socketFile))
        qCWarning(logging::desktop) << "a second start will not find this window:" << m_server.errorString();
}

bool SingleInstance::handOver(const QString &connection) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketFile);
    if (!socket.waitForConnected(patience))
        return false;
    socket.write(connection.toUtf8() + '\n');
    // The answer tells that it was read; a program that hangs gives none.
    return socket.waitForBytesWritten(patience) && socket.waitForReadyRead(patience);
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > longestMessage)
                socket->abort();
            if (!socket->canReadLine())
                return;
            const QString connection = QString::fromUtf8(socket->readLine(longestMessage)).trimmed();
            socket->write("ok\n");
            socket->flush();
            Q_EMIT startedAgain(connection);
        });
    }
}

} // namespace gatehouse
