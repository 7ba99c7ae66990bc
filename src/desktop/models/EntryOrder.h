// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryRow.h"

#include <QCollator>

#include <optional>
#include <span>
#include <vector>

namespace gatehouse {

/// The order of a table: by one column, ties in the list's own order; or the list's own order. Rows are named by their
/// position in the list ("slot"). Ranges, expiries (never last), counts and states are compared as what they are,
/// labels as the locale has it, with numbers inside by value.
class EntryOrder
{
public:
    EntryOrder();

    /// Empty: the list's own order.
    void setColumn(std::optional<EntryColumn> column, Qt::SortOrder order);
    [[nodiscard]] bool dependsOnTime() const { return m_column == EntryColumn::State; }

    /// Puts distinct slots of `rows` in order.
    void sort(std::vector<int> &slotsOfRows, std::span<const EntryRow> rows, const QDateTime &now);
    /// Whether the row in slot `left` stands before the one in slot `right`.
    [[nodiscard]] bool isBefore(int left, int right, std::span<const EntryRow> rows, const QDateTime &now);

    /// To be told when the label in that slot may be another.
    void forgetLabel(int slot);
    void forgetLabels();

private:
    template <typename Visitor>
    auto visitKey(std::span<const EntryRow> rows, const QDateTime &now, Visitor visitor);
    const QCollatorSortKey &labelKey(std::span<const EntryRow> rows, int slot);

    std::optional<EntryColumn> m_column;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QCollator m_collator;
    std::vector<std::optional<QCollatorSortKey>> m_labelKeys; // by slot, made when first needed
};

} // namespace gatehouse
