// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "allowlist/ListRules.h"

#include <vector>

namespace gatehouse {

/// An entry that stands for this computer, and what shall stand in its place at the address of now.
struct AddressMove
{
    EntryKey old;
    IpRange from;
    /// The old content around the new address; where the list has an entry of that range (`known`), that one's, made to
    /// let in for at least as long. The same expiry in every move to this range.
    EntryContent wanted;
    std::optional<EntryKey> known;
    bool operator==(const AddressMove &) const = default;
};

/// Whether an entry of this range can stand for one computer: an address, or the /64 network of an IPv6 address.
bool canFollow(const IpRange &range);
bool canFollow(const EntryContent &content);

/// Which of the ranges marked as this computer's own no longer are, for the families whose address is known.
std::vector<IpRange> outdated(const std::vector<IpRange> &own, const CurrentAddresses &current);

/// What is to be done in `list` so that its entries in force with the ranges `own` let in the addresses of now. An
/// entry stays while it contains any answer to where this computer is, while nobody knows the address of its family,
/// and while those who tell it do not agree: to follow a wrong answer would let in a stranger. Pure.
std::vector<AddressMove> movesFor(const std::vector<Entry> &list, const std::vector<IpRange> &own,
                                  const CurrentAddresses &current, const QDateTime &now);

} // namespace gatehouse
