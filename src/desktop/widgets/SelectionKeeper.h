// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"

#include <QObject>

#include <vector>

class QTableView;

namespace gatehouse {

class EntryTableModel;

/// Brings selection, current cell and scroll position of a view through a reset of its model, by key. What is not shown
/// any more is not selected any more: nothing should happen to entries that nobody sees. Nor is anything selected when
/// the rows would lie scattered over more than a thousand places, which Qt compares with each other at every click.
class SelectionKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionKeeper)

public:
    /// To be made after the view was given the model. The view becomes the parent.
    SelectionKeeper(EntryTableModel &model, QTableView &view);

    /// In the order of the rows.
    [[nodiscard]] std::vector<EntryKey> selectedKeys() const;
    /// These and no others, as far as they are shown.
    void select(const std::vector<EntryKey> &keys);

private:
    void remember();
    void restore();
    void restoreSelection();

    EntryTableModel &m_model;
    QTableView &m_view;
    std::vector<EntryKey> m_selected;
    EntryKey m_current;
    int m_currentColumn = 0;
    EntryKey m_anchor; // stays in sight
};

} // namespace gatehouse
