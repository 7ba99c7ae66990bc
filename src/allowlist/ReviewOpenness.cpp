// SPDX-License-Identifier: Apache-2.0
#include "allowlist/ReviewSteps.h"
#include "ip/RangeSet.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatehouse {

namespace {

/// What a range has of its family's addresses.
double shareOf(const IpRange &range)
{
    return std::ldexp(1.0, -range.prefix());
}

/// Cheap, and true of nearly every list: its ranges are too few to be all addresses of a family.
bool isTooLittle(const std::vector<IpRange> &ranges)
{
    double v4 = 0;
    double v6 = 0;
    for (const IpRange &range : ranges)
        (range.family() == Family::V4 ? v4 : v6) += shareOf(range);
    return v4 < 1 && v6 < 1;
}

bool coversAll(const RangeSet &set, Family family)
{
    const IpAddress zero = family == Family::V4 ? IpAddress::v4(0) : IpAddress::v6(0, 0);
    return set.covers(IpRange::network(zero, 0));
}

} // namespace

bool letsEveryoneIn(const IpRange &range)
{
    return range.isAny() || range.prefix() == 0;
}

OpenTo openTo(const std::vector<const Entry *> &entries, const QDateTime &now)
{
    std::vector<IpRange> ranges;
    for (const Entry *entry : entries) {
        if (!entry->isInForce(now))
            continue;
        if (entry->content.range.isAny())
            return {true, true};
        ranges.push_back(entry->content.range);
    }
    if (isTooLittle(ranges))
        return {};
    const RangeSet set(ranges);
    return {coversAll(set, Family::V4), coversAll(set, Family::V6)};
}

OpenTo openTo(const std::vector<Entry> &entries, const ListRules &rules, const QDateTime &now)
{
    std::vector<const Entry *> pointers;
    pointers.reserve(entries.size());
    for (const Entry &entry : entries)
        pointers.push_back(&entry);
    // What is expired and not ended by anybody keeps a list from being empty.
    const bool isEmpty = std::ranges::none_of(entries, [&](const Entry &entry) {
        return entry.content.active && (!rules.endsExpired || !entry.isExpired(now));
    });
    if (isEmpty && rules.emptyList == EmptyListMeaning::OpenToEveryone)
        return {true, true};
    return openTo(pointers, now);
}

QString describe(const OpenTo &open)
{
    if (open.v4 && open.v6)
        return QCoreApplication::translate("Review", "open to everyone");
    if (open.v4)
        return QCoreApplication::translate("Review", "open to every IPv4 address");
    return open.v6 ? QCoreApplication::translate("Review", "open to every IPv6 address") : QString();
}

} // namespace gatehouse
