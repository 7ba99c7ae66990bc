// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Allowlist.h"

#include "allowlist/Pairing.h"

#include <utility>

namespace gatehouse {

Allowlist::Allowlist(std::vector<Entry> entries)
    : m_entries(std::move(entries))
{
    m_positions.reserve(static_cast<qsizetype>(m_entries.size()));
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        Q_ASSERT(!m_entries[i].key.isNull());
        m_positions.insert(m_entries[i].key, static_cast<qsizetype>(i));
    }
    Q_ASSERT(m_positions.size() == static_cast<qsizetype>(m_entries.size()));
}

const Entry *Allowlist::find(const EntryKey &key) const
{
    const auto position = m_positions.constFind(key);
    return position == m_positions.cend() ? nullptr : &m_entries[static_cast<std::size_t>(*position)];
}

Allowlist withKeysOf(std::vector<Entry> fresh, const Allowlist &known)
{
    Pairing pairing(fresh, known.entries());
    pairing.byRemoteId();
    pairing.byContent();
    pairing.byRange();
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const Entry *partner = pairing.partner(i);
        fresh[i].key = partner ? partner->key : EntryKey::createUuid();
    }
    return Allowlist(std::move(fresh));
}

std::vector<IpRange> effectiveRanges(const std::vector<Entry> &entries, const QDateTime &now)
{
    std::vector<IpRange> ranges;
    ranges.reserve(entries.size());
    for (const Entry &entry : entries) {
        if (entry.isInForce(now))
            ranges.push_back(entry.content.range);
    }
    return ranges;
}

} // namespace gatehouse
