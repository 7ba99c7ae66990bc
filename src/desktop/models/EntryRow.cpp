// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/EntryRow.h"

namespace gatehouse {

namespace {

EntryRow makeRow(const Entry &entry, const Change *change, const RowStatusOf &statusOf)
{
    EntryRow row{entry, std::nullopt, nullptr, statusOf(entry.key)};
    if (!change)
        return row;
    row.pending = change->kind();
    if (change->after)
        row.entry = *change->after;
    if (row.pending == Change::Kind::Changed)
        row.before = std::make_shared<const EntryContent>(change->before->content);
    return row;
}

EntryStatus statusOfLive(const EntryContent &content, const QDateTime &now)
{
    if (content.expiresAt && *content.expiresAt <= now)
        return EntryStatus::Expired;
    if (content.isForeign())
        return EntryStatus::Unknown;
    return content.active ? EntryStatus::Live : EntryStatus::Inactive;
}

} // namespace

std::vector<EntryRow> rowsOf(const Draft &draft, const RowStatusOf &statusOf)
{
    std::vector<EntryRow> rows;
    const std::vector<EntryKey> added = draft.added();
    rows.reserve(draft.snapshot().size() + added.size());
    for (const Entry &entry : draft.snapshot().entries())
        rows.push_back(makeRow(entry, draft.change(entry.key), statusOf));
    for (const EntryKey &key : added) {
        const Change *change = draft.change(key);
        rows.push_back(makeRow(*change->after, change, statusOf));
    }
    return rows;
}

std::optional<EntryRow> rowOf(const Draft &draft, const EntryKey &key, const RowStatusOf &statusOf)
{
    const Change *change = draft.change(key);
    if (const Entry *known = draft.snapshot().find(key))
        return makeRow(*known, change, statusOf);
    if (change && change->after)
        return makeRow(*change->after, change, statusOf);
    return std::nullopt;
}

EntryStatus statusOf(const EntryRow &row, const QDateTime &now)
{
    switch (row.status.state) {
    case RowState::Live:
        return statusOfLive(row.entry.content, now);
    case RowState::Added:
        return EntryStatus::Added;
    case RowState::Changed:
        return EntryStatus::Changed;
    case RowState::Removed:
        return EntryStatus::Removed;
    case RowState::Sending:
        return EntryStatus::Sending;
    case RowState::Failed:
        return EntryStatus::Failed;
    case RowState::Conflict:
        return EntryStatus::Conflict;
    case RowState::Overdue:
        return EntryStatus::Overdue;
    case RowState::Vanished:
        return EntryStatus::Vanished;
    }
    Q_UNREACHABLE();
}

HeldBy heldBy(const EntryRow &row, EntryColumn column)
{
    const KeptFields &kept = row.status.kept;
    const bool isKept = (column == EntryColumn::Active && kept.active) ||
                        (column == EntryColumn::Label && kept.label) || (column == EntryColumn::Expires && kept.expiry);
    if (isKept)
        return HeldBy::ThisComputer;
    const bool isInLabel = row.status.expiryInLabel && row.entry.content.expiresAt;
    return column == EntryColumn::Expires && isInLabel ? HeldBy::Label : HeldBy::Service;
}

} // namespace gatehouse
