// SPDX-License-Identifier: Apache-2.0
#include "sync/ApplyJob.h"

#include "allowlist/ReviewDigest.h"
#include "sync/Chain.h"
#include "sync/Pause.h"
#include "sync/Reconciliation.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QtConcurrent>

#include <algorithm>

namespace gatehouse {

namespace {

/// A review of so many entries is done before a thread could be asked.
constexpr std::size_t smallList = 2000;

using ApplyChain = std::shared_ptr<Chain<ApplyReport>>;

QString firstError(const Review &review, const Draft &draft)
{
    const auto error = std::ranges::find(review.findings, Severity::Error, &Finding::severity);
    return error == review.findings.end() ? QString() : describe(*error, draft);
}

/// Why the draft must not go out, if so.
Result<void> permission(const Review &review, const Draft &draft, const ApplyConsent &consent)
{
    if (review.isInvalid())
        return failure(ErrorKind::InvalidInput, firstError(review, draft));
    if (review.needsNamedConfirmation() && !consent.lockOut)
        return failure(ErrorKind::LockOut, firstError(review, draft));
    return {};
}

/// What was said of the draft and lifted by typing a name, in the words that were shown.
QStringList liftedBy(const ApplyConsent &consent, const Review &review, const Draft &draft)
{
    QStringList lifted;
    if (!consent.lockOut || !review.needsNamedConfirmation())
        return lifted;
    for (const Finding &finding : review.findings) {
        if (finding.severity == Severity::Error)
            lifted.append(describe(finding, draft));
    }
    return lifted;
}

bool isAnyActive(const Allowlist &list)
{
    return std::ranges::any_of(list.entries(), [](const Entry &entry) { return entry.content.active; });
}

/// As the service has it: also an entry whose time is over keeps the list closed there.
bool opensToEveryone(const Draft &held, const ListRules &rules)
{
    return rules.emptyList == EmptyListMeaning::OpenToEveryone && isAnyActive(held.snapshot()) &&
           !isAnyActive(held.result());
}

/// What the service does not have yet like this.
std::vector<Entry> newToService(const Draft &held)
{
    std::vector<Entry> entries;
    for (const Change &change : held.changes().changes) {
        if (change.after)
            entries.push_back(*change.after);
    }
    return entries;
}

/// Whether it was not the entries that it complained of: a service that does not know the request, for one.
bool saysNothingOfEntries(const Error &error)
{
    constexpr int methodNotAllowed = 405;
    constexpr int notImplemented = 501;
    return error.kind == ErrorKind::NotFound || error.httpStatus == methodNotAllowed ||
           error.httpStatus == notImplemented;
}

EntryFailures failuresOf(const Error &error, const std::vector<Entry> &entries)
{
    EntryFailures failures;
    for (const FieldError &field : error.fields) {
        if (field.index >= 0 && static_cast<std::size_t>(field.index) < entries.size())
            failures.insert(entries[static_cast<std::size_t>(field.index)].key,
                            makeError(ErrorKind::Rejected, field.message));
    }
    if (failures.isEmpty() && entries.size() == 1 && error.kind == ErrorKind::Rejected)
        failures.insert(entries.front().key, error);
    return failures;
}

bool isSameList(const std::vector<Entry> &left, const std::vector<Entry> &right)
{
    return std::ranges::equal(left, right, [](const Entry &one, const Entry &other) {
        return one.remoteId == other.remoteId && one.content == other.content;
    });
}

/// Whether `live` shows something that the service took as if it had not been sent. Of a list that is replaced, what
/// somebody else has put in its place is no late answer.
bool isShownLater(const Draft &draft, const std::vector<Entry> &read, const SentOperations &sent, bool isReplaced)
{
    const Allowlist live = withKeysOfSent(read, draft);
    const ChangeSet changes = draft.changes();
    const auto isLate = [&](const Change &change) {
        return !sent.failures.contains(change.key()) && !sent.notSent.contains(change.key()) &&
               isAsBefore(change, live);
    };
    return isReplaced ? std::ranges::all_of(changes.changes, isLate) && live.size() == draft.snapshot().size()
                      : std::ranges::any_of(changes.changes, isLate);
}

/// The steps after the list was read and merged.
class Sending final : public std::enable_shared_from_this<Sending>
{
public:
    Sending(ApplyTask task, ApplyChain chain, QObject *context)
        : m_task(std::move(task))
        , m_chain(std::move(chain))
        , m_context(context)
    {}

