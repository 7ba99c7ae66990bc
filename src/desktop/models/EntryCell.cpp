// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/EntryCell.h"

namespace gatehouse {

QVariant rawValue(const EntryRow &row, EntryColumn column)
{
    const EntryContent &content = row.entry.content;
    switch (column) {
    case EntryColumn::Active:
        return content.active;
    case EntryColumn::Range:
        return QVariant::fromValue(content.range);
    case EntryColumn::Label:
        return content.label;
    case EntryColumn::Expires:
        return content.expiresAt.value_or(QDateTime());
    case EntryColumn::Addresses:
        return content.range.addressCount().toDouble();
    case EntryColumn::State:
        return QVariant::fromValue(row.status.state);
    case EntryColumn::Created:
        return row.entry.provenance.createdAt.value_or(QDateTime());
    case EntryColumn::Updated:
        return row.entry.provenance.updatedAt.value_or(QDateTime());
    case EntryColumn::Count:
        break;
    }
    return {};
}

std::optional<EntryContent> edited(EntryContent content, EntryColumn column, const QVariant &value)
{
    switch (column) {
    case EntryColumn::Active:
        content.active = value.toBool();
        return content;
    case EntryColumn::Range:
        if (!value.canConvert<IpRange>())
            return std::nullopt;
        content.range = value.value<IpRange>();
        return content;
    case EntryColumn::Label:
        content.label = value.toString();
        return content;
    case EntryColumn::Expires: {
        const QDateTime moment = value.toDateTime();
        content.expiresAt = moment.isValid() ? std::optional(moment.toUTC()) : std::nullopt;
        return content;
    }
    case EntryColumn::Addresses:
    case EntryColumn::State:
    case EntryColumn::Created:
    case EntryColumn::Updated:
    case EntryColumn::Count:
        break;
    }
    return std::nullopt;
}

bool differs(const EntryContent &left, const EntryContent &right, EntryColumn column)
{
    switch (column) {
    case EntryColumn::Active:
        return left.active != right.active;
    case EntryColumn::Range:
    case EntryColumn::Addresses:
        return left.range != right.range;
    case EntryColumn::Label:
        return left.label != right.label;
    case EntryColumn::Expires:
        return left.expiresAt != right.expiresAt;
    case EntryColumn::State:
    case EntryColumn::Created:
    case EntryColumn::Updated:
    case EntryColumn::Count:
        break;
    }
    return false;
}

} // namespace gatehouse
