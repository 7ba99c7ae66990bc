// SPDX-License-Identifier: Apache-2.0
#include "sync/ApplyJob.h"

#include "sync/Chain.h"

#include <QCoreApplication>
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

void readBack(const std::shared_ptr<ApplyTask> &task, const ApplyChain &chain, ApplyReport report)
{
    chain->either(task->service->fetch(), [chain, report](const Result<std::vector<Entry>> &live) mutable {
        report.live = live;
        chain->finish(std::move(report));
    });
}

void send(const std::shared_ptr<ApplyTask> &task, const ApplyChain &chain, const Draft &draft, QObject *context)
{
    task->aboutToSend(draft);
    std::vector<Operation> plan = task->service->plan(draft, task->current);
    chain->either(runOperations(task->service, std::move(plan), context),
                  [task, chain, draft](const Result<EntryFailures> &failures) {
                      readBack(task, chain, {draft, failures ? *failures : EntryFailures{}, {}});
                  });
}

void reviewAndSend(const std::shared_ptr<ApplyTask> &task, const ApplyChain &chain, const Draft &draft,
                   const Clock &clock, QObject *context)
{
    const ReviewInput input{draft, task->rules, task->current, clock.now()};
    chain->then(reviewInBackground(input), [task, chain, draft, context](const Review &review) {
        if (auto allowed = permission(review, draft, task->consent); allowed)
            send(task, chain, draft, context);
        else
            chain->finish(failure(allowed.error()));
    });
}

} // namespace

Future<ApplyReport> runApply(ApplyTask given, const Clock &clock, QObject *context)
{
    const auto task = std::make_shared<ApplyTask>(std::move(given));
    const ApplyChain chain = Chain<ApplyReport>::begin(context);
    chain->then(task->service->fetch(), [task, chain, &clock, context](const std::vector<Entry> &remote) {
        const Result<Draft> draft = task->adopt(remote);
        if (!draft)
            chain->finish(failure(draft.error()));
        else if (draft->isClean())
            chain->finish(ApplyReport{*draft, {}, remote});
        else
            reviewAndSend(task, chain, *draft, clock, context);
    });
    return chain->future();
}

Future<Review> reviewInBackground(ReviewInput input)
{
    if (input.draft.snapshot().size() < smallList)
        return ready<Review>(review(input));
    return QtConcurrent::run([input = std::move(input)]() -> Result<Review> { return review(input); });
}

} // namespace gatehouse
