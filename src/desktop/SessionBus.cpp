// SPDX-License-Identifier: Apache-2.0
#include "desktop/SessionBus.h"

#include <QDBusConnection>
#include <QFileInfo>

namespace gatehouse {

bool hasSessionBus()
{
    const bool told = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
                      QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
    return told && QDBusConnection::sessionBus().isConnected();
}

} // namespace gatehouse
