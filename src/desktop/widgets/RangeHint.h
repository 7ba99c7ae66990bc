// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace gatehouse {

class ElidedLabel;
class IconLabel;
class RangeEdit;

/// Says what the text of a RangeEdit means, or what is wrong with it, and offers the suggestion as a button that leaves
/// the focus in the field. Beside it stands what somebody else says of the range, when there is anybody to ask.
class RangeHint final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeHint)

public:
    enum class Verdict { None, Waiting, Accepted, Refused, Warned };

    explicit RangeHint(QWidget *parent = nullptr);

    /// The field to speak of; borrowed, nullptr for none. May be destroyed first.
    void setRangeEdit(RangeEdit *edit);
    /// For a hint inside something that takes the focus itself, as a table does: a click on the hint then leaves the
    /// focus in the field. Not for a window, whose Tab order would lead back into the field. After setRangeEdit().
    void keepFocusInEdit();
    void setVerdict(Verdict verdict, const QString &text);

Q_SIGNALS:
    /// It may need another size.
    void verdictChanged();

private:
    void tell(const RangeEdit &edit);

    QLabel *m_meaning;
    QPushButton *m_suggestion;
    IconLabel *m_verdictSymbol;
    ElidedLabel *m_verdict;
    RangeEdit *m_edit = nullptr;
};

} // namespace gatehouse
