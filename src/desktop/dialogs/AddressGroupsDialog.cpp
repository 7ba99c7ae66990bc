// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/AddressGroupsDialog.h"

#include "desktop/theme/Icons.h"
#include "ui_AddressGroupsDialog.h"

#include <QHeaderView>
#include <QLocale>
#include <QScopedValueRollback>

namespace gatehouse {

AddressGroupsDialog::AddressGroupsDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AddressGroupsDialog>())
{
    m_ui->setupUi(this);
    setUpViews();
    m_ui->rangeHint->setRangeEdit(m_ui->rangeEdit);
    m_ui->emptyPage->setText(icon(u"tag", IconTint::Accent), tr("No address groups yet"),
                             tr("Make one for an office or a person, give it their addresses, and use it in as many "
                                "lists as you like."));
    m_ui->emptyPage->setButton(icon(u"add"), tr("New group"));
    m_ui->newButton->setIcon(icon(u"add"));
    m_ui->deleteButton->setIcon(icon(u"remove"));
    for (QPushButton *button : {m_ui->newButton, m_ui->deleteButton})
        button->setIconSize(besideText);
    connectWidgets();
    showProblem({});
    setOutOfStep({});
    showGroup();
}

AddressGroupsDialog::~AddressGroupsDialog() = default;

void AddressGroupsDialog::setUpViews()
{
    m_ui->groups->setModel(&m_groups);
    m_ui->ranges->setModel(&m_ranges);
    m_ui->ranges->header()->setSectionResizeMode(GroupRangeModel::RangeColumn, QHeaderView::Stretch);
    m_ui->ranges->header()->setSectionResizeMode(GroupRangeModel::LabelColumn, QHeaderView::Stretch);
    m_ui->uses->setModel(&m_uses);
}

void AddressGroupsDialog::connectWidgets()
{
    connect(m_ui->groups->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AddressGroupsDialog::showGroup);
    connect(m_ui->newButton, &QPushButton::clicked, this, &AddressGroupsDialog::newRequested);
    connect(m_ui->emptyPage, &EmptyState::buttonClicked, this, &AddressGroupsDialog::newRequested);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, [this] { Q_EMIT deleteRequested(m_shown.id); });
    connect(m_ui->nameEdit, &QLineEdit::editingFinished, this, &AddressGroupsDialog::edit);
    connect(&m_ranges, &GroupRangeModel::edited, this, &AddressGroupsDialog::edit);
    connect(&m_uses, &ListChoiceModel::checkedChanged, this, &AddressGroupsDialog::edit);
    connect(m_ui->rangeEdit, &QLineEdit::returnPressed, this, &AddressGroupsDialog::addRange);
    connect(m_ui->rangeEdit, &RangeEdit::meaningChanged, this, &AddressGroupsDialog::updateButtons);
    connect(m_ui->addRangeButton, &QPushButton::clicked, this, &AddressGroupsDialog::addRange);
    connect(m_ui->ranges->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AddressGroupsDialog::updateButtons);
    connect(m_ui->removeRangeButton, &QPushButton::clicked, this,
            [this] { m_ranges.remove(m_ui->ranges->currentIndex().row()); });
    connect(m_ui->applyButton, &QPushButton::clicked, this, &AddressGroupsDialog::applyRequested);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

void AddressGroupsDialog::setConnections(std::vector<ListChoiceModel::Choice> connections)
{
    const QScopedValueRollback showing(m_showing, true);
    m_uses.setChoices(std::move(connections));
    m_uses.setChecked(m_shown.usedIn);
}

void AddressGroupsDialog::setGroups(const std::vector<AddressGroup> &groups)
{
    const QUuid before = m_shown.id;
    {
        const QSignalBlocker blocker(m_ui->groups->selectionModel());
        m_groups.setGroups(groups);
    }
    const QModelIndex same = m_groups.indexOf(before);
    m_ui->groups->setCurrentIndex(same.isValid() ? same : m_groups.index(0));
    showGroup();
}

void AddressGroupsDialog::choose(const QUuid &group)
{
    m_ui->groups->setCurrentIndex(m_groups.indexOf(group));
    m_ui->nameEdit->setFocus(Qt::OtherFocusReason);
    m_ui->nameEdit->selectAll();
}

void AddressGroupsDialog::showGroup()
{
    const AddressGroup *chosen = m_groups.at(m_ui->groups->currentIndex());
    const bool isAnother = !chosen || chosen->id != m_shown.id;
    const QScopedValueRollback showing(m_showing, true);
    m_shown = chosen ? *chosen : AddressGroup{};
    m_ui->pages->setCurrentWidget(chosen ? m_ui->groupPage : static_cast<QWidget *>(m_ui->emptyPage));
    if (isAnother || !m_ui->nameEdit->hasFocus())
        m_ui->nameEdit->setText(m_shown.name);
    if (isAnother)
        m_ui->rangeEdit->clear();
    m_ranges.setRanges(m_shown.ranges, m_shown.name);
    m_uses.setChecked(m_shown.usedIn);
    updateButtons();
}

void AddressGroupsDialog::addRange()
{
    const auto range = m_ui->rangeEdit->range();
    if (!range) {
        m_ui->rangeEdit->settle();
    } else if (m_ranges.add(*range)) {
        m_ui->rangeEdit->clear();
        showProblem({});
    } else {
        showProblem(tr("The group has this range already."));
    }
    m_ui->rangeEdit->setFocus(Qt::OtherFocusReason);
}

void AddressGroupsDialog::edit()
{
    if (m_showing || m_shown.id.isNull())
        return;
    AddressGroup wanted = m_shown;
    wanted.name = m_ui->nameEdit->text().trimmed();
    wanted.ranges = m_ranges.ranges();
    wanted.usedIn = m_uses.checked();
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    updateButtons();
    Q_EMIT edited(wanted);
}

void AddressGroupsDialog::setOutOfStep(const QStringList &names)
{
    const int count = static_cast<int>(names.size());
    m_ui->stepLabel->setText(count == 0 ? tr("Every list holds what its groups want, as far as this computer knows.")
                                        : tr("%n lists do not follow their groups yet: %1", nullptr, count)
                                              .arg(QLocale().createSeparatedList(names)));
    m_ui->applyButton->setEnabled(count > 0 || m_groups.rowCount() > 0);
}

void AddressGroupsDialog::showProblem(const QString &sentence)
{
    m_ui->problem->setText(sentence);
    m_ui->problem->setVisible(!sentence.isEmpty());
}

void AddressGroupsDialog::updateButtons()
{
    m_ui->deleteButton->setEnabled(!m_shown.id.isNull());
    m_ui->addRangeButton->setEnabled(m_ui->rangeEdit->state() != RangeEdit::State::Empty);
    m_ui->removeRangeButton->setEnabled(m_ui->ranges->currentIndex().isValid());
}

} // namespace gatehouse
