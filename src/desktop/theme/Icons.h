// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QStringView>

namespace gatehouse {

/// What an icon's colour says.
enum class IconTint { Text, Subtle, Accent, OnAccent, Success, Warning, Danger, Info };

/// The icon :/icons/<name>.svg, drawn in the colour of the palette in use each time it is painted: sharp at every
/// scale, right in light and dark.
QIcon icon(QStringView name, IconTint tint = IconTint::Text);

/// The application's own icon, in its own colours.
QIcon applicationIcon();

} // namespace gatehouse
