// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"
#include "base/Clock.h"

#include <QAbstractTableModel>

namespace gatehouse {

/// What differs between two states of a list, an entry a row.
class DifferenceModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DifferenceModel)

public:
    enum Column { KindColumn, RangeColumn, LabelColumn, DetailColumn, ColumnCount };

    /// `clock` must outlive this.
    explicit DifferenceModel(const Clock &clock, QObject *parent = nullptr);

    void setChanges(ChangeSet changes);
    [[nodiscard]] const ChangeSet &changes() const { return m_changes; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const Change &change, int column) const;
    [[nodiscard]] QString detailOf(const Change &change) const;

    const Clock &m_clock;
    ChangeSet m_changes;
};

} // namespace gatehouse
