// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"

#include <QHash>

#include <vector>

namespace gatehouse {

/// Entries in the service's order, found by key in constant time. A value: what a snapshot holds.
class Allowlist
{
public:
    Allowlist() = default;
    /// Keys must be set and distinct.
    explicit Allowlist(std::vector<Entry> entries);

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    /// Borrowed until the list is destroyed; nullptr when there is none.
    [[nodiscard]] const Entry *find(const EntryKey &key) const;

    bool operator==(const Allowlist &other) const { return m_entries == other.m_entries; }

private:
    std::vector<Entry> m_entries;
    QHash<EntryKey, qsizetype> m_positions;
};

/// Gives the entries of a freshly read list the keys of the known ones they stand for: by remote id first, then by
/// equal content, then by equal range (each known entry at most once, in order), so that the rest of the program can
/// follow an entry through reloads. Entries without a partner get a new key; keys they came with are replaced.
Allowlist withKeysOf(std::vector<Entry> fresh, const Allowlist &known);

/// The ranges in force at `now`.
std::vector<IpRange> effectiveRanges(const std::vector<Entry> &entries, const QDateTime &now);

} // namespace gatehouse
