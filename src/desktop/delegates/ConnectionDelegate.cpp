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
constexpr int tagGap = 6;
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
struct RowPlaces
{
    QRect symbol;
    QRect name;
    QRect summary;
    QRect badge;
};

RowPlaces placesIn(const QRect &row, int nameHeight, int summaryHeight, int badgeWidth)
{
    const QRect inner = row.adjusted(padding, 0, -padding, 0);
    const int textLeft = inner.left() + symbolSize + padding;
    const int textWidth = inner.right() - textLeft - (badgeWidth > 0 ? badgeWidth + padding : 0) + 1;
    const int top = row.top() + (row.height() - nameHeight - gap - summaryHeight) / 2;
    RowPlaces places;
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

/// Paints one row; places are those of a left-to-right language until they are drawn.
class ConnectionPainter
{
public:
    ConnectionPainter(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
        : m_painter(painter)
        , m_option(option)
        , m_index(index)
        // The view itself is transparent, so that its palette does not tell light from dark.
        , m_theme(Theme::forPalette(QGuiApplication::palette()))
        , m_status(index.data(ConnectionListModel::StatusRole).value<ConnectionStatus>())
        , m_card(option.rect.adjusted(0, 1, 0, -1))
        , m_nameFont(strongFont(option.font))
        , m_smallFont(smallFont(option.font))
    {}

    void paint()
    {
        const QString badge = m_status.pending > 0 ? QLocale().toString(m_status.pending) : QString();
        const QFontMetrics small(m_smallFont);
        const int badgeWidth = badge.isEmpty() ? 0 : std::max(small.horizontalAdvance(badge) + padding, small.height());
        const RowPlaces places = placesIn(m_card, QFontMetrics(m_nameFont).height(), small.height(), badgeWidth);
        drawBackground(m_painter, m_option, m_card, m_theme);
        m_index.data(Qt::DecorationRole).value<QIcon>().paint(&m_painter, mirrored(places.symbol));
        drawName(places.name);
        drawSummary(places.summary);
        if (!badge.isEmpty())
            drawPill(places.badge, badge, m_theme.accent, m_theme.onAccent);
    }

private:
    [[nodiscard]] QRect mirrored(const QRect &place) const
    {
        return QStyle::visualRect(m_option.direction, m_card, place);
    }

    void drawText(const QRect &place, const QFont &font, const QColor &colour, const QString &text)
    {
        const auto alignment = int(QStyle::visualAlignment(m_option.direction, Qt::AlignLeft | Qt::AlignVCenter));
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(mirrored(place), alignment,
                           QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    }

    void drawPill(const QRect &place, const QString &text, const QColor &fill, const QColor &colour)
    {
        QPainterPath shape;
        shape.addRoundedRect(mirrored(place), place.height() / 2.0, place.height() / 2.0);
        m_painter.fillPath(shape, fill);
        m_painter.setFont(m_smallFont);
        m_painter.setPen(colour);
        m_painter.drawText(mirrored(place), Qt::AlignCenter, text);
    }

    /// With a tag at its end when the connection's base URL is given up.
    void drawName(QRect place)
    {
        if (m_index.data(ConnectionListModel::DeprecatedRole).toBool()) {
            const QString text = ConnectionDelegate::tr("deprecated");
            const QFontMetrics metrics(m_smallFont);
            const int width = metrics.horizontalAdvance(text) + padding;
            const QRect tag(place.right() - width + 1, place.center().y() - metrics.height() / 2, width,
                            metrics.height());
            drawPill(tag, text, m_theme.warningSurface, m_theme.warning);
            place.adjust(0, 0, -width - tagGap, 0);
        }
        drawText(place, m_nameFont, m_theme.text, m_index.data().toString());
    }

    void drawSummary(QRect place)
    {
        const bool alarming = m_status.error || m_status.overdue || m_status.openTo.anybody();
        if (alarming) {
            const QRect mark(place.left(), place.center().y() - smallSymbolSize / 2, smallSymbolSize, smallSymbolSize);
            icon(u"error", IconTint::Danger).paint(&m_painter, mirrored(mark));
            place.setLeft(mark.right() + padding / 2);
        }
        drawText(place, m_smallFont, alarming ? m_theme.danger : m_theme.subtle,
                 m_index.data(ConnectionListModel::SummaryRole).toString());
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const QModelIndex &m_index;
    const Theme &m_theme;
    const ConnectionStatus m_status;
    const QRect m_card;
    const QFont m_nameFont;
    const QFont m_smallFont;
};

} // namespace

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    ConnectionPainter(*painter, option, index).paint();
    painter->restore();
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const int text = QFontMetrics(strongFont(option.font)).height() + QFontMetrics(smallFont(option.font)).height();
    return {symbolSize * 6, text + gap + 2 * padding};
}

} // namespace gatehouse
