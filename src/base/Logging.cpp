// SPDX-License-Identifier: Apache-2.0
#include "base/Logging.h"

namespace gatehouse::logging {

Q_LOGGING_CATEGORY(http, "gatehouse.http", QtInfoMsg)
Q_LOGGING_CATEGORY(services, "gatehouse.services", QtInfoMsg)
Q_LOGGING_CATEGORY(store, "gatehouse.store", QtInfoMsg)
Q_LOGGING_CATEGORY(sync, "gatehouse.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(server, "gatehouse.server", QtInfoMsg)
Q_LOGGING_CATEGORY(desktop, "gatehouse.desktop", QtInfoMsg)

void enableVerbose()
{
    QLoggingCategory::setFilterRules(QStringLiteral("gatehouse.*=true"));
}

} // namespace gatehouse::logging
