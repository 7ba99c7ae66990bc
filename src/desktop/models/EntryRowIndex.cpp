// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/EntryRowIndex.h"

#include <algorithm>

namespace gatehouse {

namespace {

/// Beyond this many rows, one new index is quicker than a signal (and a shift of all rows behind it) for each.
constexpr std::size_t fewRows = 100;

} // namespace

EntryRowIndex::EntryRowIndex(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_now(clock.now())
{}

EntryRowIndex::~EntryRowIndex() = default;

// --- the list

void EntryRowIndex::setRows(std::vector<EntryRow> rows)
{
    m_now = m_clock.now();
    RowStore fresh(std::move(rows));
    if (hideAllBut(fresh)) {
        replaceStore(std::move(fresh));
        rebuild(true);
    } else {
        beginResetModel();
        replaceStore(std::move(fresh));
        show(wantedSlots());
        endResetModel();
    }
    Q_EMIT countsChanged();
}

/// Takes the rows of other entries out of what is shown; false when they are too many for that.
bool EntryRowIndex::hideAllBut(const RowStore &fresh)
{
    std::vector<int> others;
    for (int row = 0; row < rowCount() && others.size() <= fewRows; ++row) {
        if (!fresh.slotOf(keyAt(row)))
            others.push_back(row);
    }
    if (others.size() > fewRows)
        return false;
    removeRowsAt(others);
    return true;
}

/// What is shown and still there stays where it is, under its new slot.
void EntryRowIndex::replaceStore(RowStore fresh)
{
    std::vector<int> shown;
    shown.reserve(m_shown.size());
    for (const int slot : m_shown) {
        if (const auto known = fresh.slotOf(m_store.at(slot).entry.key))
            shown.push_back(*known);
    }
    m_store = std::move(fresh);
    m_order.forgetLabels();
    show(std::move(shown));
}

void EntryRowIndex::updateRows(std::vector<EntryRow> rows, const QList<EntryKey> &gone)
{
    // What was added a moment ago must not seem to come from the future.
    if (m_clock.now() != m_now)
        refreshTimes();
    const bool isFew = rows.size() + static_cast<std::size_t>(gone.size()) <= fewRows;
    const auto placeIfFew = [&](std::optional<int> slot) {
        if (isFew && slot)
            place(*slot);
    };
    for (const EntryKey &key : gone) {
        m_store.drop(key);
        placeIfFew(m_store.slotOf(key));
    }
    for (EntryRow &row : rows) {
        const int slot = m_store.put(std::move(row));
        m_rowOfSlot.resize(static_cast<std::size_t>(m_store.slotCount()), -1);
        m_order.forgetLabel(slot);
        placeIfFew(slot);
    }
    if (!isFew)
        rebuild(true);
    Q_EMIT countsChanged();
}

// --- what is shown

bool EntryRowIndex::isBefore(int left, int right)
{
    return m_order.isBefore(left, right, m_store.rows(), m_now);
}

bool EntryRowIndex::isWanted(int slot) const
{
    return !m_store.isGone(slot) && m_filter.accepts(m_store.at(slot), m_now);
}

std::vector<int> EntryRowIndex::wantedSlots()
{
    std::vector<int> wanted;
    wanted.reserve(static_cast<std::size_t>(m_store.slotCount()));
    for (int slot = 0; slot < m_store.slotCount(); ++slot) {
        if (isWanted(slot))
            wanted.push_back(slot);
    }
    m_order.sort(wanted, m_store.rows(), m_now);
    return wanted;
}

void EntryRowIndex::show(std::vector<int> shown)
{
    m_shown = std::move(shown);
    m_rowOfSlot.assign(static_cast<std::size_t>(m_store.slotCount()), -1);
    renumber(0);
}

void EntryRowIndex::renumber(std::size_t from)
{
    for (std::size_t row = from; row < m_shown.size(); ++row)
        m_rowOfSlot[static_cast<std::size_t>(m_shown[row])] = static_cast<int>(row);
}

/// After one row changed, while all others stand in order.
void EntryRowIndex::place(int slot)
{
    const int row = rowOf(slot);
    const bool wanted = isWanted(slot);
    const auto byOrder = [this](int left, int right) { return isBefore(left, right); };
    if (row < 0 && wanted) {
        const auto at = std::ranges::lower_bound(m_shown, slot, byOrder);
        insertAt(static_cast<int>(at - m_shown.begin()), slot);
    } else if (row >= 0 && !wanted) {
        removeAt(row);
    } else if (row >= 0) {
        announce(row, row, EntryColumn::Active, lastEntryColumn);
        const bool fitsAbove = row == 0 || isBefore(slotAt(row - 1), slot);
        const bool fitsBelow = row + 1 == rowCount() || isBefore(slot, slotAt(row + 1));
        if (!fitsAbove || !fitsBelow)
            move(row, slot);
    }
}

void EntryRowIndex::insertAt(int row, int slot)
{
    beginInsertRows({}, row, row);
    m_shown.insert(m_shown.begin() + row, slot);
    renumber(static_cast<std::size_t>(row));
    endInsertRows();
}

void EntryRowIndex::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rowOfSlot[static_cast<std::size_t>(slotAt(row))] = -1;
    m_shown.erase(m_shown.begin() + row);
    renumber(static_cast<std::size_t>(row));
    endRemoveRows();
}

/// Rows in order.
void EntryRowIndex::removeRowsAt(const std::vector<int> &rows)
{
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        removeAt(*row);
}

void EntryRowIndex::move(int from, int slot)
{
    const auto byOrder = [this](int left, int right) { return isBefore(left, right); };
    const auto own = m_shown.begin() + from;
    const bool goesUp = own != m_shown.begin() && isBefore(slot, *(own - 1));
    const auto to = goesUp ? std::lower_bound(m_shown.begin(), own, slot, byOrder)
                           : std::lower_bound(own + 1, m_shown.end(), slot, byOrder);
    // As the position before which it goes, counted while it still stands where it was.
    beginMoveRows({}, from, from, {}, static_cast<int>(to - m_shown.begin()));
    if (goesUp)
        std::rotate(to, own, own + 1);
    else
        std::rotate(own, own + 1, to);
    renumber(static_cast<std::size_t>(std::min(own, to) - m_shown.begin()));
    endMoveRows();
}

/// Makes the index anew, and tells what that changes: with exact signals when few rows come and go.
void EntryRowIndex::rebuild(bool contentChanged)
{
    std::vector<int> wanted = wantedSlots();
    std::vector<bool> isWantedSlot(static_cast<std::size_t>(m_store.slotCount()), false);
    for (const int slot : wanted)
        isWantedSlot[static_cast<std::size_t>(slot)] = true;
    std::vector<int> unwantedRows;
    for (std::size_t row = 0; row < m_shown.size(); ++row) {
        if (!isWantedSlot[static_cast<std::size_t>(m_shown[row])])
            unwantedRows.push_back(static_cast<int>(row));
    }
    const std::size_t staying = m_shown.size() - unwantedRows.size();
    if (unwantedRows.size() + (wanted.size() - staying) > fewRows) {
        beginResetModel();
        show(std::move(wanted));
        endResetModel();
        return;
    }
    removeRowsAt(unwantedRows);
    if (contentChanged && !m_shown.empty())
        announce(0, rowCount() - 1, EntryColumn::Active, lastEntryColumn);
    showInOrder(wanted);
}

/// All that is shown is in `wanted`.
void EntryRowIndex::showInOrder(const std::vector<int> &wanted)
{
    std::vector<int> staying;
    staying.reserve(m_shown.size());
    std::ranges::copy_if(wanted, std::back_inserter(staying), [this](int slot) { return isShown(slot); });
    if (staying != m_shown)
        reorder(std::move(staying));
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (!isShown(wanted[row]))
            insertAt(static_cast<int>(row), wanted[row]);
    }
}

