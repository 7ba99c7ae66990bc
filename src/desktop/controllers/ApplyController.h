// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/MessageBanner.h"
#include "sync/ListSession.h"

#include <QObject>

#include <functional>

namespace gatehouse {

class ListPage;
class Settings;

/// Brings the draft of one open list to its service: at once after each edit, or when the user says so.
///
/// What goes out is what was reviewed: when the draft or the list has become another one, it is reviewed anew.
///
/// The way is the same in both modes: review; when it has anything grave to say, ask; send; tell how it ended. An edit
/// made while changes are being sent goes out after them. What failed, or was not agreed to, stays pending and is not
/// tried again by itself.
class ApplyController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApplyController)

public:
    /// All must outlive this.
    ApplyController(ListSession &session, ListPage &page, const Settings &settings, const Clock &clock,
                    QObject *parent = nullptr);

    void apply();
    /// What goes out is reverted unless it is kept in time, see WatchController.
    void applyAndWatch();
    /// What failed last, watched if it was to be.
    void applyAgain();
    void discard();
    /// The user has changed the draft: in the mode "at once" it goes out.
    void edited();
    /// Makes an edit that stays in the draft until the user applies it, in either mode.
    void editOnly(const std::function<void()> &edit);
    /// Another mode may be set in the session's connection: the switch shows it.
    void showMode();
    [[nodiscard]] bool isAtOnce() const;
    /// A review, a question to the user or a transfer is under way.
    [[nodiscard]] bool isBusy() const { return m_step != Step::None; }
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }

Q_SIGNALS:
    /// By the user, in the pending bar.
    void atOnceChosen(bool atOnce);
    void conflictsToShow();
    /// An apply succeeded; `when` it was read back.
    void applied(const QDateTime &when);
    /// A message of BannerArea::Topic::Applying tells of it already.
    void failedWith(const gatehouse::Error &error);
    /// What a review said was answered with "no": nothing went out.
    void declined();
    void stateChanged();

private:
    enum class Step { None, FindingAddress, Reviewing, Asking, Sending };

    void go();
    void keepFocus();
    void startReview();
    void reviewed(const Result<Review> &review);
    void ask(const Review &review);
    /// The remedy for a lock-out: lets this computer in until then, or for good, and reviews again.
    void letIn(const std::vector<IpRange> &ranges, const std::optional<QDateTime> &until);
    [[nodiscard]] QDateTime inAWeek() const;
    void send(const ApplyConsent &consent);
    void sent(const Result<ApplyOutcome> &outcome);
    void failed(const Error &error);
    [[nodiscard]] BannerMessage messageFor(const Error &error);
    void forgetSettledConflicts();
    void setStep(Step step);
    void finish();
    void updateBar();

    ListSession &m_session;
    ListPage &m_page;
    const Settings &m_settings;
    const Clock &m_clock;
    Step m_step = Step::None;
    bool m_again = false; ///< something was edited, or asked for, while a step was under way
    bool m_editsOnly = false;
    bool m_watch = false;         ///< what goes out next is to be watched
    bool m_failedWatched = false; ///< what failed last was
    bool m_mustAsk = false;       ///< the last apply was refused for want of consent
    bool m_wasAsked = false;      ///< what goes out was agreed to in a dialog
    int m_renewals = 0;           ///< of the review, since the list is another one each time
    Draft m_reviewed;             ///< that the review is about
    QByteArray m_digest;          ///< of both
    std::optional<Error> m_lastError;
};

} // namespace gatehouse
