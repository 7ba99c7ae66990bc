// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Conflicts.h"

#include <algorithm>
#include <utility>

namespace gatehouse {

Conflicts::Conflicts(std::vector<Conflict> conflicts)
    : m_conflicts(std::move(conflicts))
{
    index();
}

const Conflict *Conflicts::find(const EntryKey &key) const
{
    const auto place = m_places.constFind(key);
    return place == m_places.cend() ? nullptr : &m_conflicts[*place];
}

void Conflicts::setMine(const EntryKey &key, const std::optional<Entry> &mine)
{
    if (const auto place = m_places.constFind(key); place != m_places.cend())
        m_conflicts[*place].mine = mine;
}

void Conflicts::drop(const QSet<EntryKey> &keys)
{
    const bool isConcerned = std::ranges::any_of(keys, [this](const EntryKey &key) { return m_places.contains(key); });
    if (!isConcerned)
        return;
    std::erase_if(m_conflicts, [&keys](const Conflict &conflict) { return keys.contains(conflict.key); });
    index();
}

void Conflicts::index()
{
    m_places.clear();
    for (std::size_t i = 0; i < m_conflicts.size(); ++i)
        m_places.insert(m_conflicts[i].key, i);
}

} // namespace gatehouse
