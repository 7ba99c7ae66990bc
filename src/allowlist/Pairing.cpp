// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Pairing.h"

#include <limits>
#include <unordered_map>

namespace gatehouse {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

struct ContentHash
{
    std::size_t operator()(const EntryContent &content) const noexcept
    {
        const qint64 expiry = content.expiresAt ? content.expiresAt->toMSecsSinceEpoch() : -1;
        return qHashMulti(std::hash<IpRange>{}(content.range), content.label, content.active, expiry, content.foreign);
    }
};

struct TextHash
{
    std::size_t operator()(const QString &text) const noexcept { return qHash(text); }
};

} // namespace

Pairing::Pairing(const std::vector<Entry> &entries, const std::vector<Entry> &known)
    : m_entries(&entries)
    , m_known(&known)
    , m_partners(entries.size(), nullptr)
    , m_taken(known.size(), false)
{}

/// `propertyOf` returns a pointer to what must be equal, or nullptr for an entry that takes no part in this step.
template <typename Property, typename Hash, typename PropertyOf>
void Pairing::pair(PropertyOf propertyOf)
{
    // The free known entries of one property form a chain in list order, its head in the map.
    std::unordered_map<Property, std::size_t, Hash> heads;
    heads.reserve(m_known->size());
    std::vector<std::size_t> next(m_known->size(), none);
    for (std::size_t i = m_known->size(); i-- > 0;) {
        const Property *property = m_taken[i] ? nullptr : propertyOf((*m_known)[i]);
        if (!property)
            continue;
        const auto [head, isNew] = heads.try_emplace(*property, i);
        if (!isNew)
            next[i] = std::exchange(head->second, i);
    }

    for (std::size_t i = 0; i < m_entries->size(); ++i) {
        const Property *property = m_partners[i] ? nullptr : propertyOf((*m_entries)[i]);
        const auto head = property ? heads.find(*property) : heads.end();
        if (head == heads.end() || head->second == none)
            continue;
        const std::size_t found = std::exchange(head->second, next[head->second]);
        m_partners[i] = &(*m_known)[found];
        m_taken[found] = true;
    }
}

void Pairing::byRemoteId()
{
    pair<QString, TextHash>(
        [](const Entry &entry) -> const QString * { return entry.remoteId.isEmpty() ? nullptr : &entry.remoteId; });
}

void Pairing::byContent()
{
    pair<EntryContent, ContentHash>([](const Entry &entry) { return &entry.content; });
}

void Pairing::byEquivalence(const Equivalence &holds)
{
    std::unordered_multimap<IpRange, std::size_t> free;
    for (std::size_t i = 0; i < m_known->size(); ++i) {
        if (!m_taken[i])
            free.emplace((*m_known)[i].content.range, i);
    }
    for (std::size_t i = 0; i < m_entries->size(); ++i) {
        const EntryContent &wanted = (*m_entries)[i].content;
        auto [found, end] = m_partners[i] ? std::pair(free.end(), free.end()) : free.equal_range(wanted.range);
        while (found != end && !holds((*m_known)[found->second].content, wanted))
            ++found;
        if (found == end)
            continue;
        m_partners[i] = &(*m_known)[found->second];
        m_taken[found->second] = true;
        free.erase(found);
    }
}

void Pairing::byRange()
{
    pair<IpRange, std::hash<IpRange>>([](const Entry &entry) -> const IpRange * {
        return entry.content.isForeign() ? nullptr : &entry.content.range;
    });
}

} // namespace gatehouse
