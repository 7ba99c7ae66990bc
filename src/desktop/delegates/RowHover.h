// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QAbstractItemView;

namespace gatehouse {

/// Which row of a view the mouse is over; repaints rows as it comes and goes.
class RowHover final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowHover)

public:
    /// The view becomes the parent and is made to follow the mouse.
    explicit RowHover(QAbstractItemView *view);

    [[nodiscard]] bool isOver(const QModelIndex &index) const
    {
        return m_cell.isValid() && m_cell.row() == index.row();
    }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moveTo(const QModelIndex &cell);
    void repaintRow();

    QAbstractItemView *m_view;
    QPersistentModelIndex m_cell;
};

} // namespace gatehouse
