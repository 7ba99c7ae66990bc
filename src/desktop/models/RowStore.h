// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryRow.h"

#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace gatehouse {

/// The rows of a list, found by key. Each has a number, its slot, in the list's own order; it keeps it until the list
/// is replaced, even beyond its removal, so that an undone removal brings it back to its place.
class RowStore
{
public:
    RowStore() = default;
    /// Keys must be distinct. Slots are counted from 0.
    explicit RowStore(std::vector<EntryRow> rows);

    /// Adds the row, after all others when its key was never here, or replaces it; returns its slot.
    int put(EntryRow row);
    void drop(const EntryKey &key);

    /// Of gone rows too; empty for a key that was never here.
    [[nodiscard]] std::optional<int> slotOf(const EntryKey &key) const;
    [[nodiscard]] bool isGone(int slot) const { return m_gone[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] const EntryRow &at(int slot) const { return m_rows[static_cast<std::size_t>(slot)]; }
    /// By slot, gone ones included.
    [[nodiscard]] std::span<const EntryRow> rows() const { return m_rows; }
    /// One more than the highest slot.
    [[nodiscard]] int slotCount() const { return static_cast<int>(m_rows.size()); }
    /// Rows that are not gone.
    [[nodiscard]] int count() const { return m_count; }

private:
    std::vector<EntryRow> m_rows;
    std::vector<bool> m_gone;
    QHash<EntryKey, int> m_slots;
    int m_count = 0;
};

} // namespace gatehouse
