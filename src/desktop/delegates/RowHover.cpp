// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/RowHover.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QMouseEvent>

namespace gatehouse {

RowHover::RowHover(QAbstractItemView *view)
    : QObject(view)
    , m_view(view)
{
    view->setMouseTracking(true);
    view->viewport()->installEventFilter(this);
}

bool RowHover::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        moveTo(m_view->indexAt(static_cast<QMouseEvent *>(event)->pos()));
        break;
    case QEvent::Wheel: // other rows come under the pointer
    case QEvent::Leave:
        moveTo({});
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void RowHover::moveTo(const QModelIndex &cell)
{
    const bool sameRow = m_cell.isValid() && cell.isValid() && m_cell.row() == cell.row();
    if (sameRow || (!m_cell.isValid() && !cell.isValid()))
        return;
    repaintRow();
    m_cell = cell;
    repaintRow();
}

void RowHover::repaintRow()
{
    if (!m_cell.isValid())
        return;
    QRect row = m_view->visualRect(m_cell);
    row.setLeft(0);
    row.setRight(m_view->viewport()->width());
    m_view->viewport()->update(row);
}

} // namespace gatehouse
