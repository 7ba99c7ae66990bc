// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/Scope.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse {

/// One part of the scope: its title above a field. Where the service can tell which values there are, the field is a
/// picker that is filled when asked for, and takes a value typed by hand all the same.
class ScopeFieldEdit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScopeFieldEdit)

public:
    explicit ScopeFieldEdit(ScopeField field, QWidget *parent = nullptr);

    [[nodiscard]] const QString &key() const { return m_field.key; }
    /// Without blanks around it; of a choice its value and not its title.
    [[nodiscard]] QString value() const;
    void setValue(const QString &value);

    /// While the service is asked its button cancels that.
    void setAsking(bool asking);
    /// As told by the service; opens the picker when `open` is set.
    void setChoices(const std::vector<ScopeChoice> &choices, bool open);
    /// Below the field: why there are no choices. Empty: nothing.
    void setProblem(const QString &sentence);

    /// What takes the focus, in the order of Tab.
    [[nodiscard]] QWidgetList inputs() const;

Q_SIGNALS:
    void edited();
    void choicesRequested(const QString &key);
    void choicesCancelled();

private:
    [[nodiscard]] QWidget *input() const;
    void makeLine();
    void makePicker();
    void setUp(QWidget *input) const;

    ScopeField m_field;
    QLineEdit *m_line = nullptr;
    QComboBox *m_picker = nullptr;
    QPushButton *m_ask = nullptr;
    QLabel *m_problem;
    bool m_asking = false;
};

} // namespace gatehouse
