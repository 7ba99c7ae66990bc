// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ApplyController.h"

#include "allowlist/Expiry.h"
#include "allowlist/ReviewDigest.h"
#include "desktop/dialogs/ReviewDialog.h"
#include "desktop/widgets/BannerArea.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ListPage.h"
#include "desktop/widgets/Moment.h"
#include "desktop/widgets/PendingBar.h"
#include "store/SettingKeys.h"

#include <QApplication>
#include <QLineEdit>
#include <QTimer>
#include <QUndoStack>

namespace gatehouse {

namespace {

/// While others change the list at each moment, somebody should know why nothing is sent.
constexpr int mostRenewals = 3;

} // namespace

ApplyController::ApplyController(ListSession &session, ListPage &page, const Settings &settings, const Clock &clock,
                                 QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_settings(settings)
    , m_clock(clock)
{
    for (const auto update : {&ApplyController::updateBar, &ApplyController::forgetSettledConflicts}) {
        connect(&session, &ListSession::entriesChanged, this, update);
        connect(&session, &ListSession::listReset, this, update);
    }
    connect(&session, &ListSession::activityChanged, this, [this] {
        updateBar();
        if (m_again && m_session.activity() == ListSession::Activity::Idle)
            QTimer::singleShot(0, this, &ApplyController::go);
    });
    connect(session.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (m_session.undoStack()->count() > 0) // else the stack was emptied, since the list moved elsewhere
            edited();
    });
    connect(page.pendingBar(), &PendingBar::atOnceChosen, this, &ApplyController::atOnceChosen);
    updateBar();
}

bool ApplyController::isAtOnce() const
{
    return !m_session.connection().collectChanges;
}

void ApplyController::showMode()
{
    updateBar();
    Q_EMIT stateChanged();
}

void ApplyController::edited()
{
    // That the last changes are live is old news; what went wrong is not.
    const MessageBanner *shown = m_page.banners()->banner(BannerArea::Topic::Applying);
    if (shown && shown->message().kind == BannerKind::Success)
        m_page.banners()->clear(BannerArea::Topic::Applying);
    if (isAtOnce() && !m_editsOnly && !m_session.draft().isClean())
        apply();
}

void ApplyController::editOnly(const std::function<void()> &edit)
{
    m_editsOnly = true;
    edit();
    m_editsOnly = false;
}

void ApplyController::apply()
{
    m_again = true;
    // From the event loop: several edits of one moment go out together, and an edit is never sent from inside itself.
    QTimer::singleShot(0, this, &ApplyController::go);
}

void ApplyController::applyAndWatch()
{
    m_watch = true;
    apply();
}

void ApplyController::applyAgain()
{
    m_watch = m_failedWatched;
    apply();
}

void ApplyController::discard()
{
    m_again = false;
    m_session.discard();
    m_lastError.reset();
    m_page.banners()->clear(BannerArea::Topic::Applying);
    Q_EMIT stateChanged();
}

void ApplyController::go()
{
    if (!m_again || isBusy() || m_session.activity() != ListSession::Activity::Idle)
        return;
    m_again = false;
    if (m_session.draft().isClean())
        return;
    if (!m_session.conflicts().empty()) {
        failed(makeError(ErrorKind::Conflict, {}));
        return;
    }
    if (!m_session.definition()) {
        failed(makeError(ErrorKind::Definition, {}));
        return;
    }
    keepFocus();
    if (m_session.hasFreshAddresses()) {
        startReview();
        return;
    }
    // Without them a review cannot tell a lock-out; that they cannot be had is one of its findings.
    setStep(Step::FindingAddress);
    const auto search = m_session.findCurrentAddresses();
    m_page.follow(QFuture<void>(search), tr("Finding out your address…"));
    whenDone(search, this, [this](const Result<CurrentAddresses> &found) {
        if (!found && found.error().kind == ErrorKind::Cancelled)
            failed(found.error());
        else
            startReview();
    });
}

/// The buttons below the table cannot be used from now on, and the focus must not wander.
void ApplyController::keepFocus()
{
    if (m_page.pendingBar()->isAncestorOf(QApplication::focusWidget()))
        (m_page.table()->isVisible() ? static_cast<QWidget *>(m_page.table()) : m_page.filterEdit())
            ->setFocus(Qt::OtherFocusReason);
}

void ApplyController::startReview()
{
    setStep(Step::Reviewing);
    m_reviewed = m_session.draft();
    whenDone(m_session.review(), this, [this](const Result<Review> &review) { reviewed(review); });
}

void ApplyController::reviewed(const Result<Review> &review)
{
    if (!review) {
        failed(review.error());
        return;
    }
    m_digest = digestOf(*review, m_reviewed);
    const auto gravest = review->gravest();
    if (m_mustAsk || (gravest && *gravest != Severity::Note))
        ask(*review);
    else
        send({});
}

void ApplyController::ask(const Review &review)
{
    setStep(Step::Asking);
    m_mustAsk = false;
    m_wasAsked = true;
    auto *dialog = new ReviewDialog(review, m_reviewed, m_session.connection(), addressesAtStake(review, inAWeek()),
                                    m_page.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { send(dialog->consent()); });
    connect(dialog, &QDialog::rejected, this, [this] {
        finish();
        Q_EMIT declined();
    });
    const auto until = remedyEnd(review, m_clock.now());
    connect(dialog, &ReviewDialog::remedyChosen, this,
            [this, until, watch = m_watch](const std::vector<IpRange> &ranges) {
                m_watch = watch; // the remedy is no reason to watch less
                letIn(ranges, until);
            });
    dialog->open();
}

QDateTime ApplyController::inAWeek() const
{
    return *expiryAfter(ExpiryPreset::OneWeek, m_clock.now());
}

void ApplyController::letIn(const std::vector<IpRange> &ranges, const std::optional<QDateTime> &until)
{
    m_mustAsk = true; // what was looked at is another draft now
    m_session.letIn(ranges, tr("My address"), until);
    apply();
}

void ApplyController::send(const ApplyConsent &consent)
{
    if (m_session.activity() != ListSession::Activity::Idle) { // a reload came between
        m_again = true;
        finish();
        return;
    }
    setStep(Step::Sending);
    ApplyConsent given = consent;
    given.reviewed = m_digest; // the shortcuts of the window may have changed something behind the review
    if (m_watch)
        given.watch = std::chrono::seconds(m_settings.value(settings::watchSeconds));
    const auto work = m_session.apply(given);
    m_page.follow(QFuture<void>(work), tr("Applying…"));
    whenDone(work, this, [this](const Result<ApplyOutcome> &outcome) { sent(outcome); });
}

void ApplyController::sent(const Result<ApplyOutcome> &outcome)
{
    if (!outcome) {
        failed(outcome.error());
        return;
    }
    m_lastError.reset();
    m_wasAsked = false;
    m_renewals = 0;
    BannerMessage message;
    message.kind = BannerKind::Success;
    const auto inForceFrom = m_session.inForceFrom();
    message.text =
        inForceFrom
            ? tr("Applied and read back: live from %1 on.").arg(describeMoment(*inForceFrom, m_clock.now()))
            : tr("Applied and read back: live since %1.").arg(describeMoment(outcome->liveSince, m_clock.now()));
    m_page.banners()->post(BannerArea::Topic::Applying, message);
    Q_EMIT applied(outcome->liveSince);
    finish();
}

void ApplyController::failed(const Error &error)
{
    if (error.kind == ErrorKind::NotAsReviewed && m_renewals < mostRenewals) {
        ++m_renewals;
        m_mustAsk = m_wasAsked;
        m_again = true;
        finish();
        return;
    }
    m_renewals = 0;
    m_lastError = error.kind == ErrorKind::Cancelled ? std::nullopt : std::optional(error);
    m_failedWatched = m_watch;
    m_page.banners()->post(BannerArea::Topic::Applying, messageFor(error));
    if (error.kind == ErrorKind::LockOut) {
        m_mustAsk = true; // the list moved under us: the review of what it is now has to be shown
        m_again = true;
    }
    finish();
    Q_EMIT failedWith(error);
}

BannerMessage ApplyController::messageFor(const Error &error)
{
    BannerMessage message = BannerMessage::of(error);
    if (error.kind == ErrorKind::Cancelled) {
        message.kind = BannerKind::Info;
        message.text = tr("Cancelled. What is not at the service yet is still pending.");
        message.error.reset();
    } else if (!m_session.conflicts().empty()) {
        message.kind = BannerKind::Warning;
        message.text = tr("%n entries were changed here and at the service, differently. Choose for each what shall "
                          "stand, then apply again.",
                          nullptr, static_cast<int>(m_session.conflicts().size()));
        message.remedyText = tr("Compare…");
        message.remedy = [this] { Q_EMIT conflictsToShow(); };
    }
    return message;
}

void ApplyController::forgetSettledConflicts()
{
    const MessageBanner *shown = m_page.banners()->banner(BannerArea::Topic::Applying);
    const bool tellsOfConflicts =
        shown && shown->message().error && shown->message().error->kind == ErrorKind::Conflict;
    if (tellsOfConflicts && m_session.conflicts().empty())
        m_page.banners()->clear(BannerArea::Topic::Applying);
}

void ApplyController::setStep(Step step)
{
    m_step = step;
    updateBar();
    Q_EMIT stateChanged();
}

void ApplyController::finish()
{
    setStep(Step::None);
    m_watch = m_watch && m_again;
    if (m_again)
        QTimer::singleShot(0, this, &ApplyController::go);
}

void ApplyController::updateBar()
{
    PendingSummary summary = PendingSummary::of(m_session.draft());
    summary.sending = m_step == Step::Sending;
    m_page.pendingBar()->setSummary(summary);
    m_page.pendingBar()->setAtOnce(isAtOnce());
}

} // namespace gatehouse
