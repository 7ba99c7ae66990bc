// SPDX-License-Identifier: Apache-2.0
#include "desktop/theme/Icons.h"

#include "desktop/theme/Theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

namespace gatehouse {

namespace {

QColor colourOf(IconTint tint, const Theme &theme)
{
    switch (tint) {
    case IconTint::Text:
        return theme.text;
    case IconTint::Subtle:
        return theme.subtle;
    case IconTint::Accent:
        return theme.accentText;
    case IconTint::OnAccent:
        return theme.onAccent;
    case IconTint::Success:
        return theme.success;
    case IconTint::Warning:
        return theme.warning;
    case IconTint::Danger:
        return theme.danger;
    case IconTint::Info:
        return theme.info;
    }
    return theme.text;
}

/// Draws a one-colour SVG in the colour of the palette in use at the time of painting.
class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(QString file, IconTint tint)
        : m_file(std::move(file))
        , m_tint(tint)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale) override
    {
        const Theme &theme = Theme::forPalette(QGuiApplication::palette());
        const QColor colour = mode == QIcon::Disabled ? theme.disabled : colourOf(m_tint, theme);
        const bool mirrored = QGuiApplication::isRightToLeft();
        const QString key = QStringLiteral("%1 %2 %3x%4 %5")
                                .arg(m_file, colour.name())
                                .arg(size.width())
                                .arg(size.height())
                                .arg(mirrored);
        QPixmap drawn;
        if (!QPixmapCache::find(key, &drawn)) {
            drawn = draw(size, colour, mirrored);
            QPixmapCache::insert(key, drawn);
        }
        drawn.setDevicePixelRatio(scale);
        return drawn;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedEngine(m_file, m_tint); }
    QString iconName() override { return m_file; }

private:
    [[nodiscard]] QPixmap draw(const QSize &size, const QColor &colour, bool mirrored) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const int side = std::min(size.width(), size.height());
        const int left = mirrored ? size.width() - side : 0;
        QSvgRenderer(m_file).render(&painter, QRectF(left, (size.height() - side) / 2, side, side));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour);
        return pixmap;
    }

    QString m_file;
    IconTint m_tint;
};

} // namespace

QIcon icon(QStringView name, IconTint tint)
{
    return QIcon(new TintedEngine(QStringLiteral(":/icons/%1.svg").arg(name), tint));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/gatehouse.svg"));
}

} // namespace gatehouse
