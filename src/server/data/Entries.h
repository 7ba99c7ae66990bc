// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "ip/IpRange.h"
#include "server/data/Scopes.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace gatehouse {
class Database;
}

namespace gatehouse::server {

struct StoredEntry
{
    qint64 number = 0; ///< the row; 0 before the entry is stored. Lists are ordered by it: oldest first
    QString id;
    IpRange range;
    QString spelling; ///< the range as the client wrote it, for APIs that answer it so; empty otherwise
    QString label;
    bool active = true;
    /// The duration that was asked for; nullopt when it never ends, or ends at an exact time that was given.
    std::optional<std::chrono::seconds> lifetime;
    QDateTime createdAt;
    QString createdBy;   ///< the name of the API token that added it, for APIs that tell; empty otherwise
    QDateTime expiresAt; ///< invalid: never
    bool operator==(const StoredEntry &) const = default;
};

/// A range as people write it: a single address without its prefix.
[[nodiscard]] QString shortText(const IpRange &range);

/// The list of a scope, oldest entry first.
[[nodiscard]] Result<QList<StoredEntry>> entriesOf(const Database &database, qint64 scope);

/// `count` entries of that list from `first` on, counted from 0.
[[nodiscard]] Result<QList<StoredEntry>> someEntriesOf(const Database &database, qint64 scope, qint64 first,
                                                       qint64 count);

[[nodiscard]] Result<qint64> countEntries(const Database &database, qint64 scope);
[[nodiscard]] Result<bool> hasEntries(const Database &database, qint64 scope);

/// Whether the list of the scope lets `address` in at `now`: one of the entries that are active and have not expired
/// contains it, or there is none.
[[nodiscard]] Result<bool> letsIn(const Database &database, qint64 scope, const IpAddress &address,
                                  const QDateTime &now);

/// Makes `wanted` the list of the scope and records a deploy when that changes anything. Entries are recognised by
/// `number`; the others are added. The caller holds the transaction in which it read the list, so that nothing is
/// overwritten unseen. Answers whether anything changed.
[[nodiscard]] Result<bool> replaceEntries(const Database &database, qint64 scope, const QList<StoredEntry> &wanted,
                                          const QDateTime &now);

/// Adds `entries` to the list of the scope and records a deploy; nothing happens when there are none. The caller holds
/// the transaction, and has seen that their ranges are not in the list.
[[nodiscard]] Result<void> addEntries(const Database &database, qint64 scope, const QList<StoredEntry> &entries,
                                      const QDateTime &now);

/// Removes the entries of the list that have one of `ids`, which need not be in it, and records a deploy when there
/// were any. The caller holds the transaction. Answers how many were removed.
[[nodiscard]] Result<int> removeEntries(const Database &database, qint64 scope, const QStringList &ids,
                                        const QDateTime &now);

/// Removes every entry of the list and records a deploy when there were any, in one transaction. Answers what they
/// were. ErrorKind::InvalidInput, with a sentence, when there is no such list.
[[nodiscard]] Result<QList<StoredEntry>> emptyList(const Database &database, ScopeKind kind, const QString &id,
                                                   const QDateTime &now);

/// Removes every entry, of all scopes, whose time has come by `now`, and records a deploy for each scope that lost one;
/// all in one transaction. Answers how many were removed.
[[nodiscard]] Result<int> removeExpired(const Database &database, const QDateTime &now);

} // namespace gatehouse::server
