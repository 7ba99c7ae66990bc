// SPDX-License-Identifier: Apache-2.0
#include "services/EntryPairs.h"

#include <QStringList>

#include <algorithm>

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
    const IpRange v4 = everyoneOf(Family::V4);
    const IpRange v6 = everyoneOf(Family::V6);
    for (auto first = entries.begin(); first != entries.end(); ++first) {
        const bool firstIsV4 = first->content.range == v4;
        if (!firstIsV4 && first->content.range != v6)
            continue;
        const auto second = std::find_if(first + 1, entries.end(), [&](const Entry &entry) {
            return entry.content.range == (firstIsV4 ? v6 : v4) && arePair(*first, entry);
        });
        if (second == entries.end())
            continue;
        *first = firstIsV4 ? joined(*first, *second) : joined(*second, *first);
        entries.erase(second);
    }
    return entries;
}

} // namespace gatehouse
