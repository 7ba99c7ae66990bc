// SPDX-License-Identifier: Apache-2.0
#include "desktop/tour/Picture.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

namespace gatehouse {

QPixmap pictureOf(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QPoint origin = window.mapToGlobal(QPoint());
    const QWidgetList others = QApplication::topLevelWidgets();
    for (QWidget *other : others) {
        if (other == &window || !other->isVisible())
            continue;
        const QRect place(other->mapToGlobal(QPoint()) - origin, other->size());
        painter.drawPixmap(place.topLeft(), other->grab());
        painter.setPen(QColor(0, 0, 0, 60));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return picture;
}

} // namespace gatehouse
