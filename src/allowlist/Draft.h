// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"

#include <QHash>
#include <QMap>

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
    /// it, and an added entry comes back to its old place. Of an entry that the snapshot holds only the content can
    /// differ: its remote id, provenance and unknown fields stay the service's own. An entry that is no range stays as
    /// it is, whatever is wanted, and none is added.
    std::optional<Entry> set(const EntryKey &key, std::optional<Entry> entry);

    /// What was changed, in the snapshot's order; what was added, in order of adding; what was removed, in the
    /// snapshot's order.
    [[nodiscard]] ChangeSet changes() const;
    /// The whole list as wanted: the snapshot's order, then what was added.
    [[nodiscard]] Allowlist result() const;
    /// Keys of added entries, in order of adding. Costs as much as there are.
    [[nodiscard]] std::vector<EntryKey> added() const;
    [[nodiscard]] qsizetype addedCount() const { return m_added.size(); }
    /// How many changes of that kind there are, without looking at them.
    [[nodiscard]] qsizetype count(Change::Kind kind) const;

private:
    void setKnown(const Entry &known, std::optional<Entry> wanted);
    void setAdded(const EntryKey &key, std::optional<Entry> wanted);

    void put(const EntryKey &key, Change change);
    void drop(const EntryKey &key);

    std::shared_ptr<const Allowlist> m_snapshot;
    QHash<EntryKey, Change> m_changes;
    QMap<qsizetype, EntryKey> m_added;   // by place
    QHash<EntryKey, qsizetype> m_places; // of every key that was ever added
    qsizetype m_removedCount = 0;
};

} // namespace gatehouse
