// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/WorkArea.h"

#include "desktop/dialogs/ErrorDetailsDialog.h"
#include "desktop/theme/Icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressWidth = 120;

} // namespace

WorkArea::WorkArea(QWidget *parent)
    : QWidget(parent)
    , m_messages(new BannerArea(this))
    , m_row(new QWidget(this))
    , m_text(new QLabel(m_row))
    , m_progress(new QProgressBar(m_row))
    , m_cancel(new QPushButton(icon(u"cancel"), tr("Cancel"), m_row))
{
    m_text->setObjectName(u"workText"_s);
    m_text->setProperty("role", u"subtle"_s);
    m_progress->setObjectName(u"workProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(progressWidth);
    m_cancel->setObjectName(u"workCancel"_s);
    m_cancel->setAccessibleName(tr("Cancel what is under way"));
    m_cancel->setIconSize(besideText);
    m_cancel->setAutoDefault(false);

    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins({});
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_messages);
    all->addWidget(m_row);

    connect(m_cancel, &QPushButton::clicked, this, &WorkArea::cancel);
    connect(&m_work, &QFutureWatcherBase::finished, this, [this] { setBusy(false); });
    connect(&m_work, &QFutureWatcherBase::progressRangeChanged, m_progress, &QProgressBar::setRange);
    connect(&m_work, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(m_messages, &BannerArea::detailsRequested, this, [this](const Error &error) {
        auto *details = new ErrorDetailsDialog(error, window());
        details->setAttribute(Qt::WA_DeleteOnClose);
        details->open();
    });
    m_row->hide();
}

void WorkArea::follow(const QFuture<void> &work, const QString &text)
{
    clear();
    m_text->setText(text);
    m_progress->setRange(0, 0); // until the work knows how much there is
    setBusy(true);
    m_work.setFuture(work);
}

void WorkArea::cancel()
{
    m_work.cancel();
}

void WorkArea::tell(const BannerMessage &message)
{
    m_messages->post(BannerArea::Topic::Other, message);
    growWindow();
}

void WorkArea::tell(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled) {
        tell(BannerKind::Info, tr("Cancelled."));
        return;
    }
    BannerMessage message = BannerMessage::of(error);
    if (!error.message.isEmpty() && error.kind == ErrorKind::InvalidInput)
        message.text = error.message;
    else if (!error.message.isEmpty())
        message.text = tr("%1\n%2").arg(message.text, error.message);
    tell(message);
}

void WorkArea::tell(BannerKind kind, const QString &sentence)
{
    BannerMessage message;
    message.kind = kind;
    message.text = sentence;
    tell(message);
}

void WorkArea::clear()
{
    m_messages->clear(BannerArea::Topic::Other);
}

void WorkArea::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    if (busy)
        m_focusBefore = window()->focusWidget();
    m_row->setVisible(busy);
    growWindow();
    Q_EMIT busyChanged(busy);
    moveFocus(busy);
}

/// A sentence that takes several lines needs them, and no layout makes a window higher for that.
void WorkArea::growWindow()
{
    QLayout *all = window()->layout();
    if (!all || !window()->isVisible())
        return;
    all->activate();
    const int needed = all->hasHeightForWidth() ? all->totalHeightForWidth(window()->width()) : 0;
    if (needed > window()->height())
        window()->resize(window()->width(), needed);
}

/// What cannot be used while something is under way loses the focus to Cancel, and gets it back.
void WorkArea::moveFocus(bool busy)
{
    if (!m_focusBefore)
        return;
    if (busy && !m_focusBefore->isEnabled())
        m_cancel->setFocus(Qt::OtherFocusReason);
    else if (!busy && m_focusBefore->isEnabled() && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse
