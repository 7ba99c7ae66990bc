// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/EntryTableModel.h"

#include "desktop/models/EntryCell.h"
#include "desktop/models/EntryFormat.h"

namespace gatehouse {

namespace {

EntryColumn columnOf(const QModelIndex &index)
{
    return static_cast<EntryColumn>(index.column());
}

bool isRemoved(const EntryRow &row)
{
    return row.pending == Change::Kind::Removed;
}

/// What is removed, and what is no range, is only looked at.
bool isFixed(const EntryRow &row)
{
    return isRemoved(row) || row.entry.content.isForeign();
}

} // namespace

EntryTableModel::EntryTableModel(const Clock &clock, QObject *parent)
    : EntryRowIndex(clock, parent)
{}

EntryTableModel::~EntryTableModel() = default;

int EntryTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : entryColumnCount;
}

QVariant EntryTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const EntryRow &row = rowAt(index.row());
    const EntryColumn column = columnOf(index);
    switch (role) {
    case Qt::DisplayRole:
        // A switch stands for the text.
        return column == EntryColumn::Active ? QVariant() : cellText(row, column, now());
    case Qt::AccessibleTextRole:
        if (column == EntryColumn::State && row.status.isNews)
            return tr("%1, changed elsewhere").arg(cellText(row, column, now()));
        return cellText(row, column, now());
    case Qt::ToolTipRole:
        return cellTip(row, column, now());
    case Qt::EditRole:
        return rawValue(row, column);
    case Qt::CheckStateRole:
        if (column != EntryColumn::Active || row.entry.content.isForeign())
            return {};
        return QVariant::fromValue(row.entry.content.active ? Qt::Checked : Qt::Unchecked);
    default:
        return look(row, column, role);
    }
}

QVariant EntryTableModel::look(const EntryRow &row, EntryColumn column, int role) const
{
    switch (role) {
    case EntryRole::Key:
        return row.entry.key;
    case EntryRole::Content:
        return QVariant::fromValue(row.entry.content);
    case EntryRole::Status:
        return QVariant::fromValue(statusOf(row, now()));
    case EntryRole::IsAdded:
        return row.pending == Change::Kind::Added;
    case EntryRole::IsRemoved:
        return isRemoved(row);
    case EntryRole::CellHeldBy:
        return QVariant::fromValue(heldBy(row, column));
    case EntryRole::IsNews:
        return row.status.isNews;
    case EntryRole::IsCellChanged:
        return row.before && differs(*row.before, row.entry.content, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column == EntryColumn::Addresses ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant EntryTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= entryColumnCount)
        return {};
    const auto column = static_cast<EntryColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(column);
    case Qt::ToolTipRole:
        return describe(column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column == EntryColumn::Addresses ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

Qt::ItemFlags EntryTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return Qt::NoItemFlags;
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (isFixed(rowAt(index.row())))
        return always;
    switch (columnOf(index)) {
    case EntryColumn::Active:
        return always | Qt::ItemIsUserCheckable;
    case EntryColumn::Range:
    case EntryColumn::Label:
    case EntryColumn::Expires:
        return always | Qt::ItemIsEditable;
    case EntryColumn::Addresses:
    case EntryColumn::State:
    case EntryColumn::Created:
    case EntryColumn::Updated:
    case EntryColumn::Count:
        break;
    }
    return always;
}

bool EntryTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool isValue = role == Qt::EditRole || role == Qt::CheckStateRole;
    if (!isValue || !index.isValid() || !checkIndex(index) || isFixed(rowAt(index.row())))
        return false;
    const Entry entry = rowAt(index.row()).entry; // a copy: whoever listens may change the rows
    const auto content = edited(entry.content, columnOf(index), value);
    if (!content || *content == entry.content)
        return false;
    Q_EMIT editRequested(entry.key, *content);
    return true;
}

} // namespace gatehouse
