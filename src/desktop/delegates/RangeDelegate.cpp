// SPDX-License-Identifier: Apache-2.0
#include "desktop/delegates/RangeDelegate.h"

#include "desktop/theme/Theme.h"
#include "desktop/widgets/RangeEdit.h"
#include "desktop/widgets/RangeHint.h"

#include <QKeyEvent>
#include <QLayout>
#include <QPointer>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

/// The editor and the hint that stands below it (above it in the last rows), both in the viewport of the view.
class RangeCellEditor final : public RangeEdit
{
public:
    RangeCellEditor(const std::optional<RangeJudge> &judge, QWidget *parent)
        : RangeEdit(parent)
        , m_hint(new RangeHint(parent))
    {
        setObjectName(u"rangeEditor"_s);
        setAccessibleName(RangeDelegate::tr("Range"));
        m_hint->setObjectName(u"rangeEditorHint"_s);
        m_hint->setProperty("role", u"card"_s);
        m_hint->setFrameShape(QFrame::StyledPanel);
        m_hint->setAutoFillBackground(true);
        m_hint->layout()->setContentsMargins(cellPadding, 4, cellPadding, 4);
        m_hint->setRangeEdit(this);
        m_hint->keepFocusInEdit();
        connect(this, &RangeEdit::meaningChanged, this, [this] { placeHint(); });
        connect(m_hint, &RangeHint::verdictChanged, this, [this] { placeHint(); });
        connect(this, &QObject::destroyed, m_hint, &QObject::deleteLater);
        if (judge)
            new RangeCheck(*this, *m_hint, *judge, this);
    }

    void placeHint()
    {
        if (!m_hint)
            return;
        m_hint->adjustSize();
        const QRect area = parentWidget()->rect();
        const bool fitsBelow = geometry().bottom() + gap + m_hint->height() <= area.bottom();
        const int top = fitsBelow ? geometry().bottom() + gap : geometry().top() - gap - m_hint->height();
        const int left =
            layoutDirection() == Qt::RightToLeft ? geometry().right() - m_hint->width() : geometry().left();
        m_hint->move(std::clamp(left, 0, std::max(0, area.right() - m_hint->width())), std::max(0, top));
        m_hint->raise();
    }

protected:
    void showEvent(QShowEvent *event) override
    {
        RangeEdit::showEvent(event);
        if (m_hint)
            m_hint->show();
        placeHint();
    }
    void hideEvent(QHideEvent *event) override
    {
        RangeEdit::hideEvent(event);
        if (m_hint)
            m_hint->hide();
    }

private:
    static constexpr int gap = 3;
    QPointer<RangeHint> m_hint; // dies with the viewport, maybe first
};

bool isEnter(const QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent *>(event)->key();
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

bool isTab(const QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent *>(event)->key();
    return key == Qt::Key_Tab || key == Qt::Key_Backtab;
}

} // namespace

void RangeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    EntryDelegate::initStyleOption(option, index);
    const bool isStruckOut = option->font.strikeOut();
    option->font = tabularFont(option->font);
    option->font.setStrikeOut(isStruckOut);
}

QWidget *RangeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                     const QModelIndex & /*index*/) const
{
    return new RangeCellEditor(m_judge, parent);
}

void RangeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<RangeEdit *>(editor);
    // The model may tell of changes while somebody types.
    if (edit && !edit->isModified())
        edit->setRange(index.data(Qt::EditRole).value<IpRange>());
}

void RangeDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *edit = qobject_cast<RangeEdit *>(editor);
    if (edit && edit->range())
        model->setData(index, QVariant::fromValue(*edit->range()));
}

void RangeDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    EntryDelegate::updateEditorGeometry(editor, option, index);
    if (auto *cell = dynamic_cast<RangeCellEditor *>(editor))
        cell->placeHint();
}

bool RangeDelegate::mustStay(const QWidget *editor)
{
    const auto *edit = qobject_cast<const RangeEdit *>(editor);
    return edit && edit->isModified() && !edit->text().isEmpty() && edit->state() != RangeEdit::State::Valid;
}

bool RangeDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *edit = qobject_cast<RangeEdit *>(object);
    if (!edit || edit->state() == RangeEdit::State::Valid)
        return EntryDelegate::eventFilter(object, event);
    if (isEnter(event)) {
        if (!edit->isInvalid() || !edit->takeSuggestion())
            edit->settle();
        return true;
    }
    if (isTab(event)) {
        edit->settle();
        return true;
    }
    if (event->type() == QEvent::FocusOut && mustStay(edit))
        return false;
    return EntryDelegate::eventFilter(object, event);
}

} // namespace gatehouse
