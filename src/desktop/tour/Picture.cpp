// SPDX-License-Identifier: Apache-2.0
#include "desktop/tour/Picture.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace gatehouse {

namespace {

/// A dialog stands in front of what opened it, a popup in front of its dialog.
int depthOf(const QWidget *window)
{
    const QWidget *below = window->parentWidget() ? window->parentWidget()->window() : nullptr;
    return below ? depthOf(below) + 1 : 0;
}

} // namespace

QPixmap pictureOf(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QPoint origin = window.mapToGlobal(QPoint());
    QWidgetList others = QApplication::topLevelWidgets();
    std::ranges::stable_sort(others, {}, depthOf);
    for (QWidget *other : others) {
        if (other == &window || !other->isVisible())
            continue;
        const QRect place(other->mapToGlobal(QPoint()) - origin, other->size());
        painter.drawPixmap(place.topLeft(), other->grab());
        painter.setPen(QColor(128, 128, 128, 140));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return picture;
}

} // namespace gatehouse
