// SPDX-License-Identifier: Apache-2.0
#include "sync/CommandRun.h"

#include "sync/Chain.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTimer>

namespace gatehouse {

namespace {

constexpr std::chrono::seconds longestRun(30);

Error notStarted(const QProcess &process)
{
    return makeError(ErrorKind::Storage, QCoreApplication::translate("CommandRun", "%1 could not be run: %2")
                                             .arg(process.program(), process.errorString()));
}

} // namespace

Future<CommandOutcome> runCommand(const QString &program, const QStringList &arguments, const QString &input,
                                  QObject *context)
{
    const auto chain = Chain<CommandOutcome>::begin(context);
    auto *process = new QProcess(context);
    QObject::connect(process, &QProcess::finished, context, [chain, process](int status, QProcess::ExitStatus how) {
        constexpr int crashed = 128;
        chain->finish(CommandOutcome{how == QProcess::NormalExit ? status : crashed,
                                     QString::fromLocal8Bit(process->readAllStandardOutput()),
                                     QString::fromLocal8Bit(process->readAllStandardError())});
        process->deleteLater();
    });
    QObject::connect(process, &QProcess::errorOccurred, context, [chain, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() follows
        chain->finish(failure(notStarted(*process)));
        process->deleteLater();
    });
    QTimer::singleShot(longestRun, process, &QProcess::kill);
    process->start(program, arguments);
    process->write(input.toLocal8Bit());
    process->closeWriteChannel();
    return chain->future();
}

} // namespace gatehouse
