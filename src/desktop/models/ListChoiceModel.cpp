// SPDX-License-Identifier: Apache-2.0
#include "desktop/models/ListChoiceModel.h"

#include "desktop/models/EntryFormat.h"

#include <algorithm>

namespace gatehouse {

ListChoiceModel::ListChoiceModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void ListChoiceModel::setChoices(std::vector<Choice> choices)
{
    beginResetModel();
    m_choices = std::move(choices);
    refill();
    endResetModel();
    Q_EMIT checkedChanged();
}

void ListChoiceModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text.trimmed();
    refill();
    endResetModel();
}

void ListChoiceModel::refill()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const Choice &choice = m_choices[i];
        if (choice.name.contains(m_filter, Qt::CaseInsensitive) ||
            choice.service.contains(m_filter, Qt::CaseInsensitive))
            m_shown.push_back(i);
    }
}

void ListChoiceModel::checkAll(bool checked)
{
    for (const std::size_t position : m_shown)
        m_choices[position].checked = checked;
    tellChecks();
}

void ListChoiceModel::setChecked(const std::vector<QUuid> &ids)
{
    for (Choice &choice : m_choices)
        choice.checked = std::ranges::find(ids, choice.id) != ids.end();
    tellChecks();
}

void ListChoiceModel::tellChecks()
{
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
}

std::vector<QUuid> ListChoiceModel::checked() const
{
    std::vector<QUuid> ids;
    for (const Choice &choice : m_choices) {
        if (choice.checked)
            ids.push_back(choice.id);
    }
    return ids;
}

int ListChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ListChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Choice &choice = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return choice.name;
    case Qt::ToolTipRole:
        return plainTip(tr("%1 (%2)").arg(choice.name, choice.service));
    case Qt::CheckStateRole:
        return choice.checked ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

Qt::ItemFlags ListChoiceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

bool ListChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    at(index.row()).checked = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
    return true;
}

} // namespace gatehouse
