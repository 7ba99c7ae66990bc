// SPDX-License-Identifier: Apache-2.0
#include "desktop/theme/Theme.h"

#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHash>

#include <algorithm>

namespace gatehouse {

namespace {

Theme makeLight()
{
    Theme theme;
    theme.window = QColor(0xf6, 0xf7, 0xfa);
    theme.sidebar = QColor(0xec, 0xee, 0xf4);
    theme.surface = QColor(0xff, 0xff, 0xff);
    theme.raised = QColor(0xf0, 0xf1, 0xf6);
    theme.separator = QColor(0xe0, 0xe3, 0xeb);
    theme.outline = QColor(0x8b, 0x92, 0xa3);
    theme.text = QColor(0x1a, 0x1f, 0x2e);
    theme.subtle = QColor(0x59, 0x61, 0x74);
    theme.disabled = QColor(0x9a, 0xa1, 0xb0);
    theme.accent = QColor(0x4a, 0x54, 0xd1);
    theme.accentHover = QColor(0x3d, 0x46, 0xb8);
    theme.accentText = QColor(0x43, 0x4c, 0xc4);
    theme.onAccent = QColor(0xff, 0xff, 0xff);
    theme.selection = QColor(0xe3, 0xe6, 0xfb);
    theme.success = QColor(0x17, 0x74, 0x4a);
    theme.successSurface = QColor(0xe3, 0xf4, 0xea);
    theme.warning = QColor(0x8f, 0x57, 0x00);
    theme.warningSurface = QColor(0xfd, 0xf1, 0xd8);
    theme.danger = QColor(0xb4, 0x2b, 0x2e);
    theme.dangerSurface = QColor(0xfc, 0xe8, 0xe7);
    theme.info = QColor(0x1f, 0x61, 0xa8);
    theme.infoSurface = QColor(0xe4, 0xef, 0xfb);
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x16, 0x18, 0x20);
    theme.sidebar = QColor(0x10, 0x12, 0x18);
    theme.surface = QColor(0x1e, 0x21, 0x2b);
    theme.raised = QColor(0x2a, 0x2e, 0x3a);
    theme.separator = QColor(0x2f, 0x34, 0x41);
    theme.outline = QColor(0x75, 0x7d, 0x90);
    theme.text = QColor(0xe9, 0xeb, 0xf2);
    theme.subtle = QColor(0xa3, 0xab, 0xbc);
    theme.disabled = QColor(0x6a, 0x71, 0x82);
    theme.accent = QColor(0x5d, 0x67, 0xdd);
    theme.accentHover = QColor(0x55, 0x5e, 0xcb);
    theme.accentText = QColor(0xa5, 0xad, 0xff);
    theme.onAccent = QColor(0xff, 0xff, 0xff);
    theme.selection = QColor(0x31, 0x36, 0x5c);
    theme.success = QColor(0x6f, 0xd3, 0x9e);
    theme.successSurface = QColor(0x17, 0x33, 0x28);
    theme.warning = QColor(0xf0, 0xbb, 0x62);
    theme.warningSurface = QColor(0x3a, 0x2d, 0x16);
    theme.danger = QColor(0xff, 0x98, 0x93);
    theme.dangerSurface = QColor(0x44, 0x20, 0x23);
    theme.info = QColor(0x86, 0xbd, 0xf5);
    theme.infoSurface = QColor(0x18, 0x2d, 0x45);
    return theme;
}

QString sheetTemplate()
{
    QFile file(QStringLiteral(":/style/gatehouse.qss"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString points(qreal size)
{
    return QString::number(size, 'f', 1) + QStringLiteral("pt");
}

/// Between two colours: a border that belongs to its surface.
QString mixed(const QColor &one, const QColor &other)
{
    constexpr float share = 0.3F;
    const auto between = [](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(between(other.redF(), one.redF()), between(other.greenF(), one.greenF()),
                            between(other.blueF(), one.blueF()))
        .name();
}

QHash<QString, QString> colourNames(const Theme &theme)
{
    return {
        {QStringLiteral("window"), theme.window.name()},
        {QStringLiteral("sidebar"), theme.sidebar.name()},
        {QStringLiteral("surface"), theme.surface.name()},
        {QStringLiteral("raised"), theme.raised.name()},
        {QStringLiteral("separator"), theme.separator.name()},
        {QStringLiteral("outline"), theme.outline.name()},
        {QStringLiteral("text"), theme.text.name()},
        {QStringLiteral("subtle"), theme.subtle.name()},
        {QStringLiteral("disabled"), theme.disabled.name()},
        {QStringLiteral("accent"), theme.accent.name()},
        {QStringLiteral("accentHover"), theme.accentHover.name()},
        {QStringLiteral("accentText"), theme.accentText.name()},
        {QStringLiteral("onAccent"), theme.onAccent.name()},
        {QStringLiteral("selection"), theme.selection.name()},
        {QStringLiteral("success"), theme.success.name()},
        {QStringLiteral("successSurface"), theme.successSurface.name()},
        {QStringLiteral("successLine"), mixed(theme.success, theme.successSurface)},
        {QStringLiteral("warning"), theme.warning.name()},
        {QStringLiteral("warningSurface"), theme.warningSurface.name()},
        {QStringLiteral("warningLine"), mixed(theme.warning, theme.warningSurface)},
        {QStringLiteral("danger"), theme.danger.name()},
        {QStringLiteral("dangerSurface"), theme.dangerSurface.name()},
        {QStringLiteral("dangerLine"), mixed(theme.danger, theme.dangerSurface)},
        {QStringLiteral("info"), theme.info.name()},
        {QStringLiteral("infoSurface"), theme.infoSurface.name()},
        {QStringLiteral("infoLine"), mixed(theme.info, theme.infoSurface)},
        {QStringLiteral("variant"), theme.dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
}

/// Replaces each @name@. A name the sheet uses and nobody defines stays visible, and the tests look for that.
QString filledIn(QString sheet, const QHash<QString, QString> &values)
{
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        sheet.replace(u'@' + value.key() + u'@', value.value());
    return sheet;
}

bool hasTabularDigits(const QFontMetricsF &metrics)
{
    const qreal width = metrics.horizontalAdvance(u'0');
    return std::ranges::all_of(std::u16string_view(u"123456789"),
                               [&](char16_t digit) { return qFuzzyCompare(metrics.horizontalAdvance(digit), width); });
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &Theme::forPalette(const QPalette &palette)
{
    constexpr int half = 128;
    QColor behind = palette.color(QPalette::Active, QPalette::Window);
    if (behind.alpha() == 0) // a style sheet made the widget transparent
        behind = QGuiApplication::palette().color(QPalette::Active, QPalette::Window);
    return behind.lightness() < half ? darkTheme() : light();
}

QPalette Theme::palette() const
{
    QPalette colours;
    colours.setColor(QPalette::Window, window);
    colours.setColor(QPalette::WindowText, text);
    colours.setColor(QPalette::Base, surface);
    colours.setColor(QPalette::AlternateBase, raised);
    colours.setColor(QPalette::Text, text);
    colours.setColor(QPalette::PlaceholderText, subtle);
    colours.setColor(QPalette::Button, surface);
    colours.setColor(QPalette::ButtonText, text);
    colours.setColor(QPalette::BrightText, onAccent);
    colours.setColor(QPalette::ToolTipBase, raised);
    colours.setColor(QPalette::ToolTipText, text);
    colours.setColor(QPalette::Highlight, accent);
    colours.setColor(QPalette::HighlightedText, onAccent);
    colours.setColor(QPalette::Link, accentText);
    colours.setColor(QPalette::LinkVisited, accentText);
    colours.setColor(QPalette::Light, surface);
    colours.setColor(QPalette::Midlight, raised);
    colours.setColor(QPalette::Mid, separator);
    colours.setColor(QPalette::Dark, outline);
    colours.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : outline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        colours.setColor(QPalette::Disabled, role, disabled);
    colours.setColor(QPalette::Disabled, QPalette::Highlight, separator);
    return colours;
}

QString Theme::styleSheet(const QFont &base) const
{
    const qreal size = base.pointSizeF() > 0 ? base.pointSizeF() : 10;
    auto values = colourNames(*this);
    values.insert(QStringLiteral("smallSize"), points(size * 0.9));
    values.insert(QStringLiteral("headingSize"), points(size * 1.2));
    values.insert(QStringLiteral("titleSize"), points(size * 1.6));
    values.insert(QStringLiteral("cardRadius"), QString::number(cardRadius) + QStringLiteral("px"));
    values.insert(QStringLiteral("inputRadius"), QString::number(inputRadius) + QStringLiteral("px"));
    return filledIn(sheetTemplate(), values);
}

QFont tabularFont(const QFont &base)
{
    if (hasTabularDigits(QFontMetricsF(base)))
        return base;
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(base.pointSizeF());
    return fixed;
}

} // namespace gatehouse
