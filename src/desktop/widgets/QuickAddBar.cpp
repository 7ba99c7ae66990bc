// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/QuickAddBar.h"

#include "desktop/theme/Icons.h"
#include "desktop/widgets/UndoThrough.h"
#include "ui_QuickAddBar.h"

namespace gatehouse {

namespace {

constexpr int longestLabel = 32767; // Qt's own limit of a line edit

} // namespace

QuickAddBar::QuickAddBar(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::QuickAddBar>())
{
    m_ui->setupUi(this);
    m_ui->rangeHint->setRangeEdit(m_ui->rangeEdit);
    m_ui->addButton->setIcon(icon(u"add", IconTint::OnAccent));
    m_ui->currentAddressButton->setIcon(icon(u"current-ip", IconTint::Accent));
    m_ui->anyAddressButton->setIcon(icon(u"any-ip", IconTint::Accent));
    for (QPushButton *button : {m_ui->addButton, m_ui->currentAddressButton, m_ui->anyAddressButton})
        button->setIconSize(besideText);
    for (QLineEdit *edit : {static_cast<QLineEdit *>(m_ui->rangeEdit), m_ui->labelEdit})
        new UndoThrough(edit);
    connect(m_ui->rangeEdit, &QLineEdit::returnPressed, this, &QuickAddBar::add);
    connect(m_ui->rangeEdit, &RangeEdit::meaningChanged, this, &QuickAddBar::updateAddButton);
    connect(m_ui->labelEdit, &QLineEdit::returnPressed, this, &QuickAddBar::add);
    connect(m_ui->addButton, &QPushButton::clicked, this, &QuickAddBar::add);
    connect(m_ui->anyAddressButton, &QPushButton::clicked, this, [this] { fillIn(IpRange::any()); });
    connect(m_ui->currentAddressButton, &QPushButton::clicked, this, [this] {
        if (m_findingAddress)
            Q_EMIT currentAddressCancelled();
        else
            Q_EMIT currentAddressRequested();
    });
    updateAddButton();
}

QuickAddBar::~QuickAddBar() = default;

void QuickAddBar::setClock(const Clock &clock)
{
    m_ui->expiryPicker->setClock(clock);
}

void QuickAddBar::setAnyAccepted(bool accepted)
{
    m_ui->anyAddressButton->setVisible(accepted);
}

void QuickAddBar::setLabelLimit(std::optional<int> characters)
{
    m_ui->labelEdit->setMaxLength(characters.value_or(longestLabel));
}

void QuickAddBar::setRangeJudge(const std::optional<RangeJudge> &judge)
{
    m_check.reset();
    m_ui->rangeHint->setVerdict(RangeHint::Verdict::None, {});
    if (judge)
        m_check = std::make_unique<RangeCheck>(*m_ui->rangeEdit, *m_ui->rangeHint, *judge);
}

void QuickAddBar::fillIn(const IpRange &range)
{
    m_ui->rangeEdit->setRange(range);
    m_ui->labelEdit->setFocus(Qt::OtherFocusReason);
    m_ui->labelEdit->selectAll();
}

void QuickAddBar::focusRange()
{
    m_ui->rangeEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->rangeEdit->selectAll();
}

EntryContent QuickAddBar::contentFor(const IpRange &range) const
{
    EntryContent content;
    content.range = range;
    content.label = m_ui->labelEdit->text().trimmed();
    content.expiresAt = m_ui->expiryPicker->expiresAt();
    return content;
}

void QuickAddBar::clear()
{
    // Unlike clear(), this leaves nothing to take back: the entry is what Ctrl+Z is for now.
    m_ui->rangeEdit->setText({});
    m_ui->labelEdit->setText({});
    m_ui->expiryPicker->setChoice({});
    focusRange();
}

void QuickAddBar::setFindingAddress(bool finding)
{
    m_findingAddress = finding;
    m_ui->currentAddressButton->setText(finding ? tr("Asking… Cancel") : tr("Current IP"));
    m_ui->currentAddressButton->setIcon(icon(finding ? u"cancel" : u"current-ip", IconTint::Accent));
}

QPoint QuickAddBar::addressMenuPosition() const
{
    const QPushButton *button = m_ui->currentAddressButton;
    return button->mapToGlobal(button->rect().bottomLeft());
}

void QuickAddBar::add()
{
    if (const auto range = m_ui->rangeEdit->range()) {
        Q_EMIT addRequested(contentFor(*range));
        return;
    }
    m_ui->rangeEdit->settle();
    m_ui->rangeEdit->setFocus(Qt::OtherFocusReason);
}

void QuickAddBar::updateAddButton()
{
    m_ui->addButton->setEnabled(m_ui->rangeEdit->state() != RangeEdit::State::Empty);
}

} // namespace gatehouse
