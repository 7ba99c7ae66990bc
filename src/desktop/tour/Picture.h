// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>

class QWidget;

namespace gatehouse {

/// The window with the dialogs and popups that stand in front of it, as one picture.
QPixmap pictureOf(QWidget &window);

} // namespace gatehouse
