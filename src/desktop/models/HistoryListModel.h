// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "store/HistoryVersion.h"

#include <QAbstractTableModel>

namespace gatehouse {

/// The versions of a list, the newest first.
class HistoryListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryListModel)

public:
    enum Column { TimeColumn, CauseColumn, ActorColumn, CountsColumn, ColumnCount };

    /// `clock` must outlive this.
    explicit HistoryListModel(const Clock &clock, QObject *parent = nullptr);

    void setVersions(std::vector<HistoryVersion> versions);
    [[nodiscard]] const std::vector<HistoryVersion> &versions() const { return m_versions; }
    /// -1 when there is no such version.
    [[nodiscard]] int rowOf(int version) const;
    /// "Version 7 · 14:02:07", to choose one by.
    [[nodiscard]] QString titleOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const HistoryVersion &version, int column) const;

    const Clock &m_clock;
    std::vector<HistoryVersion> m_versions;
};

} // namespace gatehouse
