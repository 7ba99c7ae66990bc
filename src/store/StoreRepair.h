// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/Database.h"

#include <QString>

namespace gatehouse {

/// A damaged database was set aside and begun anew from what could still be read of it.
struct StoreRepair
{
    QString setAside;    ///< where the damaged file is now; empty for an empty file, which is in nobody's way
    int connections = 0; ///< of those that could be read
    bool operator==(const StoreRepair &) const = default;
};

/// What happened and what to do, for people.
[[nodiscard]] QString describe(const StoreRepair &repair);

/// Puts a new database, with what can still be read of the damaged one, in the place of `file`, and keeps a copy of
/// that beside it, named by the time. Another program that does the same at the same time is waited for. When it fails,
/// for want of space for example, or since another program has the database open, `file` stays as it was.
[[nodiscard]] Result<StoreRepair> repairStore(const QString &file);

} // namespace gatehouse
