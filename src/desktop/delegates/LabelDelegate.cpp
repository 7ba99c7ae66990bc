// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/LabelDelegate.h"

#include "desktop/theme/Theme.h"

#include <QLineEdit>
#include <QPainter>

namespace gatehouse {

QWidget *LabelDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                     const QModelIndex & /*index*/) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("labelEditor"));
    editor->setAccessibleName(tr("Label"));
    editor->setPlaceholderText(tr("add a label"));
    return editor;
}

void LabelDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    // The model may tell of changes while somebody types.
    if (line && !line->isModified())
        line->setText(index.data(Qt::EditRole).toString());
}

void LabelDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (line && line->isModified())
        model->setData(index, line->text().trimmed());
}

void LabelDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!option.text.isEmpty()) {
        EntryDelegate::paintContent(painter, option, index);
        return;
    }
    const bool isNear = isRowHovered(index) || option.state.testFlag(QStyle::State_HasFocus);
    if (!isNear || !index.flags().testFlag(Qt::ItemIsEditable))
        return;
    painter->setPen(Theme::forPalette(option.palette).subtle);
    paintText(painter, option, contentRect(option), tr("add a label"));
}

} // namespace gatehouse
