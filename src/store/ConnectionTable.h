// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/ConnectionRecord.h"

#include <vector>

namespace gatehouse {

class Database;

/// The rows of `connections`. Works in the thread of the database, which is borrowed.
class ConnectionTable final
{
public:
    explicit ConnectionTable(const Database &database);

    /// In their order. A row that cannot be read is left out and logged.
    [[nodiscard]] Result<std::vector<ConnectionRecord>> all() const;
    /// InvalidInput when it is not there (any more).
    [[nodiscard]] Result<void> need(const QUuid &id) const;
    /// InvalidInput for a null id, a bad name, or one that another connection has.
    [[nodiscard]] Result<void> save(const ConnectionRecord &connection) const;
    [[nodiscard]] Result<void> remove(const QUuid &id) const;

private:
    [[nodiscard]] Result<void> check(const ConnectionRecord &connection) const;

    const Database &m_database;
};

/// As ids are written in the database.
QString sqlId(const QUuid &id);

} // namespace gatehouse
