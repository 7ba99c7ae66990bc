// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/StateDelegate.h"

#include "desktop/models/EntryRow.h"
#include "desktop/theme/Icons.h"
#include "desktop/theme/Theme.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int pillHeight = 22;
constexpr int pillPadding = 8;
constexpr int symbolSize = 13;
constexpr int symbolGap = 5;
constexpr qreal textScale = 0.92;

struct Pill
{
    QStringView symbol;
    IconTint tint;
    QColor text;
    QColor surface;
};

Pill pillOf(EntryStatus status, const Theme &theme)
{
    switch (status) {
    case EntryStatus::Failed:
        return {u"error", IconTint::Danger, theme.danger, theme.dangerSurface};
    case EntryStatus::Conflict:
        return {u"warning", IconTint::Warning, theme.warning, theme.warningSurface};
    case EntryStatus::Sending:
        return {u"apply", IconTint::Info, theme.info, theme.infoSurface};
    case EntryStatus::Added:
        return {u"add", IconTint::Info, theme.info, theme.infoSurface};
    case EntryStatus::Changed:
        return {u"edit", IconTint::Warning, theme.warning, theme.warningSurface};
    case EntryStatus::Removed:
        return {u"remove", IconTint::Subtle, theme.subtle, theme.raised};
    case EntryStatus::Expired:
        return {u"clock", IconTint::Danger, theme.danger, theme.dangerSurface};
    case EntryStatus::Live:
        return {u"check", IconTint::Success, theme.success, theme.successSurface};
    case EntryStatus::Inactive:
        return {u"deactivate", IconTint::Subtle, theme.subtle, theme.raised};
    }
    Q_UNREACHABLE();
}

} // namespace

void StateDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Pill pill = pillOf(index.data(EntryRole::Status).value<EntryStatus>(), Theme::forPalette(option.palette));
    QFont font = option.font;
    font.setStrikeOut(false); // the state of a removed row is not removed
    font.setPointSizeF(font.pointSizeF() * textScale);
    painter->setFont(font);

    const QRect place = contentRect(option);
    // Widths of text are fractions: rounded down, the last letter would be cut off.
    const int text = qCeil(QFontMetricsF(font).horizontalAdvance(option.text)) + 1;
    const int width = std::min(place.width(), text + symbolSize + symbolGap + 2 * pillPadding);
    const QRect logical(place.left(), place.center().y() - pillHeight / 2 + 1, width, pillHeight);
    const QRect outside = QStyle::visualRect(option.direction, place, logical);
    painter->setPen(Qt::NoPen);
    painter->setBrush(pill.surface);
    painter->drawRoundedRect(outside, pillHeight / 2.0, pillHeight / 2.0);

    const QRect inside = outside.adjusted(pillPadding, 0, -pillPadding, 0);
    const QRect symbol(inside.left(), inside.center().y() - symbolSize / 2, symbolSize, symbolSize);
    icon(pill.symbol, pill.tint).paint(painter, QStyle::visualRect(option.direction, inside, symbol));
    painter->setPen(pill.text);
    const QRect words = inside.adjusted(symbolSize + symbolGap, 0, 0, 0);
    paintText(painter, option, QStyle::visualRect(option.direction, inside, words), option.text);
}

} // namespace gatehouse
