// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/ScopeFieldEdit.h"

#include "desktop/models/EntryFormat.h"
#include "desktop/theme/Icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

QString lineOf(const ScopeChoice &choice)
{
    if (choice.note.isEmpty())
        return choice.title;
    //: A choice of a service: its name, and what tells it from others of that name
    return ScopeFieldEdit::tr("%1 – %2").arg(choice.title, choice.note);
}

} // namespace

ScopeFieldEdit::ScopeFieldEdit(ScopeField field, QWidget *parent)
    : QWidget(parent)
    , m_field(std::move(field))
    , m_problem(new QLabel(this))
{
    auto *title = new QLabel(m_field.required ? m_field.title : tr("%1 (optional)").arg(m_field.title), this);
    auto *row = new QHBoxLayout;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    if (m_field.hasChoices)
        makePicker();
    else
        makeLine();
    row->addWidget(input(), 1);
    if (m_ask)
        row->addWidget(m_ask);
    title->setBuddy(input());
    title->setToolTip(m_field.hint);
    m_problem->setProperty("role", u"error"_s);
    m_problem->setObjectName(u"problem_"_s + m_field.key);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setFocusProxy(input());
}

QWidget *ScopeFieldEdit::input() const
{
    return m_picker ? static_cast<QWidget *>(m_picker) : m_line;
}

QWidgetList ScopeFieldEdit::inputs() const
{
    return m_ask ? QWidgetList{input(), m_ask} : QWidgetList{input()};
}

void ScopeFieldEdit::setUp(QWidget *input) const
{
    input->setObjectName(u"scope_"_s + m_field.key);
    input->setAccessibleName(m_field.title);
    input->setAccessibleDescription(m_field.hint);
    input->setToolTip(m_field.hint);
}

void ScopeFieldEdit::makeLine()
{
    m_line = new QLineEdit(this);
    setUp(m_line);
    m_line->setPlaceholderText(m_field.fallback.isEmpty() ? m_field.example : m_field.fallback);
    connect(m_line, &QLineEdit::textEdited, this, &ScopeFieldEdit::edited);
}

void ScopeFieldEdit::makePicker()
{
    m_picker = new QComboBox(this);
    setUp(m_picker);
    m_picker->setEditable(true);
    m_picker->setInsertPolicy(QComboBox::NoInsert);
    m_picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_picker->lineEdit()->setPlaceholderText(m_field.example);
    connect(m_picker, &QComboBox::currentTextChanged, this, &ScopeFieldEdit::edited);
    m_ask = new QPushButton(this);
    m_ask->setObjectName(u"ask_"_s + m_field.key);
    m_ask->setIconSize(besideText);
    m_ask->setAutoDefault(false);
    connect(m_ask, &QPushButton::clicked, this, [this] {
        if (m_asking)
            Q_EMIT choicesCancelled();
        else
            Q_EMIT choicesRequested(m_field.key);
    });
    setAsking(false);
}

QString ScopeFieldEdit::value() const
{
    if (m_line)
        return m_line->text().trimmed();
    const QString text = m_picker->currentText();
    const int chosen = m_picker->findText(text);
    return chosen >= 0 ? m_picker->itemData(chosen).toString() : text.trimmed();
}

void ScopeFieldEdit::setValue(const QString &value)
{
    if (m_line) {
        m_line->setText(value);
        return;
    }
    const int known = m_picker->findData(value);
    m_picker->setCurrentIndex(known);
    if (known < 0)
        m_picker->setEditText(value);
}

void ScopeFieldEdit::setAsking(bool asking)
{
    m_asking = asking;
    m_ask->setText(asking ? tr("Asking… Cancel") : tr("Ask the service"));
    m_ask->setIcon(icon(asking ? u"cancel" : u"list"));
    m_ask->setToolTip(asking ? tr("Stop asking") : tr("Lets you choose from what the service has"));
    m_ask->setAccessibleName(asking ? tr("%1: stop asking the service").arg(m_field.title)
                                    : tr("%1: ask the service for the choices").arg(m_field.title));
}

void ScopeFieldEdit::setChoices(const std::vector<ScopeChoice> &choices, bool open)
{
    const QString before = value();
    m_picker->clear();
    for (const ScopeChoice &choice : choices) {
        m_picker->addItem(lineOf(choice), choice.value);
        m_picker->setItemData(m_picker->count() - 1, plainTip(choice.value), Qt::ToolTipRole);
    }
    setValue(before);
    setProblem(choices.empty() ? tr("The service has none.") : QString());
    if (!open || choices.empty())
        return;
    if (before.isEmpty())
        m_picker->setCurrentIndex(0);
    m_picker->setFocus(Qt::OtherFocusReason);
    if (choices.size() > 1)
        m_picker->showPopup();
}

void ScopeFieldEdit::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace gatehouse
