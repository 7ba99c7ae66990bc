// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/delegates/EntryDelegate.h"
#include "desktop/widgets/RangeCheck.h"

namespace gatehouse {

/// A range, edited in place. Below the editor stands what the text means. A text that is no range is not taken: the
/// editor stays, with the reason, until it is corrected or left with Escape.
class RangeDelegate final : public EntryDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeDelegate)

public:
    using EntryDelegate::EntryDelegate;

    /// Who says below an editor whether the range can be had; empty: nobody.
    void setJudge(const std::optional<RangeJudge> &judge) { m_judge = judge; }

    /// An editor of this delegate holds a text that is no range: a view must not close it, or the text would be lost.
    [[nodiscard]] static bool mustStay(const QWidget *editor);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    std::optional<RangeJudge> m_judge;
};

} // namespace gatehouse
