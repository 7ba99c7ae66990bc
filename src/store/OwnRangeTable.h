// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "ip/IpRange.h"

#include <QUuid>

#include <vector>

namespace gatehouse {

class Database;

/// The rows of `own_ranges`: which entries of a list stand for this computer and follow its address. By range, since
/// that is what an entry is at services that give it no id. Works in the thread of the database, which is borrowed.
class OwnRangeTable final
{
public:
    explicit OwnRangeTable(const Database &database);

    /// In their order. A row that cannot be read is left out and logged.
    [[nodiscard]] Result<std::vector<IpRange>> load(const QUuid &connection) const;
    /// See Store::changeOwnRanges().
    [[nodiscard]] Result<void> change(const QUuid &connection, const std::vector<IpRange> &removed,
                                      const std::vector<IpRange> &added) const;

private:
    const Database &m_database;
};

} // namespace gatehouse
