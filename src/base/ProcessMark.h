// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace gatehouse {

/// Names this run of the program among all that this computer ever has, as far as it can tell: a number of a process
/// comes again, but not with the same start in the same run of the system.
[[nodiscard]] QString ownProcessMark();
/// The same of another program that runs; empty when there is none of that number.
[[nodiscard]] QString processMark(qint64 process);

/// Whether the run with that mark goes on. A mark that is none belongs to nobody.
[[nodiscard]] bool isRunning(const QString &mark);

} // namespace gatehouse
