// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/Migrations.h"

namespace gatehouse {

/// The steps to the store's newest schema.
QList<Migration> storeMigrations();

} // namespace gatehouse
