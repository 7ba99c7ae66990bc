// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/GroupRangeModel.h"

#include "allowlist/Text.h"

#include <algorithm>

namespace gatehouse {

GroupRangeModel::GroupRangeModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void GroupRangeModel::setRanges(const std::vector<GroupRange> &ranges, const QString &defaultLabel)
{
    if (ranges == m_ranges && defaultLabel == m_defaultLabel)
        return;
    beginResetModel();
    m_ranges = ranges;
    m_defaultLabel = defaultLabel;
    endResetModel();
}

bool GroupRangeModel::holds(const IpRange &range) const
{
    return std::ranges::find(m_ranges, range, &GroupRange::range) != m_ranges.end();
}

bool GroupRangeModel::add(const IpRange &range)
{
    if (holds(range))
        return false;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_ranges.push_back({range, {}});
    endInsertRows();
    Q_EMIT edited();
    return true;
}

void GroupRangeModel::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_ranges.erase(m_ranges.begin() + row);
    endRemoveRows();
    Q_EMIT edited();
}

int GroupRangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ranges.size());
}

int GroupRangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GroupRangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const GroupRange &range = m_ranges[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole && index.column() == LabelColumn)
        return range.label.isEmpty() ? m_defaultLabel : range.label;
    if (role == Qt::EditRole && index.column() == LabelColumn)
        return range.label;
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return toShortQString(range.range);
    if (role == Qt::ToolTipRole)
        return describe(range.range);
    return {};
}

QVariant GroupRangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == RangeColumn ? tr("Range") : tr("Label of its entries");
}

Qt::ItemFlags GroupRangeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemIsEditable : Qt::NoItemFlags;
}

bool GroupRangeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    GroupRange &range = m_ranges[static_cast<std::size_t>(index.row())];
    if (index.column() == LabelColumn) {
        range.label = value.toString().trimmed();
    } else {
        const auto wanted = parseRange(value.toString().trimmed());
        if (!wanted || holds(*wanted))
            return false;
        range.range = *wanted;
    }
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

} // namespace gatehouse
