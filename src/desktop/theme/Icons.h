// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QSize>
#include <QStringView>

namespace gatehouse {

/// What an icon's colour says.
enum class IconTint { Text, Subtle, Accent, OnAccent, Success, Warning, Danger, Info };

/// The icon :/icons/<name>.svg, drawn in the colour of the palette in use each time it is painted: sharp at every
/// scale, right in light and dark.
QIcon icon(QStringView name, IconTint tint = IconTint::Text);

/// For an icon beside the text of a button: wider than high. The icon stands at the outer end of it, so that there is
/// air between it and the text.
inline constexpr QSize besideText{22, 16};

/// The application's own icon, in its own colours.
QIcon applicationIcon();

} // namespace gatehouse
