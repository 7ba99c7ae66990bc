// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/LogsDialog.h"

#include "desktop/delegates/EntryDelegate.h"
#include "desktop/delegates/LogDelegate.h"
#include "desktop/dialogs/LogFilterForm.h"
#include "desktop/dialogs/WorkArea.h"
#include "desktop/models/LogTableModel.h"
#include "desktop/theme/Icons.h"
#include "ui_LogsDialog.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>

namespace gatehouse {

namespace {

constexpr int logRowHeight = 30;
constexpr int emptyPage = 1;

} // namespace

LogsDialog::LogsDialog(LogTableModel &model, const QString &connection, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::LogsDialog>())
    , m_model(model)
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Usage log of %1").arg(connection));
    m_ui->filters->setFilters(model.description().filters, QDate::currentDate());
    m_ui->reloadButton->setIcon(icon(u"reload"));
    m_ui->moreButton->setIcon(icon(u"chevron-down"));
    m_ui->allowButton->setIcon(icon(u"add", IconTint::OnAccent));
    m_ui->exportButton->setIcon(icon(u"export"));
    for (QPushButton *button : {m_ui->reloadButton, m_ui->moreButton, m_ui->allowButton, m_ui->exportButton})
        button->setIconSize(besideText);
    m_ui->emptySymbol->setIcon(icon(u"list", IconTint::Subtle), 48);
    setUpTable();
    connect(m_ui->filters, &LogFilterForm::changed, this, &LogsDialog::filtersChanged);
    connect(m_ui->reloadButton, &QPushButton::clicked, this, &LogsDialog::reloadRequested);
    connect(m_ui->moreButton, &QPushButton::clicked, this, &LogsDialog::moreRequested);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &LogsDialog::exportRequested);
    connect(m_ui->allowButton, &QPushButton::clicked, this, [this] { Q_EMIT allowRequested(chosenRow()); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->work, &WorkArea::busyChanged, this, &LogsDialog::update);
    connect(&model, &QAbstractItemModel::modelReset, this, &LogsDialog::update);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (first == 0)
            fitColumns();
        update();
    });
    update();
}

LogsDialog::~LogsDialog() = default;

void LogsDialog::setUpTable()
{
    QTableView *table = m_ui->logTable;
    table->setModel(&m_model);
    table->setItemDelegate(new LogDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(logRowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->setTabKeyNavigation(false);
    auto *allow = new QAction(icon(u"add"), m_ui->allowButton->text(), table);
    connect(allow, &QAction::triggered, m_ui->allowButton, &QPushButton::click);
    table->addAction(allow);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LogsDialog::update);
    connect(m_ui->work, &WorkArea::busyChanged, allow,
            [this, allow] { allow->setEnabled(m_ui->allowButton->isEnabled()); });
}

/// By what the first page has; the text that needs most takes the room that is left.
void LogsDialog::fitColumns()
{
    QTableView *table = m_ui->logTable;
    int stretched = -1;
    int widest = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
        table->resizeColumnToContents(column);
        const int width = table->columnWidth(column) + 2 * cellPadding;
        table->setColumnWidth(column, width);
        if (m_model.description().columns[column].kind == LogColumn::Kind::Text && width > widest) {
            widest = width;
            stretched = column;
        }
    }
    if (stretched >= 0)
        table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

LogFilterForm *LogsDialog::filters() const
{
    return m_ui->filters;
}

WorkArea *LogsDialog::work() const
{
    return m_ui->work;
}

int LogsDialog::chosenRow() const
{
    return m_ui->logTable->currentIndex().row();
}

void LogsDialog::update()
{
    const bool busy = m_ui->work->isBusy();
    const int rows = m_model.rowCount();
    m_ui->stack->setCurrentIndex(rows == 0 && !busy ? emptyPage : 0);
    const auto total = m_model.total();
    m_ui->countText->setText(
        total && *total > rows
            ? tr("%1 of %Ln requests", nullptr, static_cast<int>(*total)).arg(QLocale().toString(rows))
            : tr("%Ln requests", nullptr, rows));
    m_ui->moreButton->setVisible(m_model.hasMore());
    m_ui->moreButton->setEnabled(!busy);
    m_ui->reloadButton->setEnabled(!busy);
    m_ui->exportButton->setEnabled(!busy && rows > 0);
    const int row = chosenRow();
    m_ui->allowButton->setEnabled(row >= 0 && !m_model.addressAt(row).isEmpty());
}

} // namespace gatehouse
