// SPDX-License-Identifier: Apache-2.0
#include "support/PostgreSqlServer.h"

#include "support/ChildProcess.h"
#include "support/FaultServer.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QStandardPaths>
#include <QUrl>

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int serverPatience = 60'000;

/// Debian keeps them out of PATH, in a folder per version.
QString programsFolder()
{
    const QDir root(u"/usr/lib/postgresql"_s);
    const auto versions = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const auto &version : versions) {
        if (QFile::exists(root.filePath(version + u"/bin/initdb"_s)))
            return root.filePath(version + u"/bin/"_s);
    }
    const QString found = QStandardPaths::findExecutable(u"initdb"_s);
    return found.isEmpty() ? found : QFileInfo(found).path() + u'/';
}

/// `command` as it is run by somebody who is not root, and not longer than we live.
QStringList unprivileged(const QStringList &command)
{
    if (::geteuid() != 0)
        return command;
    return QStringList{u"setpriv"_s,        u"--reuid=postgres"_s, u"--regid=postgres"_s,
                       u"--clear-groups"_s, u"--pdeathsig"_s,      u"INT"_s} +
           command;
}

void prepare(QProcess &process, const QStringList &command)
{
    process.setProgram(command.first());
    process.setArguments(command.mid(1));
    endWithUs(process);
}

/// What it printed, and a line break; empty when it failed.
QString output(const QStringList &command, const QProcessEnvironment &environment, QString *errors = nullptr)
{
    QProcess process;
    prepare(process, command);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(u"/"_s);
    process.start();
    const bool done = process.waitForFinished(serverPatience) && process.exitStatus() == QProcess::NormalExit;
    if (errors != nullptr)
        *errors = QString::fromUtf8(process.readAllStandardError());
    if (!done || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()) + u'\n';
}

} // namespace

PostgreSqlServer::PostgreSqlServer()
    : m_programs(programsFolder())
{}

PostgreSqlServer::~PostgreSqlServer()
{
    stop();
}

QString PostgreSqlServer::start()
{
    if (m_programs.isEmpty())
        return u"PostgreSQL is not installed (on Debian: apt-get install postgresql)."_s;
    if (const auto problem = makeFiles(); !problem.isEmpty())
        return problem;
    m_port = FaultServer::unusedPort();
    if (!startAgain())
        return u"PostgreSQL does not start: "_s + log();
    return {};
}

QString PostgreSqlServer::makeFiles()
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    QString errors;
    const QString passwordFile = m_folder.filePath(u"password"_s);
    QFile file(passwordFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(password().toUtf8()) < 0)
        return u"The temporary folder cannot be written."_s;
    file.close();
    if (::geteuid() == 0 &&
        output({u"chown"_s, u"-R"_s, u"postgres:"_s, m_folder.path()}, environment, &errors).isEmpty())
        return u"The user postgres is needed: "_s + errors;
    if (output(unprivileged({m_programs + u"initdb"_s, u"-D"_s, m_folder.filePath(u"data"_s), u"-U"_s, user(),
                             u"--pwfile"_s, passwordFile, u"-A"_s, u"scram-sha-256"_s, u"-E"_s, u"UTF8"_s,
                             u"--no-locale"_s, u"--no-sync"_s}),
               environment, &errors)
            .isEmpty())
        return u"PostgreSQL cannot make its files: "_s + errors;
    return {};
}

bool PostgreSqlServer::startAgain()
{
    prepare(m_process, unprivileged({m_programs + u"postgres"_s, u"-D"_s, m_folder.filePath(u"data"_s), u"-p"_s,
                                     QString::number(m_port), u"-k"_s, folder(), u"-h"_s, u"127.0.0.1"_s, u"-F"_s,
                                     u"-c"_s, u"max_connections=60"_s}));
    m_process.setWorkingDirectory(u"/"_s);
    m_process.setStandardErrorFile(m_folder.filePath(u"log"_s));
    m_process.start();
    const auto environment = QProcessEnvironment::systemEnvironment();
    const QDeadlineTimer deadline(serverPatience);
    const QStringList question = {m_programs + u"pg_isready"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s,
                                  QString::number(m_port)};
    while (output(question, environment).isEmpty()) {
        // Looks, for as long as nothing happens, whether it has ended.
        if (m_process.waitForFinished(10) || m_process.state() != QProcess::Running || deadline.hasExpired())
            return false;
    }
    return true;
}

void PostgreSqlServer::stop()
{
    if (m_process.state() != QProcess::Running)
        return;
    ::kill(pid_t(m_process.processId()), SIGINT); // "fast": breaks connections, writes everything
    if (!m_process.waitForFinished(serverPatience))
        m_process.kill();
}

QString PostgreSqlServer::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString PostgreSqlServer::newDatabase()
{
    const auto name = u"test%1"_s.arg(++m_databases);
    return run(u"createdb"_s, {name}).isEmpty() ? QString() : url(name);
}

QString PostgreSqlServer::url(const QString &database) const
{
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setUserName(user(), QUrl::DecodedMode);
    url.setPassword(password(), QUrl::DecodedMode);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_port);
    url.setPath(u'/' + database);
    return QString::fromLatin1(url.toEncoded());
}

QString PostgreSqlServer::run(const QString &program, const QStringList &arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGHOST"_s, u"127.0.0.1"_s);
    environment.insert(u"PGPORT"_s, QString::number(m_port));
    environment.insert(u"PGUSER"_s, user());
    environment.insert(u"PGPASSWORD"_s, password());
    QString errors;
    const auto printed = output(QStringList{m_programs + program} + arguments, environment, &errors);
    if (printed.isEmpty())
        qWarning().noquote() << program << errors;
    return printed;
}

} // namespace gatehouse::test
