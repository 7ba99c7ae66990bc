// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

/// Who reads the SQL. Only src/database asks; what is written elsewhere is in the words that both share (see Database).
enum class Dialect { Sqlite, PostgreSql };

} // namespace gatehouse
