// SPDX-License-Identifier: Apache-2.0
#include "sync/Following.h"

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int siteNetwork = 64; // the network of a link, RFC 4291 section 2.5.1

/// The one address of that family, if it is known and beyond doubt.
std::optional<IpAddress> certainAddress(const CurrentAddresses &current, Family family)
{
    const auto isOfFamily = [family](const IpAddress &other) { return other.family() == family; };
    if (std::ranges::any_of(current.others, isOfFamily))
        return std::nullopt;
    return family == Family::V4 ? current.v4 : current.v6;
}

/// Where a range that stood for this computer has to be now; empty: where it is.
std::optional<IpRange> movedTo(const IpRange &range, const CurrentAddresses &current)
{
    if (!canFollow(range))
        return std::nullopt;
    const std::vector<IpAddress> all = current.all();
    if (std::ranges::any_of(all, [&](const IpAddress &address) { return range.contains(address); }))
        return std::nullopt;
    const auto address = certainAddress(current, range.family());
    return address ? std::optional(IpRange::network(*address, range.prefix())) : std::nullopt;
}

std::optional<QDateTime> later(const std::optional<QDateTime> &left, const std::optional<QDateTime> &right)
{
    return left && right ? std::optional(std::max(*left, *right)) : std::nullopt;
}

AddressMove moveOf(const Entry &old, const IpRange &to, const std::vector<Entry> &list)
{
    AddressMove move;
    move.old = old.key;
    move.from = old.content.range;
    move.wanted = old.content;
    move.wanted.range = to;
    const auto known = std::ranges::find_if(list, [&](const Entry &entry) { return entry.content.isOf(to); });
    if (known != list.end()) {
        move.known = known->key;
        move.wanted = known->content;
        move.wanted.expiresAt = later(known->content.expiresAt, old.content.expiresAt);
        move.wanted.active = true;
    }
    return move;
}

/// Several that move to one range become one entry there: it lets in for as long as the longest of them.
void letInForTheLongest(std::vector<AddressMove> &moves)
{
    for (AddressMove &move : moves) {
        for (const AddressMove &other : moves) {
            if (other.wanted.range == move.wanted.range)
                move.wanted.expiresAt = later(move.wanted.expiresAt, other.wanted.expiresAt);
        }
    }
}

} // namespace

bool canFollow(const IpRange &range)
{
    return range.isSingleAddress() || (!range.isAny() && range.family() == Family::V6 && range.prefix() == siteNetwork);
}

bool canFollow(const EntryContent &content)
{
    return !content.isForeign() && canFollow(content.range);
}

std::vector<IpRange> outdated(const std::vector<IpRange> &own, const CurrentAddresses &current)
{
    std::vector<IpRange> ranges;
    std::ranges::copy_if(own, std::back_inserter(ranges),
                         [&](const IpRange &range) { return movedTo(range, current).has_value(); });
    return ranges;
}

std::vector<AddressMove> movesFor(const std::vector<Entry> &list, const std::vector<IpRange> &own,
                                  const CurrentAddresses &current, const QDateTime &now)
{
    std::vector<AddressMove> moves;
    for (const Entry &entry : list) {
        const bool isOwn = std::ranges::find(own, entry.content.range) != own.end();
        if (!isOwn || !entry.isInForce(now))
            continue;
        if (const auto to = movedTo(entry.content.range, current))
            moves.push_back(moveOf(entry, *to, list));
    }
    letInForTheLongest(moves);
    return moves;
}

} // namespace gatehouse