    void begin(Reading reading, const Clock &clock)
    {
        m_clock = &clock;
        m_reading = reading;
        const Result<Draft> draft = m_task.adopt(reading);
        if (!draft) {
            m_chain->finish(failure(draft.error()));
        } else if (draft->isClean()) {
            m_chain->finish(ApplyReport{*draft, false, {}, std::move(reading)});
        } else {
            m_draft = *draft;
            m_held = m_task.list->outgoing(m_draft);
            lookAt(clock.now());
        }
    }

private:
    void lookAt(const QDateTime &now)
    {
        const ReviewInput input{m_draft, m_task.rules, m_task.current, now};
        m_chain->then(reviewInBackground(input), [self = shared_from_this()](const Review &review) {
            const auto allowed = permission(review, self->m_draft, self->m_task.consent);
            if (!allowed)
                self->m_chain->finish(failure(allowed.error()));
            else if (self->m_task.consent.keepsClosed && opensToEveryone(self->m_held, self->m_task.rules))
                self->m_chain->finish(failure(ErrorKind::LockOut, {}));
            else if (!self->isAsReviewed(review))
                self->m_chain->finish(failure(ErrorKind::NotAsReviewed, {}));
            else
                self->askService(liftedBy(self->m_task.consent, review, self->m_draft));
        });
    }

    /// What others did meanwhile may have made other changes of ours, or others worth a warning.
    [[nodiscard]] bool isAsReviewed(const Review &review) const
    {
        const QByteArray &reviewed = m_task.consent.reviewed;
        return reviewed.isEmpty() || reviewed == digestOf(review, m_draft);
    }

    void askService(const QStringList &confirmed)
    {
        m_confirmed = confirmed;
        std::vector<Entry> entries = newToService(m_held);
        if (!m_task.service->capabilities().validate || entries.empty()) {
            readAgain();
            return;
        }
        const auto answer = m_task.service->validate(entries);
        m_chain->either(answer, [self = shared_from_this(), entries = std::move(entries)](const Result<void> &taken) {
            if (taken || saysNothingOfEntries(taken.error())) {
                self->readAgain();
                return;
            }
            self->m_task.refused(failuresOf(taken.error(), entries));
            self->m_chain->finish(failure(taken.error()));
        });
    }

    void record()
    {
        m_plan = m_task.service->plan(m_held, m_task.current);
        for (Operation &operation : m_plan)
            operation.force = m_task.consent.lockOut && m_task.service->capabilities().force;
        m_chain->then(m_task.journal->begin(m_draft, m_plan, m_confirmed, m_task.consent.watch),
                      [self = shared_from_this()] { self->keep(); });
    }

    /// A service that takes whole lists only would undo what others did since it was read.
    void readAgain()
    {
        constexpr int mostTimes = 5;
        if (!m_task.service->capabilities().replace || ++m_timesRead > mostTimes) {
            record();
            return;
        }
        m_chain->then(m_task.list->read(m_task.service), [self = shared_from_this()](const Reading &now) {
            if (isSameList(now.entries, self->m_reading.entries))
                self->record();
            else
                self->begin(now, *self->m_clock);
        });
    }

    void keep()
    {
        m_chain->then(m_task.list->prepare(m_draft), [self = shared_from_this()] { self->send(); });
    }

