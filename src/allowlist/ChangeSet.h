// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Allowlist.h"

#include <optional>
#include <vector>

namespace gatehouse {

/// One difference between two lists, about one entry. Two states of an entry differ when their content does: a new
/// remote id, a later time of update or a field unknown to us is no change.
struct Change
{
    enum class Kind { Added, Changed, Removed };

    std::optional<Entry> before; ///< empty for Added
    std::optional<Entry> after;  ///< empty for Removed
    bool operator==(const Change &) const = default;

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] const EntryKey &key() const;
    /// The range to show for it: the new one, or the removed one.
    [[nodiscard]] const IpRange &range() const;
    [[nodiscard]] const EntryContent &content() const;
};

/// All differences, removals last. Identity is the key.
struct ChangeSet
{
    std::vector<Change> changes;

    [[nodiscard]] bool isEmpty() const { return changes.empty(); }
    [[nodiscard]] std::size_t count(Change::Kind kind) const;
};

/// By key: what turns `before` into `after`.
ChangeSet changesBetween(const Allowlist &before, const Allowlist &after);

/// By range, for lists that share no keys (a file against a list): entries of equal range are the same entry, and keep
/// the key, remote id, provenance and unknown fields of `before`. Among several of one range, equal contents are paired
/// first.
ChangeSet changesByRange(const Allowlist &before, const Allowlist &after);

} // namespace gatehouse
