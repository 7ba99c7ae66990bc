// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

#include <sys/prctl.h>

#include <csignal>

namespace gatehouse::test {

/// Lets the process end with the thread that starts it, however that ends.
inline void endWithUs(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGINT); });
}

} // namespace gatehouse::test
