// SPDX-License-Identifier: Apache-2.0
#include "services/EntryPairs.h"

#include <QStringList>

#include <algorithm>
#include <deque>
#include <optional>
#include <unordered_map>

namespace gatehouse {

namespace {

constexpr QChar idSeparator = u'\n'; // in no id a service would put into a URL

IpRange everyoneOf(Family family)
{
    return IpRange::network(family == Family::V4 ? IpAddress::v4(0) : IpAddress::v6(0, 0), 0);
}

bool arePair(const Entry &one, const Entry &other)
{
    EntryContent content = one.content;
    content.range = other.content.range;
    return content == other.content && one.unknownFields == other.unknownFields;
}

Entry joined(const Entry &v4, const Entry &v6)
{
    Entry both = v4;
    both.content.range = IpRange::any();
    if (!v4.remoteId.isEmpty())
        both.remoteId = v4.remoteId + idSeparator + v6.remoteId;
    return both;
}

/// Halves that have not met the other half yet, by what both have in common: a list may have very many.
class LonelyHalves
{
public:
    /// The first one that pairs with the entry at `position`; without one, that entry waits for its own.
    std::optional<std::size_t> takePartner(const std::vector<Entry> &entries, std::size_t position)
    {
        const Entry &entry = entries[position];
        std::deque<std::size_t> &alike =
            m_alike[qHashMulti(0, entry.content.label, entry.content.active, entry.unknownFields)];
        const auto isPartner = [&](std::size_t other) {
            return entries[other].content.range != entry.content.range && arePair(entries[other], entry);
        };
        const auto found = std::ranges::find_if(alike, isPartner);
        if (found == alike.end()) {
            alike.push_back(position);
            return std::nullopt;
        }
        const std::size_t partner = *found;
        alike.erase(found);
        return partner;
    }

private:
    std::unordered_map<std::size_t, std::deque<std::size_t>> m_alike;
};

} // namespace

std::vector<Entry> unfolded(const Entry &entry)
{
    if (!entry.content.range.isAny())
        return {entry};
    std::vector<Entry> pair{entry, entry};
    const QStringList ids = entry.remoteId.split(idSeparator);
    pair[0].content.range = everyoneOf(Family::V4);
    pair[0].remoteId = ids.first();
    pair[1].content.range = everyoneOf(Family::V6);
    pair[1].remoteId = ids.size() > 1 ? ids.last() : QString();
    return pair;
}

std::vector<Entry> folded(std::vector<Entry> entries)
{
    LonelyHalves halves;
    std::vector<bool> isTaken(entries.size(), false);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool isV4 = entries[i].content.range == everyoneOf(Family::V4);
        if (!isV4 && entries[i].content.range != everyoneOf(Family::V6))
            continue;
        if (const auto first = halves.takePartner(entries, i)) {
            const Entry &half = entries[*first];
            entries[*first] = isV4 ? joined(entries[i], half) : joined(half, entries[i]);
            isTaken[i] = true;
        }
    }
    std::size_t place = 0;
    std::erase_if(entries, [&](const Entry &) { return isTaken[place++]; });
    return entries;
}

} // namespace gatehouse
