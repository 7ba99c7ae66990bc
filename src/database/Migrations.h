// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QList>
#include <QStringList>

namespace gatehouse {

class Database;

/// The SQL statements that lead from one schema version to the next; one statement per string. `@serial@` as a column's
/// type makes it the key, whose number the database counts where none is given; no number comes twice.
using Migration = QStringList;

/// Brings the schema up to version `migrations.size()`: migrations[n] leads from version n to n + 1. Only ever append.
///
/// All pending steps run in one transaction, safe against other programs that do the same: when one fails, the file
/// stays at its old version. A file of a newer version is refused and not touched.
[[nodiscard]] Result<void> migrate(const Database &database, const QList<Migration> &migrations);

} // namespace gatehouse
