// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/ConnectionDelegate.h"

#include "desktop/models/ConnectionListModel.h"
#include "desktop/theme/Icons.h"
#include "desktop/theme/Theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int padding = 10;
constexpr int gap = 2;
constexpr int symbolSize = 20;
constexpr int smallSymbolSize = 14;
constexpr qreal smallFactor = 0.9;
constexpr qreal cornerRadius = 8;

QFont smallFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * smallFactor);
    return font;
}

QFont strongFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Where each part goes in a left-to-right language; mirrored() turns it round.
struct Places
{
    QRect symbol;
    QRect name;
    QRect summary;
    QRect badge;
};

Places placesIn(const QRect &row, int nameHeight, int summaryHeight, int badgeWidth)
{
    const QRect inner = row.adjusted(padding, 0, -padding, 0);
    const int textLeft = inner.left() + symbolSize + padding;
    const int textWidth = inner.right() - textLeft - (badgeWidth > 0 ? badgeWidth + padding : 0) + 1;
    const int top = row.top() + (row.height() - nameHeight - gap - summaryHeight) / 2;
    Places places;
    places.symbol = QRect(inner.left(), row.center().y() - symbolSize / 2, symbolSize, symbolSize);
    places.name = QRect(textLeft, top, textWidth, nameHeight);
    places.summary = QRect(textLeft, top + nameHeight + gap, textWidth, summaryHeight);
    places.badge =
        QRect(inner.right() - badgeWidth + 1, row.center().y() - summaryHeight / 2, badgeWidth, summaryHeight);
    return places;
}

void drawBackground(QPainter &painter, const QStyleOptionViewItem &option, const QRect &card, const Theme &theme)
{
    QPainterPath shape;
    shape.addRoundedRect(card, cornerRadius, cornerRadius);
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillPath(shape, theme.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillPath(shape, theme.raised);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawPath(shape);
    }
}

void drawBadge(QPainter &painter, const QRect &place, const QString &text, const Theme &theme)
{
    const qreal radius = place.height() / 2.0;
    QPainterPath shape;
    shape.addRoundedRect(place, radius, radius);
    painter.fillPath(shape, theme.accent);
    painter.setPen(theme.onAccent);
    painter.drawText(place, Qt::AlignCenter, text);
}

} // namespace

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The view itself is transparent, so that its palette does not tell light from dark.
    const Theme &theme = Theme::forPalette(QGuiApplication::palette());
    const auto status = index.data(ConnectionListModel::StatusRole).value<ConnectionStatus>();
    const QFont nameFont = strongFont(option.font);
    const QFont summaryFont = smallFont(option.font);
    const QFontMetrics nameMetrics(nameFont);
    const QFontMetrics summaryMetrics(summaryFont);
    const QString badge = status.pending > 0 ? QLocale().toString(status.pending) : QString();
    const int badgeWidth =
        badge.isEmpty() ? 0 : std::max(summaryMetrics.horizontalAdvance(badge) + padding, summaryMetrics.height());
    const QRect card = option.rect.adjusted(0, 1, 0, -1);
    const Places places = placesIn(card, nameMetrics.height(), summaryMetrics.height(), badgeWidth);
    const auto mirrored = [&](const QRect &place) { return QStyle::visualRect(option.direction, card, place); };
    const auto alignment = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawBackground(*painter, option, card, theme);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, mirrored(places.symbol));

    painter->setFont(nameFont);
    painter->setPen(theme.text);
    painter->drawText(mirrored(places.name), alignment,
                      nameMetrics.elidedText(index.data().toString(), Qt::ElideRight, places.name.width()));

    painter->setFont(summaryFont);
    painter->setPen(status.error ? theme.danger : theme.subtle);
    QRect summary = places.summary;
    if (status.error) {
        const QRect mark(summary.left(), summary.center().y() - smallSymbolSize / 2, smallSymbolSize, smallSymbolSize);
        icon(u"error", IconTint::Danger).paint(painter, mirrored(mark));
        summary.setLeft(mark.right() + padding / 2);
    }
    const QString line = index.data(ConnectionListModel::SummaryRole).toString();
    painter->drawText(mirrored(summary), alignment, summaryMetrics.elidedText(line, Qt::ElideRight, summary.width()));
    if (!badge.isEmpty())
        drawBadge(*painter, mirrored(places.badge), badge, theme);
    painter->restore();
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const int text = QFontMetrics(strongFont(option.font)).height() + QFontMetrics(smallFont(option.font)).height();
    return {symbolSize * 6, text + gap + 2 * padding};
}

} // namespace gatehouse
