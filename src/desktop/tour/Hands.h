// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QString>
#include <Qt>

class QAbstractItemView;
class QModelIndex;
class QWidget;

namespace gatehouse {

/// Keys and mouse as a person uses them: the events enter where those of the platform do, so that shortcuts, focus,
/// popups and disabled widgets behave as they do for the user.
class Hands final
{
public:
    /// In the middle, or at `place` in the widget's own coordinates.
    void click(QWidget *widget);
    void click(QWidget *widget, const QPoint &place);
    void doubleClick(QWidget *widget, const QPoint &place);
    /// The middle of a cell; scrolls to it first.
    void clickCell(QAbstractItemView *view, const QModelIndex &index);
    void doubleClickCell(QAbstractItemView *view, const QModelIndex &index);

    /// To whatever has the focus in the window that is in front.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    /// Replaces what stands in the line that has the focus.
    void retype(const QString &text);
};

} // namespace gatehouse
