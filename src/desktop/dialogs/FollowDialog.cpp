// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/FollowDialog.h"

#include "desktop/models/EntryFormat.h"
#include "desktop/theme/Icons.h"
#include "ui_FollowDialog.h"

#include <QHeaderView>

namespace gatehouse {

namespace {

enum FollowColumn { FollowedList, FollowedChange, FollowedState };

QIcon followSymbol(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Error:
        return icon(u"error", IconTint::Danger);
    case BannerKind::Warning:
        return icon(u"warning", IconTint::Warning);
    case BannerKind::Success:
        return icon(u"check", IconTint::Success);
    case BannerKind::Info:
        break;
    }
    return icon(u"clock", IconTint::Info);
}

} // namespace

FollowDialog::FollowDialog(const QList<FollowRow> &rows, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FollowDialog>())
{
    m_ui->setupUi(this);
    m_ui->lists->header()->setSectionResizeMode(FollowedList, QHeaderView::ResizeToContents);
    m_ui->lists->header()->setSectionResizeMode(FollowedChange, QHeaderView::ResizeToContents);
    for (const FollowRow &row : rows)
        addRow(row);
    m_ui->lists->setCurrentItem(m_ui->lists->topLevelItem(0));
    connect(m_ui->lists, &QTreeWidget::itemChanged, this, &FollowDialog::updateButton);
    connect(m_ui->followButton, &QPushButton::clicked, this, &FollowDialog::follow);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    updateButton();
}

FollowDialog::~FollowDialog() = default;

void FollowDialog::addRow(const FollowRow &row)
{
    auto *item = new QTreeWidgetItem(m_ui->lists, {row.name, row.change, tr("To change")});
    item->setData(FollowedList, Qt::UserRole, row.connection);
    item->setCheckState(FollowedList, Qt::Checked);
}

void FollowDialog::setState(const QUuid &connection, BannerKind kind, const QString &state)
{
    for (int i = 0; i < m_ui->lists->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_ui->lists->topLevelItem(i);
        if (item->data(FollowedList, Qt::UserRole).toUuid() != connection)
            continue;
        item->setText(FollowedState, state);
        item->setToolTip(FollowedState, plainTip(state));
        item->setIcon(FollowedState, followSymbol(kind));
        const bool canBeChosen = kind == BannerKind::Error;
        item->setFlags(item->flags().setFlag(Qt::ItemIsUserCheckable, canBeChosen));
        item->setCheckState(FollowedList, canBeChosen ? Qt::Checked : Qt::Unchecked);
    }
}

void FollowDialog::follow()
{
    QList<QUuid> chosen;
    for (int i = 0; i < m_ui->lists->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_ui->lists->topLevelItem(i);
        if (item->checkState(FollowedList) == Qt::Checked)
            chosen.append(item->data(FollowedList, Qt::UserRole).toUuid());
    }
    for (const QUuid &connection : chosen) {
        setState(connection, BannerKind::Info, tr("Changing…"));
        Q_EMIT followRequested(connection);
    }
}

void FollowDialog::updateButton()
{
    bool isAnyChosen = false;
    for (int i = 0; i < m_ui->lists->topLevelItemCount(); ++i)
        isAnyChosen = isAnyChosen || m_ui->lists->topLevelItem(i)->checkState(FollowedList) == Qt::Checked;
    m_ui->followButton->setEnabled(isAnyChosen);
}

} // namespace gatehouse
