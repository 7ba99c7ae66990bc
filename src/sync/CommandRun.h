// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"

#include <QStringList>

class QObject;

namespace gatehouse {

/// How a program ended that was run for its result.
struct CommandOutcome
{
    int status = 0;
    QByteArray out;
    QString err;

    [[nodiscard]] bool isGood() const { return status == 0; }
};

/// Runs it in the language of programs (LC_ALL=C), with `input` on its standard input. That it could not be started is
/// an error (ErrorKind::Storage), and so is that it crashed or did not end within half a minute (ErrorKind::Timeout);
/// every exit status is a result. `context` ends the run when it dies.
[[nodiscard]] Future<CommandOutcome> runCommand(const QString &program, const QStringList &arguments,
                                                const QByteArray &input, QObject *context);

} // namespace gatehouse
