// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryRow.h"

#include <span>

namespace gatehouse {

// The texts of the table, translated.

QString titleOf(EntryColumn column);
/// One sentence: what the column says.
QString describe(EntryColumn column);
QString titleOf(EntryStatus status);
/// One sentence: what that means and what comes next.
QString describe(EntryStatus status);
/// One sentence: where a value is kept, and why.
QString describe(HeldBy holder);

/// As people write it; "Any address" for `*`.
QString rangeText(const IpRange &range);
/// The same, or what the entry is that has no range.
QString rangeText(const EntryContent &content);
/// On one line, whatever the service sent.
QString labelText(const QString &label);
/// How many addresses: digits, or a power of two where that would be long.
QString countText(const IpRange &range);
QString activeText(bool active);
/// What stands in the place of both for what is no range.
QString unknownText();

/// What a cell shows; for Active what a screen reader says.
QString cellText(const EntryRow &row, EntryColumn column, const QDateTime &now);
/// More of it, as rich text in which nothing that came from elsewhere is markup; empty when there is no more.
QString cellTip(const EntryRow &row, EntryColumn column, const QDateTime &now);

/// The text as rich text in which nothing is markup, for a tooltip of what came from elsewhere: what merely looks like
/// markup would be taken as such. Empty for an empty one.
QString plainTip(const QString &text);

/// For the clipboard: a line per row, its range (`*` for any), label, active or inactive, expiry (ISO 8601, UTC; empty
/// for never), parted by tabs.
QString plainText(std::span<const EntryRow *const> rows);

} // namespace gatehouse
