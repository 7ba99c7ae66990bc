// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/JsonFields.h"
#include "server/data/Entries.h"

#include <QJsonArray>
#include <QList>

namespace gatehouse::server {

/// The vendor's limits.
inline constexpr int bitbybitMaximumEntries = 20;
inline constexpr int bitbybitBroadestIpv4 = 9;
inline constexpr int bitbybitBroadestIpv6 = 33;

/// Takes the `entries` of a body, [{"cidr", "label"}], as a list that can be stored; empty when the key is absent and
/// not `required`. Whatever breaks a rule is a complaint:
/// - the vendor's rules: at most 20 entries, IPv4 no broader than /9, IPv6 no broader than /33, an address alone is
///   stored as /32 or /128;
/// - ours, where its documentation is silent: host bits are cleared (203.0.113.5/24 is stored as 203.0.113.0/24), a
///   range that stands in the list already is refused, a label has at most 255 characters and none of them controls.
[[nodiscard]] QList<StoredEntry> takeBitbybitEntries(JsonFields &fields, bool required, const QDateTime &now,
                                                     Complaints *complaints);

/// `wanted` with the numbers, ids and times of those `stored` entries that have the same range.
[[nodiscard]] QList<StoredEntry> withKnownEntries(QList<StoredEntry> wanted, const QList<StoredEntry> &stored);

/// As a client reads them.
[[nodiscard]] QJsonArray bitbybitEntries(const QList<StoredEntry> &entries);

} // namespace gatehouse::server
