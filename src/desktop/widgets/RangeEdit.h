// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"

#include <QLineEdit>

#include <optional>

namespace gatehouse {

/// A line edit for an address, a CIDR block or `*`. It checks while one types and says what the text means; what could
/// still become a range is not called wrong before the user is done with it (Enter, or the focus leaves). Blanks and
/// invisible characters around pasted text are dropped.
///
/// Enter in a wrong text takes the suggestion, where there is one; returnPressed() comes only for a valid range.
class RangeEdit : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeEdit)
    /// For style sheets: QLineEdit[invalid="true"].
    Q_PROPERTY(bool invalid READ isInvalid NOTIFY meaningChanged)

public:
    enum class State {
        Empty,
        Intermediate, ///< not a range yet, but more text can make it one
        Invalid,
        Valid,
    };
    Q_ENUM(State)

    explicit RangeEdit(QWidget *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isInvalid() const { return m_state == State::Invalid; }
    /// Empty unless the state is Valid.
    [[nodiscard]] std::optional<IpRange> range() const { return m_range; }
    void setRange(const IpRange &range);

    /// One translated sentence: what a valid text means, why an invalid one is none, else what may be entered.
    [[nodiscard]] QString meaning() const { return m_meaning; }
    /// What an invalid text was probably meant to be, canonical; empty if nothing comes to mind.
    [[nodiscard]] QString suggestion() const { return m_suggestion; }
    /// Puts the suggestion into the field; false when there is none.
    bool takeSuggestion();
    /// The user is done: what is not a range now is wrong, until it is edited again.
    void settle();

Q_SIGNALS:
    /// State, meaning or suggestion may differ.
    void meaningChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void read();
    void setMeaning(State state, const QString &meaning, const QString &suggestion);
    [[nodiscard]] QString familyTitle() const;
    void makeRoomForFamily();

    State m_state = State::Empty;
    std::optional<IpRange> m_range;
    QString m_meaning;
    QString m_suggestion;
    bool m_settled = false;
    bool m_familyShown = false;
};

} // namespace gatehouse
