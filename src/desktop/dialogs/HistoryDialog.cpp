// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/HistoryDialog.h"

#include "desktop/delegates/LogDelegate.h"
#include "desktop/dialogs/WorkArea.h"
#include "desktop/models/DifferenceModel.h"
#include "desktop/models/HistoryListModel.h"
#include "desktop/theme/Icons.h"
#include "ui_HistoryDialog.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int historyRowHeight = 30;
constexpr int narrowestColumn = 84;
constexpr int rowsToMeasure = 200;
constexpr int versionsWidth = 480;
constexpr int listPage = 0;
constexpr int nothingPage = 1;

void setUpTable(QTableView *table, QAbstractItemModel *model, int stretched)
{
    table->setModel(model);
    table->setItemDelegate(new LogDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(historyRowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setMinimumSectionSize(narrowestColumn);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setResizeContentsPrecision(rowsToMeasure);
    table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    table->setTabKeyNavigation(false);
}

} // namespace

HistoryDialog::HistoryDialog(HistoryListModel &versions, DifferenceModel &differences, const QString &connection,
                             QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::HistoryDialog>())
    , m_versions(versions)
    , m_differences(differences)
{
    m_ui->setupUi(this);
    setWindowTitle(tr("History of %1").arg(connection));
    m_ui->restoreButton->setIcon(icon(u"undo", IconTint::OnAccent));
    m_ui->restoreButton->setIconSize(besideText);
    m_ui->emptySymbol->setIcon(icon(u"clock", IconTint::Subtle), 48);
    setUpTables();
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({versionsWidth, width() - versionsWidth});
    connect(m_ui->againstChoice, &QComboBox::currentIndexChanged, this, &HistoryDialog::comparisonRequested);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, [this] { Q_EMIT restoreRequested(chosen()); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&versions, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (chosen() == 0)
            return;
        m_wished = chosen();
        m_wishedAgainst = against();
    });
    connect(&versions, &QAbstractItemModel::modelReset, this, &HistoryDialog::versionsChanged);
    connect(&differences, &QAbstractItemModel::modelReset, this, &HistoryDialog::showDifferences);
    versionsChanged();
    showDifferences();
}

HistoryDialog::~HistoryDialog() = default;

void HistoryDialog::setUpTables()
{
    setUpTable(m_ui->versionTable, &m_versions, HistoryListModel::CauseColumn);
    setUpTable(m_ui->differenceTable, &m_differences, DifferenceModel::DetailColumn);
    connect(m_ui->versionTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_ui->restoreButton->setEnabled(chosen() > 0);
        Q_EMIT comparisonRequested();
    });
}

void HistoryDialog::choose(int version, int comparedWith)
{
    m_wished = version;
    m_wishedAgainst = comparedWith;
    m_ui->againstChoice->setCurrentIndex(std::max(0, m_ui->againstChoice->findData(comparedWith)));
    const int row = m_versions.rowOf(version);
    if (row >= 0)
        m_ui->versionTable->setCurrentIndex(m_versions.index(row, 0));
}

int HistoryDialog::chosen() const
{
    const int row = m_ui->versionTable->currentIndex().row();
    return row < 0 ? 0 : m_versions.versions()[static_cast<std::size_t>(row)].number;
}

int HistoryDialog::against() const
{
    return m_ui->againstChoice->currentData().toInt();
}

WorkArea *HistoryDialog::work() const
{
    return m_ui->work;
}

/// The newest one is chosen, unless another one was.
void HistoryDialog::versionsChanged()
{
    fillAgainst();
    const bool isEmpty = m_versions.versions().empty();
    const bool wasEmpty = m_ui->stack->currentIndex() == nothingPage;
    m_ui->stack->setCurrentIndex(isEmpty ? nothingPage : listPage);
    m_ui->restoreButton->setEnabled(false);
    m_ui->againstChoice->setEnabled(!isEmpty);
    if (isEmpty)
        return;
    const int row = std::max(0, m_versions.rowOf(m_wished));
    m_ui->versionTable->setCurrentIndex(m_versions.index(row, 0));
    if (wasEmpty) // while there was nothing to choose, the focus had to be elsewhere
        m_ui->versionTable->setFocus();
}

void HistoryDialog::fillAgainst()
{
    QComboBox *choice = m_ui->againstChoice;
    const QSignalBlocker quiet(choice);
    choice->clear();
    choice->addItem(tr("the version before"), TheOneBefore);
    choice->addItem(tr("the list as it is wanted now"), Now);
    for (int row = 0; row < m_versions.rowCount(); ++row)
        choice->addItem(m_versions.titleOf(row), m_versions.versions()[static_cast<std::size_t>(row)].number);
    choice->setCurrentIndex(std::max(0, choice->findData(m_wishedAgainst)));
}

void HistoryDialog::explainNothing(const QString &sentence)
{
    m_ui->nothingText->setText(sentence);
}

void HistoryDialog::showDifferences()
{
    const ChangeSet &changes = m_differences.changes();
    m_ui->differenceStack->setCurrentIndex(changes.isEmpty() ? nothingPage : listPage);
    const auto count = [&](Change::Kind kind) { return static_cast<int>(changes.count(kind)); };
    //: What a version has more, less, and otherwise than another: %1 to %3 are "2 added" and so on.
    m_ui->countText->setText(changes.isEmpty() ? QString()
                                               : tr("%1, %2, %3")
                                                     .arg(tr("%Ln added", nullptr, count(Change::Kind::Added)),
                                                          tr("%Ln removed", nullptr, count(Change::Kind::Removed)),
                                                          tr("%Ln changed", nullptr, count(Change::Kind::Changed))));
}

} // namespace gatehouse
