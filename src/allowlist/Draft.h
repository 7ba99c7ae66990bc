// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"

#include <QHash>

#include <memory>

namespace gatehouse {

/// The list as the user wants it: a snapshot and what differs from it. Editing costs as much as what is edited,
/// whatever the size of the list. An edit that brings an entry back to its snapshot leaves no change behind.
class Draft
{
public:
    Draft();
    explicit Draft(std::shared_ptr<const Allowlist> snapshot);

    [[nodiscard]] const Allowlist &snapshot() const { return *m_snapshot; }
    [[nodiscard]] std::shared_ptr<const Allowlist> sharedSnapshot() const { return m_snapshot; }
    [[nodiscard]] bool isClean() const { return m_changes.isEmpty(); }
    [[nodiscard]] qsizetype changeCount() const { return m_changes.size(); }

    /// The entry as wanted; empty when it is removed or unknown.
    [[nodiscard]] std::optional<Entry> entry(const EntryKey &key) const;
    /// The change made to that entry, nullptr when there is none. Borrowed until the next set().
    [[nodiscard]] const Change *change(const EntryKey &key) const;

    /// Wants `entry` for `key` (empty: removed) and returns what was wanted before: calling it again with that undoes
    /// it.
    std::optional<Entry> set(const EntryKey &key, std::optional<Entry> entry);

    /// In the snapshot's order, then what was added, in order of adding.
    [[nodiscard]] ChangeSet changes() const;
    /// The whole list as wanted: the snapshot's order, then what was added.
    [[nodiscard]] Allowlist result() const;
    /// Keys of added entries, in order of adding.
    [[nodiscard]] const std::vector<EntryKey> &added() const { return m_added; }

private:
    std::shared_ptr<const Allowlist> m_snapshot;
    QHash<EntryKey, Change> m_changes;
    std::vector<EntryKey> m_added;
};

} // namespace gatehouse
