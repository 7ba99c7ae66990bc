// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/EntryRow.h"

#include <QStyledItemDelegate>

namespace gatehouse {

class RowHover;
struct Theme;

/// Space at both ends of a cell.
inline constexpr int cellPadding = 10;

/// The symbol that says where a value is kept; empty for the service itself.
[[nodiscard]] QStringView symbolOf(HeldBy holder);

/// How a row of entries looks: added ones tinted, removed ones struck through and dimmed, changed cells marked, the
/// row under the mouse and the selected ones in their colours. Shows the cell's text; subclasses draw something else.
class EntryDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryDelegate)

public:
    /// `hover` is borrowed; nullptr for none.
    explicit EntryDelegate(const RowHover *hover, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    /// Places the editor over the cell, as high as the row.
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    /// The background is there already. `option.rect` is the whole cell, its palette's Text the colour of the row.
    virtual void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    /// Where a cell's content goes.
    [[nodiscard]] static QRect contentRect(const QStyleOptionViewItem &option);
    /// Elided text in the colour and font of the option.
    static void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                          const QString &text);
    /// The same, with a mark behind it where the value is not kept by the service in a field of its own.
    static void paintHeldText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              const QRect &rect, const QString &text);
    /// That mark.
    static void paintHolder(QPainter *painter, const QPoint &centre, HeldBy holder);
    [[nodiscard]] bool isRowHovered(const QModelIndex &index) const;

private:
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const RowHover *m_hover;
};

} // namespace gatehouse
