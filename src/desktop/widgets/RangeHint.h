// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace gatehouse {

class RangeEdit;

/// Says what the text of a RangeEdit means, or what is wrong with it, and offers the suggestion as a button that leaves
/// the focus in the field.
class RangeHint final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeHint)

public:
    explicit RangeHint(QWidget *parent = nullptr);

    /// The field to speak of; borrowed, nullptr for none. May be destroyed first.
    void setRangeEdit(RangeEdit *edit);
    /// For a hint inside something that takes the focus itself, as a table does: a click on the hint then leaves the
    /// focus in the field. Not for a window, whose Tab order would lead back into the field. After setRangeEdit().
    void keepFocusInEdit();

private:
    void tell(const RangeEdit &edit);

    QLabel *m_meaning;
    QPushButton *m_suggestion;
    RangeEdit *m_edit = nullptr;
};

} // namespace gatehouse
