// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Text.h"
#include "desktop/models/EntryRow.h"

namespace gatehouse::test {

inline IpRange rangeOf(const QString &text)
{
    return *parseRange(text);
}

/// An entry as the service has it.
inline EntryRow liveRow(const QString &range, const QString &label = {},
                        const std::optional<QDateTime> &expiresAt = std::nullopt, bool active = true)
{
    return {makeEntry({rangeOf(range), label, active, expiresAt}), std::nullopt, nullptr, {}};
}

inline EntryRow addedRow(const QString &range, const QString &label = {})
{
    EntryRow row = liveRow(range, label);
    row.pending = Change::Kind::Added;
    row.status.state = RowState::Added;
    return row;
}

inline EntryRow removedRow(EntryRow row)
{
    row.pending = Change::Kind::Removed;
    row.status.state = RowState::Removed;
    return row;
}

inline EntryRow changedRow(EntryRow row, const EntryContent &content)
{
    row.before = std::make_shared<const EntryContent>(row.entry.content);
    row.entry.content = content;
    row.pending = Change::Kind::Changed;
    row.status.state = RowState::Changed;
    return row;
}

inline EntryRow withState(EntryRow row, RowState state, const QString &reason = {})
{
    row.status.state = state;
    row.status.reason = reason;
    return row;
}

} // namespace gatehouse::test
