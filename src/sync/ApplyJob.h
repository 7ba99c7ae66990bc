// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"
#include "base/Clock.h"
#include "sync/OperationRunner.h"

#include <functional>
#include <memory>

class QObject;

namespace gatehouse {

/// What the user has agreed to before an apply.
struct ApplyConsent
{
    bool lockOut = false; ///< the named confirmation: may lock out, or open or close the list to everyone
};

/// What an apply needs of the open list.
struct ApplyTask
{
    std::shared_ptr<RestService> service;
    ListRules rules;
    CurrentAddresses current;
    ApplyConsent consent;
    /// Puts the draft on top of the list as just read, and gives it; ErrorKind::Conflict when somebody must choose.
    std::function<Result<Draft>(std::vector<Entry>)> adopt;
    /// Called with what goes out, right before it does.
    std::function<void(const Draft &)> aboutToSend;
};

/// How far it came. An error of the job itself means that nothing was sent.
struct ApplyReport
{
    Draft sent;
    EntryFailures failures;
    Result<std::vector<Entry>> live; ///< as read back after sending
};

/// Fetch, merge, review, plan, send, read back. `clock` must outlive the future; `context` ends the job when it dies.
Future<ApplyReport> runApply(ApplyTask task, const Clock &clock, QObject *context);

/// The review, off this thread when the list is large.
Future<Review> reviewInBackground(ReviewInput input);

} // namespace gatehouse
