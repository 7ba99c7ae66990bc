// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/delegates/EntryDelegate.h"

namespace gatehouse {

class Clock;

/// An expiry, chosen in the cell from the popup of an ExpiryPicker.
class ExpiryDelegate final : public EntryDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpiryDelegate)

public:
    /// `clock` must outlive this.
    ExpiryDelegate(const Clock &clock, const RowHover *hover, QObject *parent = nullptr);

    /// The part of a cell at which one click opens the choice.
    [[nodiscard]] static QRect arrowRect(const QRect &cell, Qt::LayoutDirection direction);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace gatehouse
