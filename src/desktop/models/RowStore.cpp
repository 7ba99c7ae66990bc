// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/RowStore.h"

namespace gatehouse {

RowStore::RowStore(std::vector<EntryRow> rows)
    : m_rows(std::move(rows))
    , m_gone(m_rows.size(), false)
    , m_count(static_cast<int>(m_rows.size()))
{
    m_slots.reserve(m_count);
    for (int slot = 0; slot < m_count; ++slot)
        m_slots.insert(at(slot).entry.key, slot);
}

int RowStore::put(EntryRow row)
{
    const auto known = slotOf(row.entry.key);
    if (!known) {
        const int slot = slotCount();
        m_slots.insert(row.entry.key, slot);
        m_rows.push_back(std::move(row));
        m_gone.push_back(false);
        ++m_count;
        return slot;
    }
    if (isGone(*known))
        ++m_count;
    m_gone[static_cast<std::size_t>(*known)] = false;
    m_rows[static_cast<std::size_t>(*known)] = std::move(row);
    return *known;
}

void RowStore::drop(const EntryKey &key)
{
    const auto known = slotOf(key);
    if (!known || isGone(*known))
        return;
    m_gone[static_cast<std::size_t>(*known)] = true;
    --m_count;
}

std::optional<int> RowStore::slotOf(const EntryKey &key) const
{
    const auto known = m_slots.constFind(key);
    return known == m_slots.cend() ? std::nullopt : std::optional(*known);
}

} // namespace gatehouse
