// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/AddressGroup.h"
#include "base/Result.h"

namespace gatehouse {

class Database;

/// The rows of the address groups and of what they have brought to lists. Works in the thread of the database, which is
/// borrowed.
class GroupTable final
{
public:
    explicit GroupTable(const Database &database);

    /// By name. A range that cannot be read is left out and logged.
    [[nodiscard]] Result<std::vector<AddressGroup>> all() const;
    /// Adds or changes by id. InvalidInput for a bad name, one that another group has, or a connection that is gone.
    [[nodiscard]] Result<void> save(const AddressGroup &group) const;
    [[nodiscard]] Result<void> remove(const QUuid &id) const;

    [[nodiscard]] Result<std::vector<GroupPlacement>> placements(const QUuid &connection) const;
    [[nodiscard]] Result<void> savePlacements(const QUuid &connection,
                                              const std::vector<GroupPlacement> &placements) const;

private:
    [[nodiscard]] Result<void> check(const AddressGroup &group) const;
    [[nodiscard]] Result<void> write(const AddressGroup &group) const;

    const Database &m_database;
};

} // namespace gatehouse
