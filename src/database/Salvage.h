// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>

namespace gatehouse {

class Database;

/// Whether SQLite itself says that the file is damaged or no database at all. False for one that is sound, and for one
/// that cannot be read for another reason (rights, a lock, a folder). Reads the whole file; changes nothing in it.
[[nodiscard]] bool isDamaged(const QString &file);

/// The schema version a damaged SQLite file tells of; 0 when it tells of none.
[[nodiscard]] int damagedSchemaVersion(const QString &file);

/// Copies the rows that can still be read from a damaged SQLite file into the tables of `target`, which has the same
/// schema and is empty. What no longer fits (a constraint, a row it refers to) is left out. Gives the count of rows.
[[nodiscard]] Result<int> salvage(const QString &file, const Database &target);

} // namespace gatehouse
