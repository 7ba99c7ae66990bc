// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/EntryDelegate.h"

#include "desktop/delegates/RowHover.h"
#include "desktop/theme/Icons.h"
#include "desktop/theme/Theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>
#include <QWidget>

#include <algorithm>
#include <optional>

namespace gatehouse {

namespace {

constexpr int edgeWidth = 3;
constexpr int markSize = 7;
constexpr int holderSize = 12;
constexpr int holderGap = 6;
constexpr qreal tint = 0.55;
constexpr qreal hoverStrength = 0.6;

QColor blended(const QColor &below, const QColor &above, qreal share)
{
    const auto mix = [share](int from, int to) { return static_cast<int>(from + (to - from) * share); };
    return {mix(below.red(), above.red()), mix(below.green(), above.green()), mix(below.blue(), above.blue())};
}

QColor rowColour(const Theme &theme, const QStyleOptionViewItem &option, const QModelIndex &index, bool isHovered)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return theme.selection;
    const bool isAdded = index.data(EntryRole::IsAdded).toBool();
    const bool isNews = index.data(EntryRole::IsNews).toBool();
    const QColor row = isAdded  ? blended(theme.surface, theme.infoSurface, tint)
                       : isNews ? blended(theme.surface, theme.warningSurface, tint)
                                : theme.surface;
    return isHovered ? blended(row, theme.raised, hoverStrength) : row;
}

/// The line at the start of a row; empty when all is as it should be.
std::optional<QColor> edgeColour(const Theme &theme, EntryStatus status)
{
    switch (status) {
    case EntryStatus::Failed:
    case EntryStatus::Overdue:
    case EntryStatus::Expired:
        return theme.danger;
    case EntryStatus::Conflict:
    case EntryStatus::Vanished:
    case EntryStatus::Changed:
        return theme.warning;
    case EntryStatus::Added:
    case EntryStatus::Sending:
        return theme.info;
    case EntryStatus::Removed:
        return theme.subtle;
    case EntryStatus::Unknown:
    case EntryStatus::Live:
    case EntryStatus::Inactive:
        break;
    }
    return std::nullopt;
}

QRect atStart(const QStyleOptionViewItem &option, int width)
{
    const QRect left(option.rect.topLeft(), QSize(width, option.rect.height()));
    return QStyle::visualRect(option.direction, option.rect, left);
}

void paintChangeMark(QPainter *painter, const QStyleOptionViewItem &option, const QColor &colour)
{
    const QRect corner = atStart(option, markSize);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QPointF outer = mirrored ? QPointF(corner.right() + 1, corner.top()) : QPointF(corner.topLeft());
    QPainterPath triangle(outer);
    triangle.lineTo(outer + QPointF(mirrored ? -markSize : markSize, 0));
    triangle.lineTo(outer + QPointF(0, markSize));
    painter->fillPath(triangle, colour);
}

} // namespace

QStringView symbolOf(HeldBy holder)
{
    switch (holder) {
    case HeldBy::Service:
        return {};
    case HeldBy::ThisComputer:
        return u"computer";
    case HeldBy::Label:
        return u"tag";
    }
    Q_UNREACHABLE();
}

EntryDelegate::EntryDelegate(const RowHover *hover, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_hover(hover)
{}

bool EntryDelegate::isRowHovered(const QModelIndex &index) const
{
    return m_hover && m_hover->isOver(index);
}

void EntryDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme &theme = Theme::forPalette(option->palette);
    const bool isRemoved = index.data(EntryRole::IsRemoved).toBool();
    option->font.setStrikeOut(isRemoved);
    option->palette.setColor(QPalette::Text, isRemoved ? theme.subtle : theme.text);
}

void EntryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    painter->save();
    painter->setClipRect(cell.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    // By the text: in a right-to-left interface an address still reads from the left.
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    paintBackground(painter, cell, index);
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(QPalette::Text));
    paintContent(painter, cell, index);
    painter->restore();
}

void EntryDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const Theme &theme = Theme::forPalette(option.palette);
    painter->fillRect(option.rect, rowColour(theme, option, index, isRowHovered(index)));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.separator);
    if (index.column() == 0) {
        if (const auto edge = edgeColour(theme, index.data(EntryRole::Status).value<EntryStatus>()))
            painter->fillRect(atStart(option, edgeWidth), *edge);
    }
    if (index.data(EntryRole::IsCellChanged).toBool())
        paintChangeMark(painter, option, theme.warning);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(theme.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), inputRadius, inputRadius);
    }
}

QRect EntryDelegate::contentRect(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(cellPadding, 0, -cellPadding, -1);
}

void EntryDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                              const QString &text)
{
    const auto alignment = QStyle::visualAlignment(option.direction, option.displayAlignment) | Qt::AlignAbsolute;
    const QString shown = QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
}

void EntryDelegate::paintHeldText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                  const QRect &rect, const QString &text)
{
    const auto holder = index.data(EntryRole::CellHeldBy).value<HeldBy>();
    if (holder == HeldBy::Service) {
        paintText(painter, option, rect, text);
        return;
    }
    // As in a left-to-right language; turned round at the end.
    const int room = rect.width() - holderSize - holderGap;
    const QRect words(rect.left(), rect.top(), std::min(room, painter->fontMetrics().horizontalAdvance(text) + 1),
                      rect.height());
    const QRect mark(words.right() + holderGap, words.top(), holderSize, words.height());
    paintText(painter, option, QStyle::visualRect(option.direction, rect, words), text);
    paintHolder(painter, QStyle::visualRect(option.direction, rect, mark).center(), holder);
}

void EntryDelegate::paintHolder(QPainter *painter, const QPoint &centre, HeldBy holder)
{
    QRect place(0, 0, holderSize, holderSize);
    place.moveCenter(centre);
    icon(symbolOf(holder), IconTint::Subtle).paint(painter, place);
}

void EntryDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintHeldText(painter, option, index, contentRect(option), option.text);
}

void EntryDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex & /*index*/) const
{
    editor->setGeometry(option.rect.adjusted(1, 1, -1, -2));
}

} // namespace gatehouse
