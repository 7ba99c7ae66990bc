// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/ListsReviewDialog.h"

#include "ui_ListsReviewDialog.h"

#include <QEvent>
#include <QHeaderView>
#include <QStyledItemDelegate>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int listRowHeight = 34;
constexpr int linePadding = 16;   // that of the style sheet, above and below, and a little more
constexpr int roomForSymbol = 70; // with the indentation, and some air at the end

/// Sentences take the width of the view, as many lines as they need.
class SentenceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize plain = QStyledItemDelegate::sizeHint(option, index);
        const auto *view = qobject_cast<const QAbstractItemView *>(parent());
        if (!index.parent().isValid())
            return {plain.width(), std::max(plain.height(), listRowHeight)};
        const int width = std::max(view->viewport()->width() - roomForSymbol, roomForSymbol);
        const QRect text = option.fontMetrics.boundingRect({0, 0, width, 0}, Qt::TextWordWrap, index.data().toString());
        return {width, text.height() + linePadding};
    }
};

} // namespace

ListsReviewDialog::ListsReviewDialog(ListProgressModel &model, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ListsReviewDialog>())
    , m_model(model)
{
    m_ui->setupUi(this);
    QTreeView *view = m_ui->lists;
    view->setModel(&model);
    view->setItemDelegate(new SentenceDelegate(view));
    view->header()->setSectionsMovable(false);
    view->header()->setSectionResizeMode(ListProgressModel::NameColumn, QHeaderView::Interactive);
    view->header()->resizeSection(ListProgressModel::NameColumn, 220);
    view->viewport()->installEventFilter(this);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ListsReviewDialog::showConfirmation);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, changed, this, &ListsReviewDialog::showRows);
    connect(&model, &QAbstractItemModel::modelReset, this, &ListsReviewDialog::showRows);
    connect(&model, &ListProgressModel::agreedChanged, this, &ListsReviewDialog::updateButtons);
    connect(m_ui->confirmationEdit, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_model.confirm(m_ui->lists->currentIndex(), text); });
    connect(m_ui->applyButton, &QPushButton::clicked, this, &ListsReviewDialog::applyRequested);
    connect(m_ui->remedyButton, &QPushButton::clicked, this, &ListsReviewDialog::remedyRequested);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ListsReviewDialog::reject);
    setPhase(Phase::Reading);
    showRows();
}

ListsReviewDialog::~ListsReviewDialog() = default;

bool ListsReviewDialog::offersUnchanged() const
{
    return m_actsOnUnchanged && m_model.hasUnchanged();
}

QString ListsReviewDialog::titleText() const
{
    switch (m_phase) {
    case Phase::Reading:
        return tr("Reading the lists…");
    case Phase::Reviewed:
        return tr("This is what would happen");
    case Phase::Sending:
        return tr("Sending…");
    case Phase::Done:
        return tr("This is what came of it");
    case Phase::Checked:
        return tr("Where this address is let in");
    }
    Q_UNREACHABLE();
}

QString ListsReviewDialog::explanationText() const
{
    switch (m_phase) {
    case Phase::Reading:
    case Phase::Checked:
        return tr("Nothing has been sent.");
    case Phase::Reviewed:
        return offersUnchanged() && !m_model.isReviewed()
                   ? tr("No list needs a change. “Apply” only keeps on this computer what you have chosen.")
                   : tr("Only the checked lists are changed. Nothing has been sent yet.");
    case Phase::Sending:
        return tr("Each list is sent by itself; one that fails does not touch the others.");
    case Phase::Done:
        return tr("Each list that was sent was read again.");
    }
    Q_UNREACHABLE();
}

void ListsReviewDialog::setPhase(Phase phase)
{
    m_phase = phase;
    m_ui->title->setText(titleText());
    m_ui->explanation->setText(explanationText());
    showConfirmation();
    updateButtons();
    if (phase == Phase::Reviewed && m_model.rowCount() > 0 && !m_ui->lists->currentIndex().isValid())
        m_ui->lists->setCurrentIndex(m_model.index(0, 0));
}

void ListsReviewDialog::setLocksOut(bool locksOut)
{
    m_locksOut = locksOut;
    updateButtons();
}

void ListsReviewDialog::reject()
{
    if (isBusy())
        Q_EMIT cancelRequested();
    else
        QDialog::reject();
}

bool ListsReviewDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        m_ui->lists->doItemsLayout();
    return QDialog::eventFilter(watched, event);
}

void ListsReviewDialog::showRows()
{
    QTreeView *view = m_ui->lists;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex list = m_model.index(row, 0);
        for (int line = 0; line < m_model.rowCount(list); ++line)
            view->setFirstColumnSpanned(line, list, true);
        view->expand(list);
    }
}

void ListsReviewDialog::showConfirmation()
{
    const QString name = m_model.nameToType(m_ui->lists->currentIndex());
    m_ui->confirmationFrame->setVisible(m_phase == Phase::Reviewed && !name.isEmpty());
    if (name.isEmpty())
        return;
    const QString toType = tr("To send this list all the same, type the name of the connection: %1");
    m_ui->confirmationText->setTextFormat(Qt::RichText);
    m_ui->confirmationText->setText(toType.toHtmlEscaped().arg(QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped())));
    const QSignalBlocker blocker(m_ui->confirmationEdit); // looking at another list takes back nothing
    m_ui->confirmationEdit->setText(m_model.isConfirmed(m_ui->lists->currentIndex()) ? name : QString());
}

void ListsReviewDialog::updateButtons()
{
    const bool mayApply = m_phase == Phase::Reviewed && (m_model.isReviewed() || offersUnchanged());
    m_ui->remedyButton->setVisible(m_phase == Phase::Reviewed && m_locksOut);
    m_ui->applyButton->setVisible(mayApply);
    m_ui->applyButton->setEnabled(mayApply && (m_model.hasChecked() || offersUnchanged()));
    m_ui->closeButton->setText(isBusy() ? tr("Cancel") : mayApply ? tr("&Back") : tr("Close"));
    m_ui->closeButton->setAccessibleName(m_ui->closeButton->text().remove(u'&'));
}

} // namespace gatehouse
