// SPDX-License-Identifier: Apache-2.0
#include "store/GroupTable.h"

#include "allowlist/Text.h"
#include "base/Logging.h"
#include "database/Database.h"
#include "database/Transaction.h"
#include "store/ConnectionTable.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

std::optional<IpRange> storedRange(const QString &text)
{
    const Parsed<IpRange> range = parseRange(text);
    if (range)
        return *range;
    qCWarning(logging::store) << "a range of an address group cannot be read and is left out";
    return std::nullopt;
}

AddressGroup *groupOf(std::vector<AddressGroup> &groups, const QString &id)
{
    const auto found = std::ranges::find(groups, QUuid::fromString(id), &AddressGroup::id);
    return found == groups.end() ? nullptr : &*found;
}

} // namespace

GroupTable::GroupTable(const Database &database)
    : m_database(database)
{}

Result<std::vector<AddressGroup>> GroupTable::all() const
{
    const auto heads =
        m_database.rows(u"SELECT id, name FROM address_groups ORDER BY name"_s, {}, [](const Statement &row) {
            return AddressGroup{QUuid::fromString(row.text(0)), row.text(1), {}, {}};
        });
    if (!heads)
        return failure(heads.error());
    std::vector<AddressGroup> groups(heads->begin(), heads->end());
    const auto ranges =
        m_database.rows(u"SELECT address_group, range, label FROM group_ranges ORDER BY address_group, position"_s, {},
                        [&groups](const Statement &row) {
                            AddressGroup *group = groupOf(groups, row.text(0));
                            const std::optional<IpRange> range = storedRange(row.text(1));
                            if (group && range)
                                group->ranges.push_back({*range, row.text(2)});
                            return true;
                        });
    if (!ranges)
        return failure(ranges.error());
    const auto uses =
        m_database.rows(u"SELECT address_group, connection FROM group_uses ORDER BY address_group, connection"_s, {},
                        [&groups](const Statement &row) {
                            if (AddressGroup *group = groupOf(groups, row.text(0)))
                                group->usedIn.push_back(QUuid::fromString(row.text(1)));
                            return true;
                        });
    if (!uses)
        return failure(uses.error());
    return groups;
}

Result<void> GroupTable::check(const AddressGroup &group) const
{
    if (group.name.isEmpty() || group.name != group.name.trimmed())
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("Store", "An address group needs a name that neither begins nor "
                                                            "ends with a blank."));
    const auto taken = m_database.first(u"SELECT 1 FROM address_groups WHERE name = ? AND id <> ?"_s,
                                        {group.name, sqlId(group.id)}, [](const Statement &) { return true; });
    if (!taken)
        return failure(taken.error());
    if (*taken)
        return failure(
            ErrorKind::InvalidInput,
            QCoreApplication::translate("Store", "Another address group already has the name “%1”.").arg(group.name));
    for (const QUuid &connection : group.usedIn) {
        if (auto there = ConnectionTable(m_database).need(connection); !there)
            return there;
    }
    return {};
}

Result<void> GroupTable::save(const AddressGroup &group) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    return check(group).and_then([&] { return write(group); }).and_then([&] { return transaction->commit(); });
}

Result<void> GroupTable::write(const AddressGroup &group) const
{
    const QString id = sqlId(group.id);
    const QList<std::pair<QString, QVariantList>> heads{
        {u"INSERT INTO address_groups (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name"_s,
         {id, group.name}},
        {u"DELETE FROM group_ranges WHERE address_group = ?"_s, {id}},
        {u"DELETE FROM group_uses WHERE address_group = ?"_s, {id}}};
    for (const auto &[sql, values] : heads) {
        if (const auto done = m_database.execute(sql, values); !done)
            return failure(done.error());
    }
    qint64 position = 0;
    for (const GroupRange &range : group.ranges) {
        const auto done = m_database.execute(
            u"INSERT INTO group_ranges (address_group, position, range, label) VALUES (?, ?, ?, ?)"_s,
            {id, position++, toQString(range.range), range.label});
        if (!done)
            return failure(done.error());
    }
    for (const QUuid &connection : group.usedIn) {
        const auto done = m_database.execute(
            u"INSERT OR IGNORE INTO group_uses (address_group, connection) VALUES (?, ?)"_s, {id, sqlId(connection)});
        if (!done)
            return failure(done.error());
    }
    return {};
}

Result<void> GroupTable::remove(const QUuid &id) const
{
    return m_database.execute(u"DELETE FROM address_groups WHERE id = ?"_s, {sqlId(id)}).map([](int) {});
}

Result<std::vector<GroupPlacement>> GroupTable::placements(const QUuid &connection) const
{
    const auto rows = m_database.rows(
        u"SELECT range, group_name, label, remote_id, ours FROM group_placements WHERE "
        "connection = ? ORDER BY position"_s,
        {sqlId(connection)}, [](const Statement &row) {
            const auto range = storedRange(row.text(0));
            return range ? std::optional(GroupPlacement{*range, row.text(1), row.text(2), row.text(3), row.boolean(4)})
                         : std::nullopt;
        });
    if (!rows)
        return failure(rows.error());
    std::vector<GroupPlacement> placements;
    for (const auto &row : *rows) {
        if (row)
            placements.push_back(*row);
    }
    return placements;
}

Result<void> GroupTable::savePlacements(const QUuid &connection, const std::vector<GroupPlacement> &placements) const
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    if (auto there = ConnectionTable(m_database).need(connection); !there)
        return there;
    const auto cleared =
        m_database.execute(u"DELETE FROM group_placements WHERE connection = ?"_s, {sqlId(connection)});
    if (!cleared)
        return failure(cleared.error());
    qint64 position = 0;
    for (const GroupPlacement &placement : placements) {
        const auto done = m_database.execute(
            u"INSERT INTO group_placements (connection, position, range, group_name, label, remote_id, ours) VALUES "
            "(?, ?, ?, ?, ?, ?, ?)"_s,
            {sqlId(connection), position++, toQString(placement.range), placement.group, placement.label,
             placement.remoteId, placement.ours});
        if (!done)
            return failure(done.error());
    }
    return transaction->commit();
}

} // namespace gatehouse
