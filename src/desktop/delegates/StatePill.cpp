// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/StatePill.h"

#include "desktop/theme/Theme.h"

#include <QPainter>
#include <QStyle>
#include <QtMath>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int pillHeight = 22;
constexpr int pillPadding = 8;
constexpr int pillSymbolSize = 13;
constexpr int symbolGap = 5;
constexpr qreal textScale = 0.92;

QFont pillFont(const QFont &base)
{
    QFont font = base;
    font.setStrikeOut(false); // the state of a removed row is not removed
    font.setPointSizeF(font.pointSizeF() * textScale);
    return font;
}

} // namespace

StatePill StatePill::of(EntryStatus status, const Theme &theme)
{
    switch (status) {
    case EntryStatus::Failed:
        return {u"error", IconTint::Danger, theme.danger, theme.dangerSurface};
    case EntryStatus::Conflict:
        return {u"warning", IconTint::Warning, theme.warning, theme.warningSurface};
    case EntryStatus::Overdue:
        return {u"clock", IconTint::Danger, theme.danger, theme.dangerSurface};
    case EntryStatus::Vanished:
        return {u"help", IconTint::Warning, theme.warning, theme.warningSurface};
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
    case EntryStatus::Unknown:
        return {u"help", IconTint::Subtle, theme.subtle, theme.raised};
    case EntryStatus::Live:
        return {u"check", IconTint::Success, theme.success, theme.successSurface};
    case EntryStatus::Inactive:
        return {u"deactivate", IconTint::Subtle, theme.subtle, theme.raised};
    }
    Q_UNREACHABLE();
}

QSize pillSize(const QString &text, const QFont &font)
{
    // Widths of text are fractions: rounded down, the last letter would be cut off.
    const int words = qCeil(QFontMetricsF(pillFont(font)).horizontalAdvance(text)) + 1;
    return {words + pillSymbolSize + symbolGap + 2 * pillPadding, pillHeight};
}

void paintPill(QPainter &painter, const StatePill &pill, const QString &text, const QFont &font, const QRect &place,
               Qt::LayoutDirection direction)
{
    const int width = std::min(place.width(), pillSize(text, font).width());
    const QRect logical(place.left(), place.center().y() - pillHeight / 2 + 1, width, pillHeight);
    const QRect outside = QStyle::visualRect(direction, place, logical);
    painter.setFont(pillFont(font));
    painter.setPen(Qt::NoPen);
    painter.setBrush(pill.surface);
    painter.drawRoundedRect(outside, pillHeight / 2.0, pillHeight / 2.0);

    const QRect inside = outside.adjusted(pillPadding, 0, -pillPadding, 0);
    const QRect symbol(inside.left(), inside.center().y() - pillSymbolSize / 2, pillSymbolSize, pillSymbolSize);
    icon(pill.symbol, pill.tint).paint(&painter, QStyle::visualRect(direction, inside, symbol));
    painter.setPen(pill.text);
    const QRect words = QStyle::visualRect(direction, inside, inside.adjusted(pillSymbolSize + symbolGap, 0, 0, 0));
    const auto alignment = QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter) | Qt::AlignAbsolute;
    painter.drawText(words, static_cast<int>(alignment) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
}

} // namespace gatehouse
