// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/delegates/EntryDelegate.h"

#include <QPersistentModelIndex>

namespace gatehouse {

/// A switch for a checkable cell. A click on it toggles, a click beside it does not.
class SwitchDelegate final : public EntryDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SwitchDelegate)

public:
    using EntryDelegate::EntryDelegate;

    /// Where inside of a cell a click meets the switch.
    [[nodiscard]] static QRect targetRect(const QRect &cell, Qt::LayoutDirection direction);

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool mouseEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                    const QModelIndex &index);

    QPersistentModelIndex m_pressed;
};

} // namespace gatehouse
