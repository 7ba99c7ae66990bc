// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/LogDelegate.h"

#include "desktop/delegates/EntryDelegate.h"
#include "desktop/models/LogTableModel.h"
#include "desktop/theme/Theme.h"

#include <QPainter>

namespace gatehouse {

namespace {

constexpr int logEdgeWidth = 3;

bool isRefused(const QModelIndex &index)
{
    return index.data(LogTableModel::RefusedRole).toBool();
}

} // namespace

void LogDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto kind = static_cast<LogColumn::Kind>(index.data(LogTableModel::KindRole).toInt());
    if (kind != LogColumn::Kind::Text)
        option->font = tabularFont(option->font);
    option->fontMetrics = QFontMetrics(option->font);
    const Theme &theme = Theme::forPalette(option->palette);
    option->palette.setColor(QPalette::Text, isRefused(index) ? theme.danger : theme.text);
}

QSize LogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    return {cell.fontMetrics.horizontalAdvance(cell.text) + 2 * cellPadding + 1, cell.fontMetrics.height()};
}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Theme &theme = Theme::forPalette(cell.palette);
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(cell.rect);
    painter->fillRect(cell.rect, selected ? theme.selection : isRefused(index) ? theme.dangerSurface : theme.surface);
    painter->fillRect(QRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1), theme.separator);
    if (index.column() == 0 && isRefused(index)) {
        const QRect edge(cell.rect.topLeft(), QSize(logEdgeWidth, cell.rect.height()));
        painter->fillRect(QStyle::visualRect(cell.direction, cell.rect, edge), theme.danger);
    }
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(QPalette::Text));
    const QRect place = cell.rect.adjusted(cellPadding, 0, -cellPadding, -1);
    const auto alignment = QStyle::visualAlignment(cell.direction, cell.displayAlignment) | Qt::AlignAbsolute;
    painter->drawText(place, static_cast<int>(alignment) | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(cell.text, Qt::ElideRight, place.width()));
    painter->restore();
}

} // namespace gatehouse
