// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/ExpiryDelegate.h"

#include "desktop/models/EntryRow.h"
#include "desktop/theme/Icons.h"
#include "desktop/theme/Theme.h"
#include "desktop/widgets/ExpiryPicker.h"

#include <QPainter>
#include <QTimer>

namespace gatehouse {

namespace {

constexpr int chevronSize = 14;

} // namespace

ExpiryDelegate::ExpiryDelegate(const Clock &clock, const RowHover *hover, QObject *parent)
    : EntryDelegate(hover, parent)
    , m_clock(clock)
{}

QRect ExpiryDelegate::arrowRect(const QRect &cell, Qt::LayoutDirection direction)
{
    const int width = chevronSize + 2 * cellPadding;
    return QStyle::visualRect(direction, cell, QRect(cell.right() - width + 1, cell.top(), width, cell.height()));
}

QWidget *ExpiryDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                      const QModelIndex & /*index*/) const
{
    auto *picker = new ExpiryPicker(parent);
    picker->setObjectName(QStringLiteral("expiryEditor"));
    picker->setClock(m_clock);
    // Qt's delegates tell of an edit by signals of a const function's object.
    auto *self = const_cast<ExpiryDelegate *>(this);
    connect(picker, &ExpiryPicker::popupClosed, self, [self, picker](bool chosen) {
        if (chosen)
            Q_EMIT self->commitData(picker);
        Q_EMIT self->closeEditor(picker);
    });
    // Once the view has placed the editor and given it the focus.
    QTimer::singleShot(0, picker, &ExpiryPicker::showPopup);
    return picker;
}

void ExpiryDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *picker = qobject_cast<ExpiryPicker *>(editor);
    const QDateTime moment = index.data(Qt::EditRole).toDateTime();
    if (picker)
        picker->setChoice(ExpiryChoice::of(moment.isValid() ? std::optional(moment) : std::nullopt));
}

void ExpiryDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *picker = qobject_cast<ExpiryPicker *>(editor))
        model->setData(index, picker->expiresAt().value_or(QDateTime()));
}

void ExpiryDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::forPalette(option.palette);
    const auto content = index.data(EntryRole::Content).value<EntryContent>();
    if (index.data(EntryRole::IsRemoved).toBool() || !content.expiresAt)
        painter->setPen(theme.subtle);
    else if (*content.expiresAt <= m_clock.now())
        painter->setPen(theme.danger);

    QRect text = contentRect(option);
    const bool isNear = isRowHovered(index) || option.state.testFlag(QStyle::State_HasFocus);
    if (isNear && index.flags().testFlag(Qt::ItemIsEditable)) {
        QRect arrow(0, 0, chevronSize, chevronSize);
        arrow.moveCenter(arrowRect(option.rect, option.direction).center());
        icon(u"chevron-down", IconTint::Subtle).paint(painter, arrow);
        text = QStyle::visualRect(option.direction, text, text.adjusted(0, 0, -chevronSize - 4, 0));
    }
    paintHeldText(painter, option, index, text, option.text);
}

} // namespace gatehouse