void EntryRowIndex::reorder(std::vector<int> shown)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> slotsBefore;
    slotsBefore.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before)
        slotsBefore.push_back(slotAt(index.row()));
    show(std::move(shown));
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(slotsBefore[static_cast<std::size_t>(i)]), before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void EntryRowIndex::setFilter(const EntryFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild(false);
    Q_EMIT countsChanged();
}

void EntryRowIndex::sort(int column, Qt::SortOrder order)
{
    const bool isColumn = column >= 0 && column < entryColumnCount;
    m_order.setColumn(isColumn ? std::optional(static_cast<EntryColumn>(column)) : std::nullopt, order);
    rebuild(false);
}

void EntryRowIndex::refreshTimes()
{
    const QDateTime before = std::exchange(m_now, m_clock.now());
    if (m_filter.dependsOnTime() || m_order.dependsOnTime())
        placeWhatExpired(std::min(before, m_now), std::max(before, m_now));
    if (!m_shown.empty())
        announce(0, rowCount() - 1, EntryColumn::Expires, EntryColumn::State);
}

/// The clock may have been set back, so that something is not expired any more.
void EntryRowIndex::placeWhatExpired(const QDateTime &from, const QDateTime &to)
{
    std::vector<int> concerned;
    for (int slot = 0; slot < m_store.slotCount(); ++slot) {
        const auto &expiresAt = m_store.at(slot).entry.content.expiresAt;
        if (expiresAt && *expiresAt > from && *expiresAt <= to)
            concerned.push_back(slot);
    }
    // More than one would stand out of order while the first is placed.
    if (concerned.size() > 1)
        rebuild(true);
    else if (!concerned.empty())
        place(concerned.front());
    if (!concerned.empty())
        Q_EMIT countsChanged();
}

void EntryRowIndex::announce(int firstRow, int lastRow, EntryColumn firstColumn, EntryColumn lastColumn)
{
    Q_EMIT dataChanged(index(firstRow, static_cast<int>(firstColumn)), index(lastRow, static_cast<int>(lastColumn)));
}

// --- for views

QModelIndex EntryRowIndex::indexOf(const EntryKey &key) const
{
    const auto slot = m_store.slotOf(key);
    return slot && isShown(*slot) ? index(rowOf(*slot), 0) : QModelIndex();
}

int EntryRowIndex::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

} // namespace gatehouse
