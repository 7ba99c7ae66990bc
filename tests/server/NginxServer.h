// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/ChildProcess.h"
#include "support/FaultServer.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpSocket>

#include <unistd.h>

#include <thread>

namespace gatehouse::server::test {

/// A real nginx on 127.0.0.1 that serves one page to whom the included file lets in; needs no root, ends with the test.
class NginxServer final
{
public:
    /// Everything lies below `folder`, which must exist; `include` is the file with the allow and deny lines.
    NginxServer(const QString &folder, const QString &include)
        : m_folder(folder)
        , m_include(include)
        , m_port(gatehouse::test::FaultServer::unusedPort())
    {}
    ~NginxServer() { stop(); }
    Q_DISABLE_COPY_MOVE(NginxServer)

    /// Debian keeps it out of the PATH of those who are not root. Empty when it is not installed.
    [[nodiscard]] static QString program()
    {
        const QString name = QStringLiteral("nginx");
        const QString found = QStandardPaths::findExecutable(name);
        return found.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin")}) : found;
    }

    /// What makes it read its files again.
    [[nodiscard]] QString reloadCommand() const { return command().join(u' ') + QStringLiteral(" -s reload"); }

    bool start()
    {
        if (!writeFiles())
            return false;
        gatehouse::test::endWithUs(m_process);
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        m_process.start(command().first(), command().mid(1));
        while (status(QStringLiteral("127.0.0.1")) == 0) {
            if (m_process.waitForFinished(10) || m_process.state() == QProcess::NotRunning)
                return false;
        }
        return true;
    }

    void stop()
    {
        m_process.terminate();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patience))
            m_process.kill();
    }

    /// What the page answers to a caller with that address of this computer (and, when that is 127.0.0.1, in whose name
    /// it asks): 200, 403; 0 when nobody answers.
    [[nodiscard]] int status(const QString &caller, const QString &forwardedFor = {}) const
    {
        while (workers() > 1) // while it reloads the old and the new one take turns
            std::this_thread::yield();
        QTcpSocket socket;
        socket.bind(QHostAddress(caller));
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (!socket.waitForConnected(patience))
            return 0;
        QByteArray head = "GET /page HTTP/1.0\r\n";
        if (!forwardedFor.isEmpty())
            head += "X-Forwarded-For: " + forwardedFor.toLatin1() + "\r\n";
        socket.write(head + "\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(patience))
            answer += socket.readAll();
        return answer.mid(9, 3).toInt();
    }

private:
    [[nodiscard]] qsizetype workers() const
    {
        const auto id = QString::number(m_process.processId());
        QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(id));
        return children.open(QIODevice::ReadOnly) ? children.readAll().count(' ') : 0;
    }

    [[nodiscard]] QStringList command() const
    {
        return {program(),
                QStringLiteral("-p"),
                m_folder,
                QStringLiteral("-e"),
                QStringLiteral("stderr"),
                QStringLiteral("-c"),
                m_folder + QStringLiteral("/nginx.conf")};
    }

    [[nodiscard]] bool writeFiles() const
    {
        QByteArray text = "daemon off;\npid pid;\nworker_processes 1;\nerror_log stderr crit;\n";
        if (::geteuid() == 0) // else the worker could not read the temporary folder
            text += "user root;\n";
        text += "events { worker_connections 64; }\nhttp {\n  access_log off;\n";
        for (const auto *kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
            text += QByteArray("  ") + kind + "_temp_path temp;\n";
        text += "  server {\n    listen 127.0.0.1:" + QByteArray::number(m_port) +
                ";\n    root www;\n    set_real_ip_from 127.0.0.1;\n    real_ip_header X-Forwarded-For;\n    include " +
                m_include.toUtf8() + ";\n  }\n}\n";
        QDir(m_folder).mkdir(QStringLiteral("www"));
        return write(QStringLiteral("nginx.conf"), text) && write(QStringLiteral("www/page"), "let in\n");
    }

    [[nodiscard]] bool write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder + u'/' + name);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    static constexpr int patience = 20'000;
    QString m_folder;
    QString m_include;
    quint16 m_port;
    QProcess m_process;
};

} // namespace gatehouse::server::test
