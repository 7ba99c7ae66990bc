// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryRow.h"

#include <QVariant>

namespace gatehouse {

// The values of the cells of a row of entries, as opposed to their texts (see EntryFormat.h).

/// bool, IpRange, QString, QDateTime (null: never), double, RowState.
QVariant rawValue(const EntryRow &row, EntryColumn column);

/// `content` with what was entered in a cell; empty when `value` is nothing for the column.
std::optional<EntryContent> edited(EntryContent content, EntryColumn column, const QVariant &value);

/// Whether the two differ in what the column shows.
bool differs(const EntryContent &left, const EntryContent &right, EntryColumn column);

} // namespace gatehouse
