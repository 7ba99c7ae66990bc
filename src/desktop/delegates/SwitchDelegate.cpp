// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/SwitchDelegate.h"

#include "desktop/theme/Theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace gatehouse {

namespace {

constexpr QSize switchSize(34, 18);
constexpr int holderRoom = 22;
constexpr int reach = 5; // how far beside it a click still meets the switch
constexpr qreal knobGap = 3;
constexpr qreal outlineWidth = 1.5;

bool isOn(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
}

bool toggle(QAbstractItemModel *model, const QModelIndex &index)
{
    return model->setData(index, static_cast<int>(isOn(index) ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

/// Below the title of its column.
QRect switchRect(const QRect &cell, Qt::LayoutDirection direction)
{
    QRect place({}, switchSize);
    place.moveCenter(cell.center());
    place.moveLeft(cell.left() + cellPadding);
    return QStyle::visualRect(direction, cell, place);
}

struct SwitchColours
{
    QColor track;
    QColor outline;
    QColor knob;
};

SwitchColours coloursOf(const Theme &theme, bool on, bool usable, bool hovered)
{
    if (on && usable) {
        const QColor track = hovered ? theme.accentHover : theme.accent;
        return {track, track, theme.onAccent};
    }
    if (on)
        return {theme.disabled, theme.disabled, theme.surface};
    const QColor line = !usable ? theme.disabled : hovered ? theme.text : theme.outline;
    return {theme.surface, line, line};
}

} // namespace

QRect SwitchDelegate::targetRect(const QRect &cell, Qt::LayoutDirection direction)
{
    return switchRect(cell, direction).adjusted(-reach, -reach, reach, reach);
}

void SwitchDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(Qt::CheckStateRole).isValid())
        return; // nobody knows
    const bool on = isOn(index);
    const bool usable = index.flags().testFlag(Qt::ItemIsUserCheckable);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const SwitchColours colours = coloursOf(Theme::forPalette(option.palette), on, usable, hovered);
    const qreal inset = outlineWidth / 2;
    const QRectF track = QRectF(switchRect(option.rect, option.direction)).adjusted(inset, inset, -inset, -inset);
    painter->setPen(QPen(colours.outline, outlineWidth));
    painter->setBrush(colours.track);
    painter->drawRoundedRect(track, track.height() / 2, track.height() / 2);

    const bool knobAtRight = on == (option.direction == Qt::LeftToRight);
    const qreal side = track.height() - 2 * knobGap;
    const qreal left = knobAtRight ? track.right() - knobGap - side : track.left() + knobGap;
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.knob);
    painter->drawEllipse(QRectF(left, track.top() + knobGap, side, side));

    const auto holder = index.data(EntryRole::CellHeldBy).value<HeldBy>();
    if (holder == HeldBy::Service)
        return;
    const QRect beside(option.rect.left() + cellPadding + switchSize.width(), option.rect.top(), holderRoom,
                       option.rect.height());
    paintHolder(painter, QStyle::visualRect(option.direction, option.rect, beside).center(), holder);
}

bool SwitchDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease:
        return mouseEvent(event, model, option, index);
    default:
        return false;
    }
}

bool SwitchDelegate::mouseEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const bool meets =
        mouse->button() == Qt::LeftButton && targetRect(option.rect, option.direction).contains(mouse->pos());
    if (event->type() != QEvent::MouseButtonRelease) {
        m_pressed = meets ? QPersistentModelIndex(index) : QPersistentModelIndex();
        return meets;
    }
    const bool isClick = meets && m_pressed == index;
    m_pressed = QPersistentModelIndex();
    return isClick && toggle(model, index);
}

} // namespace gatehouse
