// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/delegates/EntryDelegate.h"

namespace gatehouse {

/// A label, edited in place. An empty one invites to write one while the mouse or the focus is there.
class LabelDelegate final : public EntryDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelDelegate)

public:
    using EntryDelegate::EntryDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gatehouse
