// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace gatehouse {

/// Lets Ctrl+Z and its opposite through to the window while a line edit has nothing to take back: by itself it swallows
/// them, and whoever has just added an entry from it would undo nothing.
class UndoThrough final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoThrough)

public:
    /// `edit` becomes the parent.
    explicit UndoThrough(QLineEdit *edit);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit &m_edit;
};

} // namespace gatehouse
