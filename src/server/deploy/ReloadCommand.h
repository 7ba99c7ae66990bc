// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

namespace gatehouse::server {

/// A command that makes a program read its files again. It is run without a shell, split at blanks; "…" keeps blanks.
class ReloadCommand final
{
public:
    /// Does nothing.
    ReloadCommand() = default;
    /// ErrorKind::InvalidInput when there is no program in `text`.
    [[nodiscard]] static Result<ReloadCommand> parse(const QString &text);

    /// Returns when it has ended. After `deadline`, or as soon as `givesUp` says so, it is killed with everything that
    /// it started. ErrorKind::Rejected, with the end of what it said on standard error, unless it ended with status 0.
    [[nodiscard]] Result<void> run(std::chrono::milliseconds deadline, const std::function<bool()> &givesUp) const;

private:
    QStringList m_command;
};

} // namespace gatehouse::server
