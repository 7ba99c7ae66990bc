// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryRowIndex.h"

namespace gatehouse {

/// The entries of a list as a table, filtered and sorted: what stands in the cells, and what may be edited.
///
/// It changes nothing by itself: an edit is asked for by editRequested(), and seen when updateRows() brings it back.
class EntryTableModel final : public EntryRowIndex
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryTableModel)

public:
    /// `clock` must outlive this.
    explicit EntryTableModel(const Clock &clock, QObject *parent = nullptr);
    ~EntryTableModel() override;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// True when the edit was asked for; false when it is none.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// The user wants that entry to be so.
    void editRequested(const gatehouse::EntryKey &key, const gatehouse::EntryContent &content);

private:
    [[nodiscard]] QVariant look(const EntryRow &row, EntryColumn column, int role) const;
};

} // namespace gatehouse
