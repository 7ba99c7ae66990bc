// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/PlainTextGuard.h"

#include "desktop/models/EntryFormat.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QMessageBox>
#include <QToolTip>

namespace gatehouse {

namespace {

void makePlain(QObject *watched)
{
    if (auto *label = qobject_cast<QLabel *>(watched); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    else if (auto *box = qobject_cast<QMessageBox *>(watched); box && box->textFormat() == Qt::AutoText)
        box->setTextFormat(Qt::PlainText);
}

/// True when there was one to show.
bool showTip(QWidget &widget, const QHelpEvent &event)
{
    if (widget.toolTip().isEmpty())
        return false;
    QToolTip::showText(event.globalPos(), plainTip(widget.toolTip()), &widget, {}, widget.toolTipDuration());
    return true;
}

} // namespace

PlainTextGuard::PlainTextGuard(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool PlainTextGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        makePlain(watched);
    } else if (event->type() == QEvent::ToolTip) {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && showTip(*widget, *static_cast<QHelpEvent *>(event)))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse
