// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/HistoryListModel.h"

#include "desktop/models/ExpiryText.h"
#include "desktop/widgets/Moment.h"
#include "sync/HistoryText.h"

#include <algorithm>

namespace gatehouse {

HistoryListModel::HistoryListModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{}

void HistoryListModel::setVersions(std::vector<HistoryVersion> versions)
{
    beginResetModel();
    m_versions = std::move(versions);
    endResetModel();
}

int HistoryListModel::rowOf(int version) const
{
    const auto found = std::ranges::find(m_versions, version, &HistoryVersion::number);
    return found == m_versions.end() ? -1 : static_cast<int>(found - m_versions.begin());
}

QString HistoryListModel::titleOf(int row) const
{
    const HistoryVersion &version = m_versions[static_cast<std::size_t>(row)];
    return tr("Version %1 · %2").arg(version.number).arg(describeMoment(version.at, m_clock.now()));
}

int HistoryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

int HistoryListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HistoryListModel::textOf(const HistoryVersion &version, int column) const
{
    switch (column) {
    case TimeColumn:
        return describeMoment(version.at, m_clock.now());
    case CauseColumn:
        return describe(version.cause);
    case ActorColumn:
        return version.actor;
    case CountsColumn:
        return describeCounts(version);
    default:
        return {};
    }
}

QVariant HistoryListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const HistoryVersion &version = m_versions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(version, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() != CountsColumn)
            return textOf(version, index.column());
        return tr("%1 added, %2 removed, %3 changed").arg(version.added).arg(version.removed).arg(version.changed);
    case Qt::ToolTipRole:
        return tr("Version %1, %n entries\n%2", nullptr, version.entries)
            .arg(version.number)
            .arg(describeExactly(version.at));
    default:
        return {};
    }
}

QVariant HistoryListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Since");
    case CauseColumn:
        return tr("Why");
    case ActorColumn:
        return tr("By");
    case CountsColumn:
        return tr("Changes");
    default:
        return {};
    }
}

} // namespace gatehouse
