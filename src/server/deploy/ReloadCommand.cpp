// SPDX-License-Identifier: Apache-2.0
#include "server/deploy/ReloadCommand.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QProcess>

#include <unistd.h>

#include <csignal>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

/// The command gets a process group of its own, so that it can be ended as a whole, and the signals that the service
/// has blocked for itself.
void freeChild()
{
    ::setpgid(0, 0);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

constexpr qsizetype mostSaid = 500; ///< bytes

tl::unexpected<Error> failed(const QString &what, const QByteArray &said)
{
    const auto words = QString::fromUtf8(said.right(mostSaid)).simplified();
    return failure(ErrorKind::Rejected, words.isEmpty() ? what : u"%1: %2"_s.arg(what, words));
}

} // namespace

Result<ReloadCommand> ReloadCommand::parse(const QString &text)
{
    ReloadCommand command;
    command.m_command = QProcess::splitCommand(text);
    if (command.m_command.isEmpty() || command.m_command.first().isEmpty())
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("ReloadCommand", "The reload command names no program."));
    return command;
}

Result<void> ReloadCommand::run(std::chrono::milliseconds deadline, const std::function<bool()> &givesUp) const
{
    if (m_command.isEmpty())
        return {};
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setChildProcessModifier(freeChild);
    process.start(m_command.first(), m_command.mid(1));
    if (!process.waitForStarted())
        return failed(u"the reload command %1 cannot be run"_s.arg(m_command.first()), process.errorString().toUtf8());
    const QDeadlineTimer end(deadline);
    constexpr int look = 20;
    QByteArray said;
    bool killed = false;
    while (!process.waitForFinished(look) && process.state() != QProcess::NotRunning) {
        said += process.readAllStandardError();
        said = said.right(mostSaid);
        if (killed || (!end.hasExpired() && !givesUp()))
            continue;
        ::kill(-pid_t(process.processId()), SIGKILL);
        killed = true;
    }
    said += process.readAllStandardError();
    if (killed)
        return failed(u"the reload command %1 took too long and was ended"_s.arg(m_command.first()), said);
    if (process.exitStatus() != QProcess::NormalExit)
        return failed(u"the reload command %1 crashed"_s.arg(m_command.first()), said);
    if (process.exitCode() != 0)
        return failed(u"the reload command %1 ended with status %2"_s.arg(m_command.first()).arg(process.exitCode()),
                      said);
    return {};
}

} // namespace gatehouse::server
