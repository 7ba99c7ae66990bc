// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace gatehouse::test {

/// A PostgreSQL server of the test's own on 127.0.0.1, with its files in a temporary folder; gone when this object is,
/// also when the test dies. Root lends it the user postgres, since it refuses to run as root.
class PostgreSqlServer final
{
public:
    PostgreSqlServer();
    ~PostgreSqlServer();
    Q_DISABLE_COPY_MOVE(PostgreSqlServer)

    /// Makes the files and starts it. Empty when it runs, else a sentence that says why it does not.
    QString start();
    /// Ends it as its administrator would, which breaks every connection.
    void stop();
    /// After stop(): starts it again on the same port. False when it does not come up.
    bool startAgain();

    /// The address of a new and empty database, with the password in it.
    [[nodiscard]] QString newDatabase();
    [[nodiscard]] QString url(const QString &database) const;
    [[nodiscard]] static QString user() { return QStringLiteral("gatehouse"); }
    /// Needs escaping in a URL.
    [[nodiscard]] static QString password() { return QStringLiteral("s3cr3t/of@tests:'\\"); }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// The folder of its socket.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// What a client program of PostgreSQL printed, run as the administrator; empty when it failed.
    [[nodiscard]] QString run(const QString &program, const QStringList &arguments) const;

private:
    [[nodiscard]] QString makeFiles();
    [[nodiscard]] QString log() const;

    QTemporaryDir m_folder;
    QString m_programs;
    QProcess m_process;
    quint16 m_port = 0;
    int m_databases = 0;
};

} // namespace gatehouse::test
