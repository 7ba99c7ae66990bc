// SPDX-License-Identifier: Apache-2.0
#include "store/OwnRangeTable.h"

#include "allowlist/Text.h"
#include "base/Logging.h"
#include "database/Database.h"
#include "database/Transaction.h"
#include "store/ConnectionTable.h"

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

OwnRangeTable::OwnRangeTable(const Database &database)
    : m_database(database)
{}

Result<std::vector<IpRange>> OwnRangeTable::load(const QUuid &connection) const
{
    return m_database
        .rows(u"SELECT range FROM own_ranges WHERE connection = ?"_s, {sqlId(connection)},
              [](const Statement &row) { return row.text(0); })
        .map([](const QList<QString> &rows) {
            std::vector<IpRange> ranges;
            for (const QString &row : rows) {
                if (const auto range = parseRange(row))
                    ranges.push_back(*range);
                else
                    qCWarning(logging::store) << "a row of own_ranges is damaged and is left out";
            }
            std::ranges::sort(ranges);
            return ranges;
        });
}

Result<void> OwnRangeTable::change(const QUuid &connection, const std::vector<IpRange> &removed,
                                   const std::vector<IpRange> &added) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    if (auto known = ConnectionTable(m_database).need(connection); !known)
        return known;
    const auto each = [&](const QString &sql, const std::vector<IpRange> &ranges) -> Result<void> {
        for (const IpRange &range : ranges) {
            if (auto done = m_database.execute(sql, {sqlId(connection), toQString(range)}); !done)
                return failure(std::move(done.error()));
        }
        return {};
    };
    return each(u"DELETE FROM own_ranges WHERE connection = ? AND range = ?"_s, removed)
        .and_then([&] { return each(u"INSERT OR IGNORE INTO own_ranges (connection, range) VALUES (?, ?)"_s, added); })
        .and_then([&] { return transaction->commit(); });
}

} // namespace gatehouse
