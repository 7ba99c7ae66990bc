// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace gatehouse {

/// Why a list is as it is. The numbers are in databases: never give one another meaning.
enum class HistoryCause {
    FirstRead = 0, ///< nothing was known of the list before
    Elsewhere = 1, ///< somebody else changed it: drift
    Expired = 2,   ///< nothing but entries whose time was over went, and not by us
    Applied = 3,   ///< changed here
    Restored = 4,  ///< changed here, back to an earlier version
    Keeper = 5,    ///< the keeper ended what had expired
};
inline constexpr int historyCauseCount = 6;

/// One state that a list was in, without its entries.
struct HistoryVersion
{
    int number = 0; ///< counts from 1 in each list, and is never used again
    QDateTime at;   ///< when it was seen first, or was read back
    HistoryCause cause = HistoryCause::FirstRead;
    QString actor; ///< who changed it as far as the service tells, else empty
    int entries = 0;
    // Against the version before:
    int added = 0;
    int removed = 0;
    int changed = 0;
    bool operator==(const HistoryVersion &) const = default;
};

/// A state of a list as it was just read.
struct SeenState
{
    std::shared_ptr<const Allowlist> list;
    QDateTime at;
    /// Empty: it was only read, and what changed since tells why. Else what we have done to it.
    std::optional<HistoryCause> cause;
    /// When it was only read: what we ourselves wanted to be different. Where just that came true, it was us.
    std::vector<Change> own;
};

/// What came of keeping a state.
struct KeptState
{
    std::optional<HistoryVersion> version; ///< empty: the list is as the newest version has it, nothing was kept
    ChangeSet changes;                     ///< since the version before, with the keys of the list as seen
};

/// How much is kept of each list; its newest version always is.
struct HistoryLimits
{
    int days = 365;
    int versions = 1000;
    /// Of compressed entries, so that the history of a very large list does not fill the disk.
    qint64 bytes = qint64(256) * 1024 * 1024;
    bool operator==(const HistoryLimits &) const = default;
};

/// Why a list that was only read differs from the version before.
[[nodiscard]] HistoryCause causeOf(const ChangeSet &changes, const std::vector<Change> &own, const QDateTime &at);
/// Who made these changes, as far as the service tells: a few names with commas between them, or empty.
[[nodiscard]] QString actorsOf(const ChangeSet &changes);
/// The same for two lists with the same entries in any order, whatever their keys, ids and provenance; different for
/// others. 32 bytes.
[[nodiscard]] QByteArray hashOf(const Allowlist &list);

} // namespace gatehouse
