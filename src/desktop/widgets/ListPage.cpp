// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/ListPage.h"

#include "desktop/models/EntryFormat.h"
#include "desktop/theme/Icons.h"
#include "ui_ListPage.h"

#include <QFutureWatcher>

namespace gatehouse {

ListPage::ListPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListPage>())
    , m_work(new QFutureWatcher<void>(this))
{
    m_ui->setupUi(this);
    m_ui->reloadButton->setIcon(icon(u"reload"));
    m_ui->legendButton->setIcon(icon(u"help", IconTint::Subtle));
    m_ui->cancelButton->setIcon(icon(u"cancel"));
    m_ui->reloadButton->setIconSize(besideText);
    m_ui->cancelButton->setIconSize(besideText);
    QSizePolicy keepsItsPlace = m_ui->progressBar->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true); // what is below must not jump
    m_ui->progressBar->setSizePolicy(keepsItsPlace);
    connect(m_ui->reloadButton, &QPushButton::clicked, this, &ListPage::reloadRequested);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ListPage::cancel);
    connect(m_work, &QFutureWatcherBase::finished, this, [this] { setBusy(false); });
    connect(m_work, &QFutureWatcherBase::progressRangeChanged, m_ui->progressBar, &QProgressBar::setRange);
    connect(m_work, &QFutureWatcherBase::progressValueChanged, m_ui->progressBar, &QProgressBar::setValue);
    setUpFilter();
    setOpenness({});
    setBusy(false);
}

ListPage::~ListPage() = default;

void ListPage::setOpenness(const QString &text)
{
    m_ui->opennessLabel->setText(text);
    m_ui->opennessLabel->setVisible(!text.isEmpty());
}

void ListPage::setUpFilter()
{
    m_ui->filterEdit->addAction(icon(u"search", IconTint::Subtle), QLineEdit::LeadingPosition);
    const auto add = [this](const QString &text, EntryFilter::Quick quick) {
        m_ui->quickFilter->addItem(text, static_cast<int>(quick));
    };
    add(tr("All entries"), EntryFilter::Quick::All);
    add(tr("Active"), EntryFilter::Quick::Active);
    add(tr("Inactive"), EntryFilter::Quick::Inactive);
    add(tr("Expired"), EntryFilter::Quick::Expired);
    add(tr("Pending"), EntryFilter::Quick::Pending);
    add(tr("Needs attention"), EntryFilter::Quick::Attention);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &ListPage::filterChanged);
    connect(m_ui->quickFilter, &QComboBox::currentIndexChanged, this, &ListPage::filterChanged);
}

EntryFilter ListPage::filter() const
{
    const auto quick = static_cast<EntryFilter::Quick>(m_ui->quickFilter->currentData().toInt());
    return EntryFilter(m_ui->filterEdit->text(), quick);
}

void ListPage::clearFilter()
{
    m_ui->filterEdit->clear();
    m_ui->quickFilter->setCurrentIndex(0);
}

void ListPage::setTitle(const QString &title, const QString &subtitle)
{
    m_ui->listTitle->setText(title);
    m_ui->listSubtitle->setText(subtitle);
}

void ListPage::setCount(const QString &text, const QString &toolTip)
{
    m_ui->countText->setText(text);
    m_ui->countText->setToolTip(toolTip);
    m_ui->countText->setAccessibleDescription(toolTip); // else the tip, with its markup
}

void ListPage::follow(const QFuture<void> &work, const QString &text)
{
    m_ui->activityText->setText(text);
    m_ui->progressBar->setRange(0, 0); // until the work knows how much there is
    setBusy(true);
    m_work->setFuture(work);
}

bool ListPage::isBusy() const
{
    return m_busy;
}

void ListPage::cancel()
{
    m_work->cancel();
}

void ListPage::showTable(bool table)
{
    if (m_ui->tableStack->currentIndex() == (table ? 0 : 1))
        return;
    const QWidget *focused = window()->focusWidget();
    const bool hadFocus = focused && m_ui->tableStack->isAncestorOf(focused);
    m_ui->tableStack->setCurrentIndex(table ? 0 : 1);
    if (hadFocus) // it would wander to whatever comes next
        (table ? static_cast<QWidget *>(m_ui->entryTable) : m_ui->filterEdit)->setFocus(Qt::OtherFocusReason);
}

QuickAddBar *ListPage::quickAdd() const
{
    return m_ui->quickAdd;
}

QLineEdit *ListPage::filterEdit() const
{
    return m_ui->filterEdit;
}

EntryTableView *ListPage::table() const
{
    return m_ui->entryTable;
}

EmptyState *ListPage::emptyState() const
{
    return m_ui->emptyState;
}

BannerArea *ListPage::banners() const
{
    return m_ui->banners;
}

QToolButton *ListPage::legendButton() const
{
    return m_ui->legendButton;
}

PendingBar *ListPage::pendingBar() const
{
    return m_ui->pendingBar;
}

void ListPage::setBusy(bool busy)
{
    const bool changed = busy != m_busy;
    const bool focused = m_ui->cancelButton->hasFocus() || m_ui->reloadButton->hasFocus();
    m_busy = busy;
    m_ui->progressBar->setVisible(busy);
    m_ui->activityText->setVisible(busy);
    m_ui->cancelButton->setVisible(busy);
    m_ui->reloadButton->setVisible(!busy);
    if (focused) // one takes the other's place, for the keyboard too
        (busy ? m_ui->cancelButton : m_ui->reloadButton)->setFocus(Qt::OtherFocusReason);
    if (changed)
        Q_EMIT busyChanged();
}

} // namespace gatehouse
