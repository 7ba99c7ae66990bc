// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/StartEntriesEdit.h"

#include "allowlist/Text.h"
#include "desktop/theme/Icons.h"
#include "ui_StartEntriesEdit.h"

#include <QHeaderView>

namespace gatehouse {

StartEntriesEdit::StartEntriesEdit(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StartEntriesEdit>())
{
    m_ui->setupUi(this);
    m_ui->rangeHint->setRangeEdit(m_ui->rangeEdit);
    m_ui->addButton->setIcon(icon(u"add"));
    m_ui->removeButton->setIcon(icon(u"remove"));
    for (QPushButton *button : {m_ui->addButton, m_ui->removeButton})
        button->setIconSize(besideText);
    m_ui->entries->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    connect(m_ui->rangeEdit, &RangeEdit::meaningChanged, this, &StartEntriesEdit::updateButtons);
    connect(m_ui->rangeEdit, &QLineEdit::returnPressed, this, &StartEntriesEdit::add);
    connect(m_ui->labelEdit, &QLineEdit::returnPressed, this, &StartEntriesEdit::add);
    connect(m_ui->addButton, &QPushButton::clicked, this, &StartEntriesEdit::add);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &StartEntriesEdit::removeChosen);
    connect(m_ui->entries, &QTreeWidget::currentItemChanged, this, &StartEntriesEdit::updateButtons);
    updateButtons();
}

StartEntriesEdit::~StartEntriesEdit() = default;

void StartEntriesEdit::setRangeJudge(const RangeJudge &judge)
{
    m_check = std::make_unique<RangeCheck>(*m_ui->rangeEdit, *m_ui->rangeHint, judge);
}

std::optional<Entry> StartEntriesEdit::entered() const
{
    const auto range = m_ui->rangeEdit->range();
    if (!range)
        return std::nullopt;
    EntryContent content;
    content.range = *range;
    content.label = m_ui->labelEdit->text().trimmed();
    return makeEntry(content);
}

std::vector<Entry> StartEntriesEdit::entries() const
{
    std::vector<Entry> all = m_entries;
    if (const auto last = entered())
        all.push_back(*last);
    return all;
}

void StartEntriesEdit::add()
{
    const auto entry = entered();
    if (!entry) {
        m_ui->rangeEdit->settle();
        m_ui->rangeEdit->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_entries.push_back(*entry);
    new QTreeWidgetItem(m_ui->entries, {toShortQString(entry->content.range), entry->content.label});
    m_ui->rangeEdit->clear();
    m_ui->labelEdit->clear();
    m_ui->rangeEdit->setFocus(Qt::OtherFocusReason);
    updateButtons();
}

void StartEntriesEdit::removeChosen()
{
    const int row = m_ui->entries->indexOfTopLevelItem(m_ui->entries->currentItem());
    if (row < 0)
        return;
    m_entries.erase(m_entries.begin() + row);
    delete m_ui->entries->takeTopLevelItem(row);
    updateButtons();
}

void StartEntriesEdit::updateButtons()
{
    m_ui->addButton->setEnabled(m_ui->rangeEdit->range().has_value());
    m_ui->removeButton->setEnabled(m_ui->entries->currentItem() != nullptr);
}

} // namespace gatehouse
