// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace gatehouse {
class Database;
}

namespace gatehouse::server {

/// One request as it was answered.
struct UsageRecord
{
    qint64 id = 0; ///< ascending in the order of the answers
    QDateTime at;  ///< when the request was taken up
    QString keyId; ///< id and name of the API key as they were then; empty when no key was known
    QString keyName;
    QString method;
    QString path; ///< without the query, which may hold secrets
    int status = 0;
    QString address;   ///< the caller's
    QString errorCode; ///< empty when it was served
    std::chrono::milliseconds duration{0};
    bool operator==(const UsageRecord &) const = default;
};

/// Which records are meant: those that meet all that is given.
struct UsageFilter
{
    QString keyId;
    QString method;
    std::optional<int> status;
    QDateTime from; ///< this moment and later
    QDateTime to;   ///< before this moment
};

enum class UsageField { Time, Status, Duration };

struct UsageOrder
{
    UsageField field = UsageField::Time;
    bool descending = true; ///< of records that are equal in `field`, the newest comes first
};

/// How many records are kept; the oldest of more are dropped some at a time, so that there may be a few more.
inline constexpr qint64 keptUsageRecords = 100'000;

/// Adds a record; its id is given by the database. The caller holds the transaction.
[[nodiscard]] Result<void> recordUsage(const Database &database, const UsageRecord &record,
                                       qint64 kept = keptUsageRecords);

[[nodiscard]] Result<qint64> usageCount(const Database &database, const UsageFilter &filter);

/// At most `limit` records, after the first `offset` of them.
[[nodiscard]] Result<QList<UsageRecord>> usagePage(const Database &database, const UsageFilter &filter,
                                                   const UsageOrder &order, int limit, qint64 offset);

/// Shows every record to `visit`, one at a time and without holding them all.
[[nodiscard]] Result<void> eachUsage(const Database &database, const UsageFilter &filter, const UsageOrder &order,
                                     const std::function<void(const UsageRecord &)> &visit);

} // namespace gatehouse::server
