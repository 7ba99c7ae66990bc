// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/Migrations.h"

namespace gatehouse::server {

/// The steps to the newest schema of the embedded service. Written in the words that SQLite and PostgreSQL share:
/// TEXT and BIGINT columns, RETURNING, ON CONFLICT, partial indexes, and @serial@ for a key that the database counts.
[[nodiscard]] QList<Migration> serviceMigrations();

} // namespace gatehouse::server
