// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/SeveralListsDialog.h"

#include "desktop/theme/Icons.h"
#include "ui_SeveralListsDialog.h"

namespace gatehouse {

SeveralListsDialog::SeveralListsDialog(const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SeveralListsDialog>())
{
    m_ui->setupUi(this);
    m_ui->choices->setModel(&m_choices);
    m_ui->rangeHint->setRangeEdit(m_ui->rangeEdit);
    m_ui->expiryPicker->setClock(clock);
    m_ui->problem->hide();
    setIcons();
    setGroups({});
    setFindingAddress(false);
    connectWidgets();
    updateFields();
    updateButtons();
}

SeveralListsDialog::~SeveralListsDialog() = default;

void SeveralListsDialog::setIcons()
{
    m_ui->currentAddressButton->setIcon(icon(u"current-ip", IconTint::Accent));
    m_ui->anyAddressButton->setIcon(icon(u"any-ip", IconTint::Accent));
    m_ui->groupsButton->setIcon(icon(u"tag"));
    for (QPushButton *button : {m_ui->currentAddressButton, m_ui->anyAddressButton, m_ui->groupsButton})
        button->setIconSize(besideText);
}

void SeveralListsDialog::connectWidgets()
{
    connect(m_ui->filterEdit, &QLineEdit::textChanged, &m_choices, &ListChoiceModel::setFilter);
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] { m_choices.checkAll(true); });
    connect(m_ui->noneButton, &QPushButton::clicked, this, [this] { m_choices.checkAll(false); });
    connect(&m_choices, &ListChoiceModel::checkedChanged, this, &SeveralListsDialog::updateButtons);
    connect(m_ui->actionBox, &QComboBox::currentIndexChanged, this, &SeveralListsDialog::updateFields);
    connect(m_ui->groupBox, &QComboBox::currentIndexChanged, this, &SeveralListsDialog::updateFields);
    connect(m_ui->rangeEdit, &RangeEdit::meaningChanged, this, &SeveralListsDialog::updateButtons);
    connect(m_ui->currentAddressButton, &QPushButton::clicked, this, &SeveralListsDialog::currentAddressRequested);
    connect(m_ui->anyAddressButton, &QPushButton::clicked, this, [this] { fillIn(IpRange::any()); });
    connect(m_ui->groupsButton, &QPushButton::clicked, this, &SeveralListsDialog::groupsRequested);
    connect(m_ui->reviewButton, &QPushButton::clicked, this, &SeveralListsDialog::review);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

void SeveralListsDialog::setChoices(std::vector<ListChoiceModel::Choice> choices)
{
    m_choices.setChoices(std::move(choices));
}

/// The group that was chosen stays so, as long as it is there.
void SeveralListsDialog::setGroups(const std::vector<AddressGroup> &groups)
{
    const QUuid before = m_ui->groupBox->currentData().toUuid();
    m_ui->groupBox->clear();
    m_ui->groupBox->addItem(groups.empty() ? tr("There is no address group yet") : tr("None: one range"), QUuid());
    for (const AddressGroup &group : groups)
        m_ui->groupBox->addItem(group.name, group.id);
    m_ui->groupBox->setCurrentIndex(std::max(0, m_ui->groupBox->findData(before)));
    updateFields();
}

void SeveralListsDialog::fillIn(const IpRange &range)
{
    m_ui->rangeEdit->setRange(range);
    m_ui->rangeEdit->setFocus(Qt::OtherFocusReason);
}

void SeveralListsDialog::setFindingAddress(bool finding)
{
    QPushButton *button = m_ui->currentAddressButton;
    button->setText(finding ? tr("Asking… Cancel") : tr("&Current IP"));
    button->setToolTip(finding ? tr("Stop asking") : tr("Find out the address of this computer"));
    button->setAccessibleName(finding ? tr("Stop asking for my current address") : tr("Take my current address"));
}

void SeveralListsDialog::showProblem(const QString &sentence)
{
    m_ui->problem->setText(sentence);
    m_ui->problem->setVisible(!sentence.isEmpty());
}

std::vector<QUuid> SeveralListsDialog::lists() const
{
    return m_choices.checked();
}

SeveralListsDialog::Action SeveralListsDialog::action() const
{
    return static_cast<Action>(m_ui->actionBox->currentIndex());
}

QUuid SeveralListsDialog::group() const
{
    const bool takesGroups = action() == Action::Add || action() == Action::Remove;
    return takesGroups ? m_ui->groupBox->currentData().toUuid() : QUuid();
}

EntryContent SeveralListsDialog::content() const
{
    EntryContent content;
    content.range = m_ui->rangeEdit->range().value_or(IpRange());
    content.label = m_ui->labelEdit->text().trimmed();
    content.expiresAt = m_ui->expiryPicker->expiresAt();
    return content;
}

void SeveralListsDialog::updateFields()
{
    const bool takesGroups = action() == Action::Add || action() == Action::Remove;
    const bool isRange = group().isNull();
    const bool hasLabel = isRange && action() == Action::Add;
    const bool hasExpiry = isRange && (action() == Action::Add || action() == Action::Expire);
    for (QWidget *field : {static_cast<QWidget *>(m_ui->groupTitle), static_cast<QWidget *>(m_ui->groupBox)})
        field->setVisible(takesGroups);
    m_ui->groupBox->setEnabled(m_ui->groupBox->count() > 1);
    for (QWidget *field : {static_cast<QWidget *>(m_ui->rangeTitle), static_cast<QWidget *>(m_ui->rangeEdit),
                           static_cast<QWidget *>(m_ui->rangeHint), static_cast<QWidget *>(m_ui->currentAddressButton)})
        field->setVisible(isRange);
    m_ui->anyAddressButton->setVisible(isRange && action() != Action::Check);
    for (QWidget *field : {static_cast<QWidget *>(m_ui->labelTitle), static_cast<QWidget *>(m_ui->labelEdit)})
        field->setVisible(hasLabel);
    for (QWidget *field : {static_cast<QWidget *>(m_ui->expiryTitle), static_cast<QWidget *>(m_ui->expiryPicker)})
        field->setVisible(hasExpiry);
    updateReviewButton();
    updateButtons();
}

void SeveralListsDialog::updateReviewButton()
{
    const bool checks = action() == Action::Check;
    m_ui->reviewButton->setText(checks ? tr("Chec&k") : tr("Re&view…"));
    m_ui->reviewButton->setAccessibleName(checks ? tr("Check whether the lists let the address in")
                                                 : tr("Review what would happen to the lists"));
}

void SeveralListsDialog::updateButtons()
{
    const int count = static_cast<int>(lists().size());
    m_ui->countLabel->setText(tr("%n lists chosen", nullptr, count));
    const bool hasSubject = !group().isNull() || m_ui->rangeEdit->state() != RangeEdit::State::Empty;
    m_ui->reviewButton->setEnabled(count > 0 && hasSubject);
}

/// Only what is right goes on; a wrong range says why.
void SeveralListsDialog::review()
{
    showProblem({});
    const auto range = m_ui->rangeEdit->range();
    if (group().isNull() && !range) {
        m_ui->rangeEdit->settle();
        m_ui->rangeEdit->setFocus(Qt::OtherFocusReason);
    } else if (action() == Action::Check && !range->isSingleAddress()) {
        showProblem(tr("Enter one address to check, not a range."));
        m_ui->rangeEdit->setFocus(Qt::OtherFocusReason);
    } else {
        Q_EMIT reviewRequested();
    }
}

} // namespace gatehouse
