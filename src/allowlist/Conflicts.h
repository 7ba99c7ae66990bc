// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Merge.h"

#include <QHash>
#include <QSet>

namespace gatehouse {

/// The open conflicts of one draft, in their order, found by key in constant time: every row of a table asks for its
/// own.
class Conflicts final
{
public:
    Conflicts() = default;
    explicit Conflicts(std::vector<Conflict> conflicts);

    [[nodiscard]] const std::vector<Conflict> &all() const { return m_conflicts; }
    [[nodiscard]] bool isEmpty() const { return m_conflicts.empty(); }
    /// Borrowed until the next change; nullptr when there is none about this entry.
    [[nodiscard]] const Conflict *find(const EntryKey &key) const;

    /// What is wanted here is another entry now; nothing happens where there is no conflict.
    void setMine(const EntryKey &key, const std::optional<Entry> &mine);
    /// Those about these entries are none any more. Costs as much as there are conflicts, once for all keys.
    void drop(const QSet<EntryKey> &keys);

private:
    void index();

    std::vector<Conflict> m_conflicts;
    QHash<EntryKey, std::size_t> m_places;
};

} // namespace gatehouse
