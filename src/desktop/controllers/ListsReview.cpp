// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ListsReview.h"

#include <QMessageBox>

#include <algorithm>

namespace gatehouse {

using Phase = ListsReviewDialog::Phase;
using Stage = ListProgress::Stage;

namespace {

bool actsOnUnchanged(const ListOrder &order)
{
    return order.beforeSending || order.afterwards;
}

} // namespace

ListsReview::ListsReview(const Workbench &bench, QWidget *parent)
    : QObject(parent)
    , m_lists(bench.book, bench.connector, bench.store, bench.addresses, bench.clock)
    , m_model(bench.clock)
    , m_dialog(new ListsReviewDialog(m_model, parent))
{
    connect(&m_lists, &ManyLists::changed, this, [this](int row) {
        if (m_model.rowCount() > row)
            m_model.update(row, m_lists.lists()[static_cast<std::size_t>(row)]);
    });
    connect(m_dialog, &ListsReviewDialog::applyRequested, this, &ListsReview::apply);
    connect(m_dialog, &ListsReviewDialog::remedyRequested, this, &ListsReview::letInOwn);
    connect(m_dialog, &ListsReviewDialog::cancelRequested, this, [this] { m_work.cancel(); });
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog->deleteLater();
        deleteLater();
    });
}

void ListsReview::review(std::vector<ListOrder> orders, std::function<Future<void>()> beforeSending)
{
    m_beforeSending = std::move(beforeSending);
    m_dialog->setActsOnUnchanged(m_beforeSending || std::ranges::any_of(orders, actsOnUnchanged));
    begin(m_lists.review(std::move(orders)), Phase::Reviewed);
}

void ListsReview::check(const std::vector<ConnectionRecord> &connections, const IpAddress &address)
{
    begin(m_lists.check(connections, address), Phase::Checked);
}

void ListsReview::begin(const Future<void> &work, Phase then)
{
    m_work = work;
    m_model.reset(m_lists.lists());
    m_dialog->setPhase(Phase::Reading);
    m_dialog->open();
    whenDone(work, this, [this, then](const Result<void> &) {
        m_dialog->setLocksOut(m_lists.locksOut());
        m_dialog->setPhase(then);
    });
}

void ListsReview::letInOwn()
{
    m_dialog->setPhase(Phase::Reading);
    m_work = m_lists.letInOwn(tr("My address"));
    whenDone(m_work, this, [this](const Result<void> &) {
        m_dialog->setLocksOut(m_lists.locksOut());
        m_dialog->setPhase(Phase::Reviewed);
    });
}

/// The phase is another one from the click on, so that a second click does not apply again; and what was agreed to is
/// what was checked then.
void ListsReview::apply()
{
    const auto agreed = m_model.agreed();
    m_dialog->setPhase(Phase::Sending);
    if (!m_beforeSending) {
        send(agreed);
        return;
    }
    m_work = m_beforeSending();
    whenDone(m_work, this, [this, agreed](const Result<void> &done) {
        if (done) {
            send(agreed);
            return;
        }
        m_dialog->setPhase(Phase::Reviewed);
        if (done.error().kind != ErrorKind::Cancelled)
            tellFailure(done.error());
    });
}

void ListsReview::tellFailure(const Error &error)
{
    auto *told =
        new QMessageBox(QMessageBox::Warning, m_dialog->windowTitle(), explain(error), QMessageBox::Ok, m_dialog);
    told->setAttribute(Qt::WA_DeleteOnClose);
    told->setInformativeText(error.message);
    told->open();
}

void ListsReview::send(const QHash<QUuid, ApplyConsent> &agreed)
{
    m_work = m_lists.apply(agreed);
    whenDone(m_work, this, [this](const Result<void> &) {
        // Those that have become others meanwhile are there to be looked at again.
        const bool isOver = std::ranges::none_of(
            m_lists.lists(), [](const ListProgress &list) { return list.stage == Stage::Reviewed; });
        m_dialog->setPhase(isOver ? Phase::Done : Phase::Reviewed);
        tellChanges();
        if (isOver)
            Q_EMIT finished();
    });
}

/// Also after a failure, of which nobody knows how far it came.
void ListsReview::tellChanges()
{
    for (const ListProgress &list : m_lists.lists()) {
        if (list.stage == ListProgress::Stage::Live || list.stage == ListProgress::Stage::Failed)
            Q_EMIT listChanged(list.connection.id);
    }
}

} // namespace gatehouse
