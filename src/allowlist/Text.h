// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "ip/Classification.h"
#include "ip/IpRange.h"

#include <QString>

namespace gatehouse {

// The Qt side of the ip library: QStrings, and sentences for people.

Parsed<IpRange> parseRange(const QString &text);
Parsed<IpAddress> parseAddress(const QString &text);
QString toQString(const IpRange &range);      ///< canonical
QString toShortQString(const IpRange &range); ///< a single address without its prefix
QString toQString(const IpAddress &address);

/// The range, or what the entry is that has none.
QString toQString(const EntryContent &content);
QString toShortQString(const EntryContent &content);

/// The translated sentence of a parse error, without the suggestion.
QString describe(const ParseError &error);
/// Translated: "256 addresses, 203.0.113.0 – 203.0.113.255", "1 address", "every address of IPv4 and IPv6"; with the
/// class where it is not public: "… (private, RFC 1918)".
QString describe(const IpRange &range);
/// Translated, grouped digits; beyond a quadrillion as a power: "2^64".
QString describeCount(const AddressCount &count);
QString titleOf(AddressClass addressClass);

/// A moment as it is written where this computer is, with the zone, since an hour may come twice in a night.
QString localMoment(const QDateTime &moment);

/// The first address that is named in a sentence, as in a service's "198.51.100.7 is not on the list".
std::optional<IpAddress> addressNamedIn(const QString &sentence);

} // namespace gatehouse
