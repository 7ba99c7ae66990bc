// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryRow.h"
#include "desktop/widgets/RangeCheck.h"

#include <QTableView>

#include <vector>

namespace gatehouse {

class EntryTableModel;
class RangeDelegate;
class RowHover;
class SelectionKeeper;

/// The table of the entries of a list. Rows are selected, cells are edited: Enter or a double click edits the cell (the
/// label, where there is nothing to edit), space switches the selected entries on or off, Ctrl+C copies them as text,
/// Tab leaves the table. The actions added to it are its context menu. A third click on a column's title restores the
/// list's own order.
class EntryTableView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryTableView)

public:
    explicit EntryTableView(QWidget *parent = nullptr);
    ~EntryTableView() override;

    /// An EntryTableModel, which must not be replaced by another.
    void setModel(QAbstractItemModel *model) override;

    /// Who says below a range that is edited whether it can be had; empty: nobody. After setModel().
    void setRangeJudge(const std::optional<RangeJudge> &judge);

    using QTableView::edit; // the slot, which the override below would hide

    /// As seen, from top to bottom.
    [[nodiscard]] std::vector<EntryKey> selectedKeys() const;
    void copySelection() const;
    /// Selects those that are shown, brings the first of them into sight and takes the focus.
    void showSelected(const std::vector<EntryKey> &keys);

    /// Created and Updated are hidden at first, the others always shown.
    void setColumnShown(EntryColumn column, bool shown);
    [[nodiscard]] bool isColumnShown(EntryColumn column) const;

    /// Widths, sort order and which columns are shown, to be stored.
    [[nodiscard]] QByteArray headerState() const;
    /// What headerState() told some time; false when that cannot be used, and nothing happens.
    bool restoreHeaderState(const QByteArray &state);

Q_SIGNALS:
    /// The user wants these entries, which are not so yet, switched on or off.
    void activeRequested(const std::vector<gatehouse::EntryKey> &keys, bool active);

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override;

private:
    void setUpHeader();
    void setUpDelegates();
    void toggleSelected();
    [[nodiscard]] int widthFor(const QString &text) const;
    [[nodiscard]] int widestState() const;

    RowHover *m_hover;
    RangeDelegate *m_ranges = nullptr;
    EntryTableModel *m_model = nullptr;
    SelectionKeeper *m_selection = nullptr;
};

} // namespace gatehouse
