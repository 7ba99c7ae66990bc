// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/AddressGroup.h"

#include <QAbstractTableModel>

namespace gatehouse {

/// The ranges of one address group, each with the label that its entries get. Both can be edited in place.
class GroupRangeModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupRangeModel)

public:
    enum Column { RangeColumn, LabelColumn, ColumnCount };

    explicit GroupRangeModel(QObject *parent = nullptr);

    /// `defaultLabel`: of entries whose range has none, shown in its place.
    void setRanges(const std::vector<GroupRange> &ranges, const QString &defaultLabel);
    [[nodiscard]] const std::vector<GroupRange> &ranges() const { return m_ranges; }
    /// False when it is there already.
    bool add(const IpRange &range);
    void remove(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A range that cannot be read, or that is there already, is refused.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// By add(), remove() or setData().
    void edited();

private:
    [[nodiscard]] bool holds(const IpRange &range) const;

    std::vector<GroupRange> m_ranges;
    QString m_defaultLabel;
};

} // namespace gatehouse
