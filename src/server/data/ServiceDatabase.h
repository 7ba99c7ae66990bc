// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>

namespace gatehouse {
class Database;
}

namespace gatehouse::server {

/// A connection to service.sqlite in `folder`; folder and file are made when missing, for their owner only, and the
/// schema is brought up to date. The first one makes the token and the scopes named `local`, one of each kind.
[[nodiscard]] Result<Database> openServiceDatabase(const QString &folder);

/// The secret that authorises every management call.
[[nodiscard]] Result<QString> serviceToken(const Database &database);

/// Puts `token` in its place, from the next start of a service on. ErrorKind::InvalidInput when it cannot stand in a
/// header or could be guessed: 16 to 512 visible ASCII characters are needed.
[[nodiscard]] Result<void> setServiceToken(const Database &database, const QString &token);

} // namespace gatehouse::server
