// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "desktop/models/EntryFilter.h"
#include "desktop/models/EntryOrder.h"
#include "desktop/models/RowStore.h"

#include <QAbstractTableModel>
#include <QList>

namespace gatehouse {

/// The rows of a table of entries: which of a list are shown, and in which order. A proxy model would take seconds to
/// filter a hundred thousand rows, so that the model keeps an index of what is shown itself: a new filter or order
/// takes milliseconds. What stands in the cells is the business of EntryTableModel.
///
/// Rows come and go and change with exact signals while they are few: a list that was read again and has hardly changed
/// disturbs nobody. When very many come or go at once the model is reset, so a view has to keep its selection by key.
class EntryRowIndex : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryRowIndex)

public:
    ~EntryRowIndex() override;

    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// Another list, or the same read again. Keys must be distinct. Filter and order stay.
    void setRows(std::vector<EntryRow> rows);
    /// Some rows are new (they come last, or to their old places) or changed, some are gone.
    void updateRows(std::vector<EntryRow> rows, const QList<EntryKey> &gone);

    void setFilter(const EntryFilter &filter);
    [[nodiscard]] const EntryFilter &filter() const { return m_filter; }
    /// A negative column restores the list's own order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Time has passed: texts such as "in 5 h" are made anew, and what expired is shown so. Meant for a coarse timer.
    void refreshTimes();

    /// Rows of the list, shown or not.
    [[nodiscard]] int totalCount() const { return m_store.count(); }
    /// Where an entry is shown, in the first column; invalid when it is not.
    [[nodiscard]] QModelIndex indexOf(const EntryKey &key) const;
    /// 0 <= row < rowCount(). Borrowed until the next change.
    [[nodiscard]] const EntryRow &rowAt(int row) const { return m_store.at(slotAt(row)); }
    [[nodiscard]] EntryKey keyAt(int row) const { return rowAt(row).entry.key; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

Q_SIGNALS:
    /// rowCount() or totalCount() may differ. After the model's own signals.
    void countsChanged();

protected:
    /// `clock` must outlive this.
    explicit EntryRowIndex(const Clock &clock, QObject *parent = nullptr);

    /// As of which all is shown.
    [[nodiscard]] const QDateTime &now() const { return m_now; }

private:
    [[nodiscard]] int slotAt(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(int slot) const { return m_rowOfSlot[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] bool isShown(int slot) const { return rowOf(slot) >= 0; }
    [[nodiscard]] bool isWanted(int slot) const;
    [[nodiscard]] bool isBefore(int left, int right);
    [[nodiscard]] std::vector<int> wantedSlots();
    [[nodiscard]] bool hideAllBut(const RowStore &fresh);
    void replaceStore(RowStore fresh);
    void place(int slot);
    void insertAt(int row, int slot);
    void removeAt(int row);
    void removeRowsAt(const std::vector<int> &rows);
    void move(int from, int slot);
    void rebuild(bool contentChanged);
    void showInOrder(const std::vector<int> &wanted);
    void reorder(std::vector<int> shown);
    void show(std::vector<int> shown);
    void renumber(std::size_t from);
    void announce(int firstRow, int lastRow, EntryColumn firstColumn, EntryColumn lastColumn);
    void placeWhatExpired(const QDateTime &from, const QDateTime &to);

    const Clock &m_clock;
    QDateTime m_now;
    RowStore m_store;
    std::vector<int> m_shown;     // slots, in the order of the rows
    std::vector<int> m_rowOfSlot; // -1: not shown
    EntryFilter m_filter;
    EntryOrder m_order;
};

} // namespace gatehouse
