// SPDX-License-Identifier: Apache-2.0
#include "base/ProcessMark.h"

#include <QCoreApplication>
#include <QFile>

#include <optional>

#ifdef Q_OS_UNIX
#include <signal.h>
#endif

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// When the process began, in ticks since the system did; empty where that cannot be known. Nothing of one that has
/// ended and is only waiting for its parent.
std::optional<QByteArray> startOf(qint64 process)
{
    const QByteArray status = contentOf(u"/proc/%1/stat"_s.arg(process));
    // The name, which is in brackets, may hold blanks and brackets.
    const QList<QByteArray> fields = status.mid(status.lastIndexOf(')') + 2).split(' ');
    constexpr int stateField = 0;
    constexpr int startField = 19;
    if (fields.size() <= startField || fields[stateField] == "Z" || fields[stateField] == "X")
        return std::nullopt;
    return fields[startField];
}

} // namespace

QString processMark(qint64 process)
{
    const QByteArray system = contentOf(u"/proc/sys/kernel/random/boot_id"_s);
    if (const auto start = startOf(process))
        return u"%1:%2:%3"_s.arg(process).arg(QString::fromLatin1(*start), QString::fromLatin1(system));
#ifdef Q_OS_UNIX
    if (system.isEmpty() && kill(pid_t(process), 0) == 0)
        return u"%1::"_s.arg(process);
#endif
    return {};
}

QString ownProcessMark()
{
    return processMark(QCoreApplication::applicationPid());
}

bool isRunning(const QString &mark)
{
    bool isNumber = false;
    const qint64 process = mark.section(u':', 0, 0).toLongLong(&isNumber);
    return isNumber && process > 0 && processMark(process) == mark;
}

} // namespace gatehouse
