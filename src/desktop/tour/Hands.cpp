// SPDX-License-Identifier: Apache-2.0
#include "desktop/tour/Hands.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QWindow>

// The entry that Qt's own test library feeds its events through; exported by Qt Gui, declared by Qt Test, which an
// installed program need not have.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow *window, QEvent::Type type, int key, Qt::KeyboardModifiers modifiers,
                                    const QString &text, bool repeated, ushort count);
Q_GUI_EXPORT void qt_handleMouseEvent(QWindow *window, const QPointF &local, const QPointF &global,
                                      Qt::MouseButtons state, Qt::MouseButton button, QEvent::Type type,
                                      Qt::KeyboardModifiers modifiers, int timestamp);
QT_END_NAMESPACE

namespace gatehouse {

namespace {

/// Far enough apart that two clicks are not taken for a double click.
int nextTime(int pause = 1000)
{
    static int time = 0;
    time += pause;
    return time;
}

void mouse(QWidget *widget, const QPoint &place, QEvent::Type type, int time)
{
    QWindow *window = widget->window()->windowHandle();
    const QPoint local = widget->mapTo(widget->window(), place);
    const bool isDown = type == QEvent::MouseButtonPress;
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    qt_handleMouseEvent(window, local, widget->mapToGlobal(place), isDown ? Qt::LeftButton : Qt::NoButton, button, type,
                        Qt::NoModifier, time);
    QCoreApplication::processEvents();
}

void pressAndRelease(QWidget *widget, const QPoint &place, int time)
{
    mouse(widget, place, QEvent::MouseMove, time);
    mouse(widget, place, QEvent::MouseButtonPress, time);
    mouse(widget, place, QEvent::MouseButtonRelease, time);
}

QWindow *frontWindow()
{
    for (QWidget *widget :
         {QApplication::activePopupWidget(), QApplication::activeModalWidget(), QApplication::activeWindow()}) {
        if (widget && widget->window()->windowHandle())
            return widget->window()->windowHandle();
    }
    return QGuiApplication::focusWindow();
}

void key(int code, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QWindow *window = frontWindow();
    if (!window)
        return;
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        qt_handleKeyEvent(window, type, code, modifiers, text, false, 1);
        QCoreApplication::processEvents();
    }
}

} // namespace

void Hands::click(QWidget *widget)
{
    click(widget, widget->rect().center());
}

void Hands::click(QWidget *widget, const QPoint &place)
{
    pressAndRelease(widget, place, nextTime());
}

void Hands::doubleClick(QWidget *widget, const QPoint &place)
{
    pressAndRelease(widget, place, nextTime());
    pressAndRelease(widget, place, nextTime(50));
}

void Hands::clickCell(QAbstractItemView *view, const QModelIndex &index)
{
    view->scrollTo(index);
    click(view->viewport(), view->visualRect(index).center());
}

void Hands::doubleClickCell(QAbstractItemView *view, const QModelIndex &index)
{
    view->scrollTo(index);
    doubleClick(view->viewport(), view->visualRect(index).center());
}

void Hands::press(Qt::Key code, Qt::KeyboardModifiers modifiers)
{
    key(code, modifiers, {});
}

void Hands::type(const QString &text)
{
    for (const QChar c : text)
        key(c.toUpper().unicode(), Qt::NoModifier, QString(c));
}

void Hands::retype(const QString &text)
{
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
}

} // namespace gatehouse
