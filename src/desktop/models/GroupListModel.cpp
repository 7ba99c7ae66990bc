// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/GroupListModel.h"

#include <algorithm>

namespace gatehouse {

GroupListModel::GroupListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void GroupListModel::setGroups(const std::vector<AddressGroup> &groups)
{
    beginResetModel();
    m_groups = groups;
    endResetModel();
}

const AddressGroup *GroupListModel::at(const QModelIndex &index) const
{
    return index.isValid() ? &m_groups[static_cast<std::size_t>(index.row())] : nullptr;
}

QModelIndex GroupListModel::indexOf(const QUuid &group) const
{
    const auto found = std::ranges::find(m_groups, group, &AddressGroup::id);
    return found == m_groups.end() ? QModelIndex() : index(static_cast<int>(found - m_groups.begin()));
}

int GroupListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

QVariant GroupListModel::data(const QModelIndex &index, int role) const
{
    const AddressGroup *group = at(index);
    if (!group)
        return {};
    if (role == Qt::DisplayRole)
        return group->name;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return tr("%1, %2").arg(tr("%n ranges", nullptr, static_cast<int>(group->ranges.size())),
                                tr("used in %n lists", nullptr, static_cast<int>(group->usedIn.size())));
    return {};
}

} // namespace gatehouse
