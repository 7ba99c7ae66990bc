// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/UndoThrough.h"

#include <QKeyEvent>

namespace gatehouse {

UndoThrough::UndoThrough(QLineEdit *edit)
    : QObject(edit)
    , m_edit(*edit)
{
    edit->installEventFilter(this);
}

bool UndoThrough::eventFilter(QObject *watched, QEvent *event)
{
    // Asked of the widget that has the focus before a shortcut of the window gets the keys.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *keys = static_cast<QKeyEvent *>(event);
        const bool isForWindow = (keys->matches(QKeySequence::Undo) && !m_edit.isUndoAvailable()) ||
                                 (keys->matches(QKeySequence::Redo) && !m_edit.isRedoAvailable());
        if (isForWindow) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse
