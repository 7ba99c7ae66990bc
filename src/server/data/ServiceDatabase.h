// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>

namespace gatehouse {
class Database;
}

namespace gatehouse::server {

/// A connection to the database at `place`: a folder, in which service.sqlite lies, or the URL of a PostgreSQL database
/// (see ServerAddress). Folder and file are made when missing, for their owner only; a
/// folder that others may write into and a link in place of the file are refused; the database of a server must
/// exist. The schema is brought up to date. The first one makes the token and the scopes named `local`, one of each
/// kind.
[[nodiscard]] Result<Database> openServiceDatabase(const QString &place);

/// The secret that authorises every management call.
[[nodiscard]] Result<QString> serviceToken(const Database &database);

/// Puts `token` in its place, from the next start of a service on. ErrorKind::InvalidInput when it cannot stand in a
/// header or could be guessed: 16 to 512 visible ASCII characters are needed.
[[nodiscard]] Result<void> setServiceToken(const Database &database, const QString &token);

} // namespace gatehouse::server
