// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/KeeperDialog.h"

#include "desktop/models/EntryFormat.h"
#include "desktop/theme/Icons.h"
#include "ui_KeeperDialog.h"

#include <QHeaderView>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int keeperRowHeight = 32;

enum Column { NameColumn, StateColumn, NextColumn };

QIcon symbolOf(const KeeperRow &row)
{
    if (row.running)
        return icon(u"clock", IconTint::Info);
    if (row.kind == BannerKind::Error || row.kind == BannerKind::Warning)
        return iconFor(row.kind);
    return icon(u"check", IconTint::Success);
}

} // namespace

KeeperDialog::KeeperDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::KeeperDialog>())
{
    m_ui->setupUi(this);
    m_ui->rows->header()->setSectionResizeMode(NameColumn, QHeaderView::ResizeToContents);
    m_ui->rows->header()->setSectionResizeMode(StateColumn, QHeaderView::Stretch);
    m_ui->rows->header()->setSectionResizeMode(NextColumn, QHeaderView::ResizeToContents);
    m_ui->rows->header()->setStretchLastSection(false);
    m_ui->sweepButton->setIcon(icon(u"reload"));
    m_ui->sweepButton->setIconSize(besideText);
    connect(m_ui->rows, &QTreeWidget::currentItemChanged, this, &KeeperDialog::updateButtons);
    connect(m_ui->sweepButton, &QPushButton::clicked, this, [this] { Q_EMIT sweepRequested(chosen()); });
    connect(m_ui->showButton, &QPushButton::clicked, this, [this] {
        Q_EMIT showRequested(chosen());
        accept();
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    updateButtons();
}

KeeperDialog::~KeeperDialog() = default;

void KeeperDialog::setRows(const QList<KeeperRow> &rows)
{
    const QUuid before = chosen();
    m_rows = rows;
    m_ui->rows->clear();
    for (const KeeperRow &row : rows) {
        auto *item = new QTreeWidgetItem(m_ui->rows, {row.name, row.state, row.next});
        item->setIcon(StateColumn, symbolOf(row));
        item->setToolTip(StateColumn, plainTip(row.state));
        item->setSizeHint(StateColumn, {0, keeperRowHeight});
        if (row.connection == before)
            m_ui->rows->setCurrentItem(item);
    }
    if (!m_ui->rows->currentItem() && !rows.isEmpty())
        m_ui->rows->setCurrentItem(m_ui->rows->topLevelItem(0));
    m_ui->rows->setVisible(!rows.isEmpty());
    m_ui->nothing->setVisible(rows.isEmpty());
    updateButtons();
}

QUuid KeeperDialog::chosen() const
{
    return m_rows.value(m_ui->rows->indexOfTopLevelItem(m_ui->rows->currentItem())).connection;
}

void KeeperDialog::updateButtons()
{
    const QUuid connection = chosen();
    const auto row = std::ranges::find(m_rows, connection, &KeeperRow::connection);
    m_ui->showButton->setEnabled(row != m_rows.end());
    m_ui->sweepButton->setEnabled(row != m_rows.end() && !row->running);
}

} // namespace gatehouse
