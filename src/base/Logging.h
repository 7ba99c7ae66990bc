// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

// Every category of the program. Debug output is off unless --verbose (see enableVerboseLogging).
namespace gatehouse::logging {

Q_DECLARE_LOGGING_CATEGORY(http)
Q_DECLARE_LOGGING_CATEGORY(services)
Q_DECLARE_LOGGING_CATEGORY(store)
Q_DECLARE_LOGGING_CATEGORY(sync)
Q_DECLARE_LOGGING_CATEGORY(server)
Q_DECLARE_LOGGING_CATEGORY(desktop)

/// Turns on the debug messages of all our categories, on standard error.
void enableVerbose();
/// From now on every message goes to standard error as printable() shows it: what a service answers is part of some.
void writePrintable();

} // namespace gatehouse::logging