    void send()
    {
        m_task.aboutToSend(m_draft);
        m_report.sent = m_draft;
        m_report.reachedService = !m_plan.empty();
        m_isReplaced = m_report.reachedService && m_plan.front().kind == Operation::Kind::Replace;
        m_chain->either(runOperations(m_task.service, std::move(m_plan), m_task.journal, m_context),
                        [self = shared_from_this()](const Result<SentOperations> &sent) {
                            if (sent)
                                self->m_report.operations = self->byChanges(*sent);
                            self->m_sentAt.start();
                            self->readBack();
                        });
    }

    /// A request with the whole list is about all of its changes, removals included, which it does not name.
    [[nodiscard]] SentOperations byChanges(const SentOperations &sent) const
    {
        if (!m_isReplaced)
            return sent;
        SentOperations result = sent;
        for (const Change &change : m_draft.changes().changes) {
            if (!sent.failures.isEmpty() && !sent.failures.contains(change.key()))
                result.failures.insert(change.key(), *sent.failures.begin());
            if (!sent.answers.isEmpty())
                result.answers.insert(change.key(), *sent.answers.begin());
        }
        return result;
    }

    /// Until the list shows what the service took, or has had its time.
    void readBack()
    {
        const auto isLate = std::make_shared<bool>(false);
        const auto isFinal = [isLate, left = timeLeft(), sent = m_draft, operations = m_report.operations,
                              replaced = m_isReplaced](const std::vector<Entry> &live) {
            *isLate = left.count() > 0 && isShownLater(sent, live, operations, replaced);
            return !*isLate;
        };
        m_chain->either(m_task.list->readBack(m_task.service, isFinal),
                        [self = shared_from_this(), isLate](const Result<Reading> &live) {
                            self->m_report.live = live;
                            if (live && *isLate)
                                self->readBackLater();
                            else
                                self->m_chain->finish(std::move(self->m_report));
                        });
    }

    void readBackLater()
    {
        constexpr std::chrono::milliseconds longest = std::chrono::seconds(5);
        m_wait = std::min(2 * m_wait, longest);
        m_chain->either(pauseFor(std::min(m_wait, std::max(timeLeft(), std::chrono::milliseconds(1))), m_context),
                        [self = shared_from_this()](const Result<void> &waited) {
                            if (waited)
                                self->readBack();
                            else // cancelled; what was read is true all the same
                                self->m_chain->finish(std::move(self->m_report));
                        });
    }

    [[nodiscard]] std::chrono::milliseconds timeLeft() const
    {
        if (!m_report.reachedService)
            return std::chrono::milliseconds(0);
        return m_task.showsWithin - std::chrono::milliseconds(m_sentAt.elapsed());
    }

    const ApplyTask m_task;
    const ApplyChain m_chain;
    QObject *m_context;
    const Clock *m_clock = nullptr;
    Reading m_reading; ///< on which the draft stands
    int m_timesRead = 0;
    Draft m_draft; ///< merged, complete
    Draft m_held;  ///< the same as the service is to see it
    QStringList m_confirmed;
    std::vector<Operation> m_plan;
    bool m_isReplaced = false; ///< by one request with the whole list
    ApplyReport m_report;
    QElapsedTimer m_sentAt;
    std::chrono::milliseconds m_wait{100}; ///< half of the next one
};

} // namespace

Future<ApplyReport> runApply(ApplyTask task, const Clock &clock, QObject *context)
{
    const ApplyChain chain = Chain<ApplyReport>::begin(context);
    const Future<Reading> reading = task.list->read(task.service);
    const auto sending = std::make_shared<Sending>(std::move(task), chain, context);
    chain->then(reading, [sending, &clock](const Reading &read) { sending->begin(read, clock); });
    return chain->future();
}

Future<Review> reviewInBackground(ReviewInput input)
{
    if (input.draft.snapshot().size() < smallList)
        return ready<Review>(review(input));
    return QtConcurrent::run([input = std::move(input)]() -> Result<Review> { return review(input); });
}

} // namespace gatehouse
