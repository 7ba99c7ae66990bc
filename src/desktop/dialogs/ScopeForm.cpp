// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/ScopeForm.h"

#include "desktop/dialogs/ScopeFieldEdit.h"

#include <QVBoxLayout>

namespace gatehouse {

ScopeForm::ScopeForm(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(10);
}

void ScopeForm::setFields(const QList<ScopeField> &fields)
{
    const QMap<QString, QString> kept = values();
    qDeleteAll(m_fields);
    m_fields.clear();
    for (const ScopeField &field : fields) {
        auto *edit = new ScopeFieldEdit(field, this);
        layout()->addWidget(edit);
        connect(edit, &ScopeFieldEdit::edited, this, &ScopeForm::edited);
        connect(edit, &ScopeFieldEdit::choicesRequested, this, &ScopeForm::choicesRequested);
        connect(edit, &ScopeFieldEdit::choicesCancelled, this, &ScopeForm::choicesCancelled);
        m_fields.insert(field.key, edit);
    }
    setValues(kept);
}

QWidgetList ScopeForm::inputs() const
{
    QWidgetList all;
    for (int row = 0; row < layout()->count(); ++row)
        all += qobject_cast<ScopeFieldEdit *>(layout()->itemAt(row)->widget())->inputs();
    return all;
}

void ScopeForm::setValues(const QMap<QString, QString> &values)
{
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (ScopeFieldEdit *edit = field(value.key()))
            edit->setValue(value.value());
    }
}

QMap<QString, QString> ScopeForm::values() const
{
    QMap<QString, QString> values;
    for (const ScopeFieldEdit *edit : m_fields) {
        if (const QString value = edit->value(); !value.isEmpty())
            values.insert(edit->key(), value);
    }
    return values;
}

} // namespace gatehouse
