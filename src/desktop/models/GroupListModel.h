// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/AddressGroup.h"

#include <QAbstractListModel>

namespace gatehouse {

/// The address groups, by name.
class GroupListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupListModel)

public:
    explicit GroupListModel(QObject *parent = nullptr);

    void setGroups(const std::vector<AddressGroup> &groups);
    /// nullptr for no group. Borrowed until the next setGroups().
    [[nodiscard]] const AddressGroup *at(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QUuid &group) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<AddressGroup> m_groups;
};

} // namespace gatehouse
