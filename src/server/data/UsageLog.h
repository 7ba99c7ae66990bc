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

/// The log keeps so many requests of each of two kinds, so that strangers cannot flush what those who are known did.
enum class UsageRing {
    Served,  ///< of a caller who is known and may ask
    Refused, ///< of a caller who is not known, or was not let do it
};

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
    UsageRing ring = UsageRing::Served;
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

/// How many records of a ring are kept; the oldest of more are dropped some at a time, so that there may be a few more.
struct KeptUsage
{
    qint64 served = 100'000;
    qint64 refused = 50'000;
};

/// Adds a record; its id is given by the database. The caller holds the transaction.
[[nodiscard]] Result<void> recordUsage(const Database &database, const UsageRecord &record, const KeptUsage &kept = {});

[[nodiscard]] Result<qint64> usageCount(const Database &database, const UsageFilter &filter);

/// At most `limit` records, after the first `offset` of them.
[[nodiscard]] Result<QList<UsageRecord>> usagePage(const Database &database, const UsageFilter &filter,
                                                   const UsageOrder &order, int limit, qint64 offset);

/// Shows every record to `visit`, one at a time and without holding them all.
[[nodiscard]] Result<void> eachUsage(const Database &database, const UsageFilter &filter, const UsageOrder &order,
                                     const std::function<void(const UsageRecord &)> &visit);

} // namespace gatehouse::server
