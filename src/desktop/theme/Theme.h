// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace gatehouse {

/// The colours of the program by what they are for, one set for light and one for dark. Everything painted by hand
/// takes its colours from forPalette(), so that nothing has to be told when the user switches.
struct Theme
{
    bool dark = false;

    QColor window;    ///< behind everything
    QColor sidebar;   ///< the list of connections
    QColor surface;   ///< cards, tables, inputs
    QColor raised;    ///< menus, tooltips, what is under the pointer
    QColor separator; ///< soft lines
    QColor outline;   ///< borders of inputs and buttons; 3:1 against the surface
    QColor text;      ///< 7:1 or more against window and surface
    QColor subtle;    ///< secondary text; 4.5:1 or more
    QColor disabled;  ///< text of what cannot be used now
    QColor accent;    ///< fills: the main button, the selected switch
    QColor accentHover;
    QColor accentText; ///< text and icons in the accent colour on window and surface
    QColor onAccent;   ///< text on an accent fill
    QColor selection;  ///< behind selected rows; `text` is readable on it
    QColor success;    ///< text and icons
    QColor successSurface;
    QColor warning;
    QColor warningSurface;
    QColor danger;
    QColor dangerSurface;
    QColor info;
    QColor infoSurface;

    static const Theme &light();
    static const Theme &darkTheme();
    /// The theme in use, told by how light the palette's window is.
    static const Theme &forPalette(const QPalette &palette);

    [[nodiscard]] QPalette palette() const;
    /// The style sheet of the whole program in these colours; `base` sets the sizes.
    [[nodiscard]] QString styleSheet(const QFont &base) const;
};

/// Radius of the corners of cards and inputs, in device-independent pixels.
inline constexpr int cardRadius = 10;
inline constexpr int inputRadius = 6;

/// `base` when its digits are all of one width, else the system's fixed font in the same size: addresses line up.
QFont tabularFont(const QFont &base);

} // namespace gatehouse
