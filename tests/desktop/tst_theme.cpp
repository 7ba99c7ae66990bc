// SPDX-License-Identifier: Apache-2.0
#include "desktop/theme/Icons.h"
#include "desktop/theme/Theme.h"
#include "support/TestProgram.h"

#include <QApplication>
#include <QDir>
#include <QSvgRenderer>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatehouse;

namespace {

/// WCAG 2.1, "relative luminance".
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

struct Pair
{
    const char *name;
    QColor Theme::*front;
    QColor Theme::*back;
    double least;
};

// 4.5:1 for text, 3:1 for the borders of what can be used (WCAG 2.1, 1.4.3 and 1.4.11).
constexpr Pair pairs[] = {
    {"text on window", &Theme::text, &Theme::window, 7},
    {"text on surface", &Theme::text, &Theme::surface, 7},
    {"text on sidebar", &Theme::text, &Theme::sidebar, 7},
    {"text on a selected row", &Theme::text, &Theme::selection, 7},
    {"text under the pointer", &Theme::text, &Theme::raised, 7},
    {"secondary text on window", &Theme::subtle, &Theme::window, 4.5},
    {"secondary text on surface", &Theme::subtle, &Theme::surface, 4.5},
    {"secondary text on sidebar", &Theme::subtle, &Theme::sidebar, 4.5},
    {"secondary text on a selected row", &Theme::subtle, &Theme::selection, 4.5},
    {"accent text on surface", &Theme::accentText, &Theme::surface, 4.5},
    {"accent text on window", &Theme::accentText, &Theme::window, 4.5},
    {"text of the main button", &Theme::onAccent, &Theme::accent, 4.5},
    {"text of the main button under the pointer", &Theme::onAccent, &Theme::accentHover, 4.5},
    {"success on surface", &Theme::success, &Theme::surface, 4.5},
    {"success on a selected row", &Theme::success, &Theme::selection, 4.5},
    {"warning on surface", &Theme::warning, &Theme::surface, 4.5},
    {"warning on a selected row", &Theme::warning, &Theme::selection, 4.5},
    {"danger on surface", &Theme::danger, &Theme::surface, 4.5},
    {"danger on sidebar", &Theme::danger, &Theme::sidebar, 4.5},
    {"danger on a selected row", &Theme::danger, &Theme::selection, 4.5},
    {"text of a success", &Theme::text, &Theme::successSurface, 7},
    {"text of a warning", &Theme::text, &Theme::warningSurface, 7},
    {"text of an error", &Theme::text, &Theme::dangerSurface, 7},
    {"text of an information", &Theme::text, &Theme::infoSurface, 7},
    {"symbol of a success", &Theme::success, &Theme::successSurface, 4.5},
    {"symbol of a warning", &Theme::warning, &Theme::warningSurface, 4.5},
    {"symbol of an error", &Theme::danger, &Theme::dangerSurface, 4.5},
    {"symbol of an information", &Theme::info, &Theme::infoSurface, 4.5},
    {"border of an input", &Theme::outline, &Theme::surface, 3},
    {"focus on surface", &Theme::accent, &Theme::surface, 3},
    {"focus on window", &Theme::accent, &Theme::window, 3},
};

bool hasColour(const QImage &image, const QColor &wanted)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == wanted)
                return true;
        }
    }
    return false;
}

} // namespace

class tst_theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastSuffices_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("pair");
        for (const bool dark : {false, true}) {
            for (std::size_t i = 0; i < std::size(pairs); ++i)
                QTest::addRow("%s, %s", pairs[i].name, dark ? "dark" : "light") << dark << static_cast<int>(i);
        }
    }

    void contrastSuffices()
    {
        QFETCH(bool, dark);
        QFETCH(int, pair);
        const Theme &theme = dark ? Theme::darkTheme() : Theme::light();
        const Pair &of = pairs[pair];
        const double measured = contrast(theme.*of.front, theme.*of.back);
        QVERIFY2(measured >= of.least, qPrintable(QStringLiteral("%1:1").arg(measured)));
    }

    void isKnownByItsPalette()
    {
        QVERIFY(!Theme::forPalette(Theme::light().palette()).dark);
        QVERIFY(Theme::forPalette(Theme::darkTheme().palette()).dark);
    }

    void styleSheetIsFilledInWhole_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void styleSheetIsFilledInWhole()
    {
        QFETCH(bool, dark);
        const Theme &theme = dark ? Theme::darkTheme() : Theme::light();
        const QString sheet = theme.styleSheet(QFont());
        QVERIFY(sheet.contains(theme.accent.name()));
        // The one @name@ that stays is the one the sheet's own comment speaks of.
        QCOMPARE(sheet.count(u'@'), 2);
        static const QRegularExpression image(QStringLiteral("url\\(([^)]*)\\)"));
        for (auto match = image.globalMatch(sheet); match.hasNext();) {
            const QString file = match.next().captured(1);
            QVERIFY2(QFile::exists(file), qPrintable(file));
        }
    }

    void everyIconDraws_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(names.size() > 20);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyIconDraws()
    {
        QFETCH(QString, file);
        QVERIFY(QSvgRenderer(QStringLiteral(":/icons/") + file).isValid());
        const QImage drawn = icon(file.chopped(4)).pixmap(24, 24).toImage();
        QVERIFY(hasColour(drawn, Theme::forPalette(QGuiApplication::palette()).text));
    }

    void iconsFollowThePalette()
    {
        const QIcon add = icon(u"add", IconTint::Accent);
        for (const Theme *theme : {&Theme::light(), &Theme::darkTheme()}) {
            QApplication::setPalette(theme->palette());
            QVERIFY(hasColour(add.pixmap(24, 24).toImage(), theme->accentText));
            QVERIFY(hasColour(add.pixmap(24, 24, QIcon::Disabled).toImage(), theme->disabled));
        }
    }

    void iconsAreSharpOnDenseScreens()
    {
        const QPixmap dense = icon(u"add").pixmap(QSize(16, 16), 2.0);
        QCOMPARE(dense.size(), QSize(32, 32));
        QCOMPARE(dense.devicePixelRatio(), 2.0);
    }

    void tabularFontHasDigitsOfOneWidth()
    {
        const QFontMetricsF metrics(tabularFont(QFont(QStringLiteral("Inter"))));
        const qreal width = metrics.horizontalAdvance(u'0');
        for (const char16_t digit : std::u16string_view(u"123456789"))
            QCOMPARE(metrics.horizontalAdvance(digit), width);
    }
};

GATEHOUSE_TEST(tst_theme, QApplication)
#include "tst_theme.moc"
