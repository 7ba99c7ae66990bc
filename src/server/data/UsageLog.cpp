// SPDX-License-Identifier: Apache-2.0
#include "server/data/UsageLog.h"

#include "database/Database.h"

#include <QStringList>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

const auto usageColumns =
    u"id, at, key_id, key_name, method, path, status, address, error_code, duration_milliseconds, ring"_s;

UsageRecord recordOf(const Statement &row)
{
    return {row.integer(0),
            row.time(1),
            row.text(2),
            row.text(3),
            row.text(4),
            row.text(5),
            int(row.integer(6)),
            row.text(7),
            row.text(8),
            std::chrono::milliseconds(row.integer(9)),
            UsageRing(row.integer(10))};
}

struct Conditions
{
    QString sql; ///< "" or "WHERE …"
    QVariantList values;
};

Conditions conditionsOf(const UsageFilter &filter)
{
    QStringList parts;
    QVariantList values;
    const auto add = [&](const QString &part, const QVariant &value) {
        parts.append(part);
        values.append(value);
    };
    if (!filter.keyId.isEmpty())
        add(u"key_id = ?"_s, filter.keyId);
    if (!filter.method.isEmpty())
        add(u"method = ?"_s, filter.method);
    if (filter.status)
        add(u"status = ?"_s, *filter.status);
    if (filter.from.isValid())
        add(u"at >= ?"_s, sqlTime(filter.from));
    if (filter.to.isValid())
        add(u"at < ?"_s, sqlTime(filter.to));
    return {parts.isEmpty() ? QString() : u"WHERE "_s + parts.join(u" AND "_s), values};
}

QString fieldName(UsageField field)
{
    switch (field) {
    case UsageField::Time:
        return u"at"_s;
    case UsageField::Status:
        return u"status"_s;
    case UsageField::Duration:
        return u"duration_milliseconds"_s;
    }
    Q_UNREACHABLE();
}

QString selection(const Conditions &conditions, const UsageOrder &order)
{
    const auto direction = order.descending ? u"DESC"_s : u"ASC"_s;
    // Of two requests of one moment the later answer is the newer one.
    const auto newest = order.field == UsageField::Time ? u"id %1"_s.arg(direction) : u"id DESC"_s;
    return u"SELECT %1 FROM usage_log %2 ORDER BY %3 %4, %5"_s.arg(usageColumns, conditions.sql, fieldName(order.field),
                                                                   direction, newest);
}

Result<void> dropOldest(const Database &database, UsageRing ring, qint64 kept)
{
    return database
        .execute(u"DELETE FROM usage_log WHERE ring = ? AND id <= "
                 "(SELECT id FROM usage_log WHERE ring = ? ORDER BY id DESC LIMIT 1 OFFSET ?)"_s,
                 {qint64(ring), qint64(ring), kept})
        .map([](int) {});
}

} // namespace

Result<void> recordUsage(const Database &database, const UsageRecord &record, const KeptUsage &kept)
{
    constexpr qint64 droppedAtOnce = 64;
    const auto id =
        database.first(u"INSERT INTO usage_log(at, key_id, key_name, method, path, status, address, error_code, "
                       "duration_milliseconds, ring) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"_s,
                       {sqlTime(record.at), record.keyId, record.keyName, record.method, record.path, record.status,
                        record.address, record.errorCode, qint64(record.duration.count()), qint64(record.ring)},
                       [](const Statement &row) { return row.integer(0); });
    if (!id)
        return failure(id.error());
    if (id->value_or(0) % droppedAtOnce != 0)
        return {};
    if (auto dropped = dropOldest(database, UsageRing::Served, kept.served); !dropped)
        return dropped;
    return dropOldest(database, UsageRing::Refused, kept.refused);
}

Result<qint64> usageCount(const Database &database, const UsageFilter &filter)
{
    const auto conditions = conditionsOf(filter);
    return database
        .first(u"SELECT count(*) FROM usage_log %1"_s.arg(conditions.sql), conditions.values,
               [](const Statement &row) { return row.integer(0); })
        .map([](const std::optional<qint64> &count) { return count.value_or(0); });
}

Result<QList<UsageRecord>> usagePage(const Database &database, const UsageFilter &filter, const UsageOrder &order,
                                     int limit, qint64 offset)
{
    const auto conditions = conditionsOf(filter);
    return database.rows(selection(conditions, order) + u" LIMIT ? OFFSET ?"_s,
                         conditions.values + QVariantList{limit, offset}, recordOf);
}

Result<void> eachUsage(const Database &database, const UsageFilter &filter, const UsageOrder &order,
                       const std::function<void(const UsageRecord &)> &visit)
{
    const auto conditions = conditionsOf(filter);
    auto statement = database.query(selection(conditions, order), conditions.values);
    if (!statement)
        return failure(std::move(statement.error()));
    for (;;) {
        const auto found = statement->next();
        if (!found)
            return failure(found.error());
        if (!*found)
            return {};
        visit(recordOf(*statement));
    }
}

} // namespace gatehouse::server
