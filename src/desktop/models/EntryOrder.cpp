// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/EntryOrder.h"

#include <algorithm>
#include <compare>
#include <limits>
#include <numeric>

namespace gatehouse {

namespace {

/// A label's key, which lives in the cache.
struct LabelKey
{
    const QCollatorSortKey *key;

    friend std::strong_ordering operator<=>(const LabelKey &left, const LabelKey &right)
    {
        return left.key->compare(*right.key) <=> 0;
    }
    friend bool operator==(const LabelKey &left, const LabelKey &right) { return (left <=> right) == 0; }
};

/// What has none comes last.
qint64 momentOf(const std::optional<QDateTime> &moment)
{
    return moment ? moment->toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

/// Few addresses first; any() has the most of all, and of what is no range nobody knows.
int widthOf(const EntryContent &content)
{
    constexpr int widest = 129;
    if (content.isForeign())
        return widest + 1;
    const IpRange &range = content.range;
    return range.isAny() ? widest : widthOf(range.family()) - range.prefix();
}

template <typename Key>
bool isBefore(const Key &left, int leftSlot, const Key &right, int rightSlot, Qt::SortOrder order)
{
    const auto compared = left <=> right;
    if (compared == 0)
        return leftSlot < rightSlot;
    return order == Qt::AscendingOrder ? compared < 0 : compared > 0;
}

} // namespace

EntryOrder::EntryOrder()
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void EntryOrder::setColumn(std::optional<EntryColumn> column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
}

void EntryOrder::forgetLabel(int slot)
{
    if (static_cast<std::size_t>(slot) < m_labelKeys.size())
        m_labelKeys[static_cast<std::size_t>(slot)].reset();
}

void EntryOrder::forgetLabels()
{
    m_labelKeys.clear();
}

const QCollatorSortKey &EntryOrder::labelKey(std::span<const EntryRow> rows, int slot)
{
    if (m_labelKeys.size() < rows.size())
        m_labelKeys.resize(rows.size());
    const auto at = static_cast<std::size_t>(slot);
    std::optional<QCollatorSortKey> &key = m_labelKeys[at];
    if (!key)
        key = m_collator.sortKey(rows[at].entry.content.label);
    return *key;
}

/// Calls `visitor` with the function from slot to what is compared. One place, so that sorting all and placing one
/// agree.
template <typename Visitor>
auto EntryOrder::visitKey(std::span<const EntryRow> rows, const QDateTime &now, Visitor visitor)
{
    const auto content = [rows](int slot) -> const EntryContent & {
        return rows[static_cast<std::size_t>(slot)].entry.content;
    };
    const auto origin = [rows](int slot) -> const Provenance & {
        return rows[static_cast<std::size_t>(slot)].entry.provenance;
    };
    switch (m_column.value_or(EntryColumn::Count)) {
    case EntryColumn::Active:
        return visitor([content](int slot) { return content(slot).active ? 0 : 1; });
    case EntryColumn::Range:
        return visitor([content](int slot) { return content(slot).range; });
    case EntryColumn::Label:
        return visitor([this, rows](int slot) { return LabelKey{&labelKey(rows, slot)}; });
    case EntryColumn::Expires:
        return visitor([content](int slot) { return momentOf(content(slot).expiresAt); });
    case EntryColumn::Addresses:
        return visitor([content](int slot) { return widthOf(content(slot)); });
    case EntryColumn::State:
        return visitor([rows, &now](int slot) { return statusOf(rows[static_cast<std::size_t>(slot)], now); });
    case EntryColumn::Created:
        return visitor([origin](int slot) { return momentOf(origin(slot).createdAt); });
    case EntryColumn::Updated:
        return visitor([origin](int slot) { return momentOf(origin(slot).updatedAt); });
    case EntryColumn::Count:
        break;
    }
    return visitor([](int) { return 0; });
}

void EntryOrder::sort(std::vector<int> &slotsOfRows, std::span<const EntryRow> rows, const QDateTime &now)
{
    visitKey(rows, now, [&](auto keyOf) {
        // Keys side by side in memory: comparing through the rows would miss the cache each time.
        using Key = decltype(keyOf(0));
        std::vector<std::pair<Key, int>> keyed;
        keyed.reserve(slotsOfRows.size());
        for (const int slot : slotsOfRows)
            keyed.emplace_back(keyOf(slot), slot);
        std::ranges::sort(keyed, [order = m_order](const auto &left, const auto &right) {
            return gatehouse::isBefore(left.first, left.second, right.first, right.second, order);
        });
        std::ranges::transform(keyed, slotsOfRows.begin(), [](const auto &pair) { return pair.second; });
    });
}

bool EntryOrder::isBefore(int left, int right, std::span<const EntryRow> rows, const QDateTime &now)
{
    return visitKey(rows, now,
                    [&](auto keyOf) { return gatehouse::isBefore(keyOf(left), left, keyOf(right), right, m_order); });
}

} // namespace gatehouse
