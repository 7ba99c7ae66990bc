// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/SelectionKeeper.h"

#include "desktop/models/EntryTableModel.h"

#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr qsizetype mostRanges = 1000;

/// Rows in order as few ranges as possible.
QItemSelection selectionOf(const EntryTableModel &model, const std::vector<int> &rows)
{
    QItemSelection selection;
    for (auto first = rows.begin(); first != rows.end();) {
        auto last = first;
        while (last + 1 != rows.end() && *(last + 1) == *last + 1)
            ++last;
        selection.append(QItemSelectionRange(model.index(*first, 0), model.index(*last, entryColumnCount - 1)));
        first = last + 1;
    }
    return selection;
}

} // namespace

SelectionKeeper::SelectionKeeper(EntryTableModel &model, QTableView &view)
    : QObject(&view)
    , m_model(model)
    , m_view(view)
{
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &SelectionKeeper::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &SelectionKeeper::restore);
}

std::vector<EntryKey> SelectionKeeper::selectedKeys() const
{
    // Ranges rather than indexes: a hundred thousand selected rows are one range.
    std::vector<int> rows;
    const QItemSelection selection = m_view.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    std::vector<EntryKey> keys;
    keys.reserve(rows.size());
    std::ranges::transform(rows, std::back_inserter(keys), [this](int row) { return m_model.keyAt(row); });
    return keys;
}

void SelectionKeeper::select(const std::vector<EntryKey> &keys)
{
    m_view.selectionModel()->clearSelection();
    m_selected = keys;
    restoreSelection();
    m_selected.clear();
}

void SelectionKeeper::remember()
{
    m_selected = selectedKeys();
    const QModelIndex current = m_view.currentIndex();
    const QModelIndex top = m_view.indexAt(QPoint(0, 0));
    const bool isInSight = current.isValid() && m_view.viewport()->rect().intersects(m_view.visualRect(current));
    m_current = current.isValid() ? m_model.keyAt(current.row()) : EntryKey();
    m_currentColumn = current.column();
    m_anchor = isInSight ? m_current : top.isValid() ? m_model.keyAt(top.row()) : EntryKey();
}

void SelectionKeeper::restore()
{
    restoreSelection();
    const QModelIndex current = m_model.indexOf(m_current);
    if (current.isValid())
        m_view.selectionModel()->setCurrentIndex(current.siblingAtColumn(m_currentColumn),
                                                 QItemSelectionModel::NoUpdate);
    const QModelIndex anchor = m_model.indexOf(m_anchor);
    if (anchor.isValid())
        m_view.scrollTo(anchor);
    m_selected.clear();
}

void SelectionKeeper::restoreSelection()
{
    std::vector<int> rows;
    for (const EntryKey &key : m_selected) {
        const QModelIndex index = m_model.indexOf(key);
        if (index.isValid())
            rows.push_back(index.row());
    }
    if (rows.empty())
        return;
    std::ranges::sort(rows);
    const QItemSelection selection = selectionOf(m_model, rows);
    if (selection.size() <= mostRanges)
        m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace gatehouse
