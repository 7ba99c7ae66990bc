// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/ScopeForm.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gatehouse {

ScopeForm::ScopeForm(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
}

void ScopeForm::setFields(const QList<ScopeField> &fields)
{
    const QMap<QString, QString> kept = values();
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_edits.clear();
    QWidget *last = nullptr;
    for (const ScopeField &field : fields) {
        auto *title = new QLabel(field.required ? field.title : tr("%1 (optional)").arg(field.title), this);
        auto *edit = new QLineEdit(this);
        edit->setObjectName(QStringLiteral("scope_%1").arg(field.key));
        edit->setAccessibleName(field.title);
        edit->setAccessibleDescription(field.hint);
        edit->setToolTip(field.hint);
        edit->setPlaceholderText(field.example);
        title->setBuddy(edit);
        title->setToolTip(field.hint);
        layout()->addWidget(title);
        layout()->addWidget(edit);
        connect(edit, &QLineEdit::textEdited, this, &ScopeForm::edited);
        m_edits.insert(field.key, edit);
        if (last)
            setTabOrder(last, edit);
        else
            setFocusProxy(edit);
        last = edit;
    }
    setValues(kept);
}

void ScopeForm::setValues(const QMap<QString, QString> &values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (QLineEdit *edit = m_edits.value(it.key()))
            edit->setText(it.value());
    }
}

QMap<QString, QString> ScopeForm::values() const
{
    QMap<QString, QString> values;
    for (auto it = m_edits.begin(); it != m_edits.end(); ++it) {
        if (const QString text = it.value()->text().trimmed(); !text.isEmpty())
            values.insert(it.key(), text);
    }
    return values;
}

} // namespace gatehouse
