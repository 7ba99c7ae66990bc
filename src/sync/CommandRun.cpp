// SPDX-License-Identifier: Apache-2.0
#include "sync/CommandRun.h"

#include "sync/Chain.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

namespace gatehouse {

namespace {

constexpr std::chrono::seconds longestRun(30);

Error notStarted(const QProcess &process)
{
    return makeError(ErrorKind::Storage, QCoreApplication::translate("CommandRun", "%1 could not be run: %2")
                                             .arg(process.program(), process.errorString()));
}

Error notEnded(const QProcess &process)
{
    return makeError(
        ErrorKind::Timeout,
        QCoreApplication::translate("CommandRun", "%1 did not end by itself, and was ended.").arg(process.program()));
}

} // namespace

Future<CommandOutcome> runCommand(const QString &program, const QStringList &arguments, const QByteArray &input,
                                  QObject *context)
{
    const auto chain = Chain<CommandOutcome>::begin(context);
    auto *process = new QProcess(context);
    QObject::connect(process, &QProcess::finished, context, [chain, process](int status, QProcess::ExitStatus how) {
        if (how == QProcess::NormalExit)
            chain->finish(CommandOutcome{status, process->readAllStandardOutput(),
                                         QString::fromLocal8Bit(process->readAllStandardError())});
        else
            chain->finish(failure(notEnded(*process)));
        process->deleteLater();
    });
    QObject::connect(process, &QProcess::errorOccurred, context, [chain, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() follows
        chain->finish(failure(notStarted(*process)));
        process->deleteLater();
    });
    QTimer::singleShot(longestRun, process, &QProcess::kill);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    process->setProcessEnvironment(environment);
    process->start(program, arguments);
    process->write(input);
    process->closeWriteChannel();
    return chain->future();
}

} // namespace gatehouse
