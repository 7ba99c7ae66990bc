// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

#include <QJsonArray>

#include <memory>

namespace gatehouse {
template <typename T>
class Chain;
}

namespace gatehouse::cli {

/// What is told by a command that timers run on many lists, one after the other, so that it is told in order. A list
/// that fails does not keep it from the others; the exit status is that of the worst. Continuations hold it: it lives
/// until the last of them has run.
struct ListRound
{
    Context &context;
    std::shared_ptr<Chain<void>> chain; ///< ends when the command does
    QJsonArray report{};                ///< of `--json`

    void tellError(const ConnectionRecord &connection, const Error &error);
    /// Writes the report and ends the command.
    void finish();
    /// Notes that the command ran, for those who want to know whether the timer works, and finishes; whatever came of
    /// it.
    static void end(const std::shared_ptr<ListRound> &round, const QString &command);
};

} // namespace gatehouse::cli
