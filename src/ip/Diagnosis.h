// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/Scanner.h"

namespace gatehouse {

/// Looks at a text that the scanner refused as a range: is it one of the forms that people use elsewhere (a netmask, a
/// wildcard, a URL …)? Then says so, with the range that is meant where that is certain; else repeats the scanner.
Fault diagnose(std::string_view text, const Fault &scanned);

/// The error for callers, who keep it longer than the text. `isAddressWanted`: suggest addresses only.
ParseError toParseError(const Fault &fault, bool isAddressWanted);

} // namespace gatehouse
