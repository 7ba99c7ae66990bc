// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"
#include "base/Clock.h"
#include "sync/ApplyJournal.h"
#include "sync/HeldList.h"
#include "sync/OperationRunner.h"

#include <chrono>
#include <functional>
#include <memory>

class QObject;

namespace gatehouse {

/// What the user has agreed to before an apply.
struct ApplyConsent
{
    bool lockOut = false; ///< the named confirmation: may lock out, or open or close the list to everyone
    /// Whatever was confirmed: is not sent when it would leave the service without an entry where that lets everyone
    /// in. For what is done without the user.
    bool keepsClosed = false;
    /// Above 0: what is applied is to be reverted so long after it is live, unless somebody keeps it
    /// (ListSession::watched). Only where the list does not guard its own API, by which it is reverted.
    std::chrono::seconds watch{0};
    /// digestOf() what was looked at: anything else is not sent (ErrorKind::NotAsReviewed). Empty: nobody has looked.
    QByteArray reviewed{};
};

/// What an apply needs of the open list.
struct ApplyTask
{
    std::shared_ptr<RestService> service;
    HeldList *list = nullptr; ///< lives as long as the context
    std::shared_ptr<ApplyJournal> journal;
    ListRules rules;
    CurrentAddresses current;
    ApplyConsent consent;
    /// How long a change that the service took may take until the list shows it. Until then it is read back again.
    std::chrono::milliseconds showsWithin{0};
    /// Puts the draft on top of the list as just read, and gives it; ErrorKind::Conflict when somebody must choose.
    std::function<Result<Draft>(Reading)> adopt;
    /// Called with the entries that the service, asked before, would not take; nothing was sent then.
    std::function<void(const EntryFailures &)> refused;
    /// Called with what goes out, right before it does.
    std::function<void(const Draft &)> aboutToSend;
};

/// How far it came. An error of the job itself means that nothing was sent.
struct ApplyReport
{
    Draft sent;
    bool reachedService = false; ///< it was more than a change of what is kept here
    SentOperations operations;   ///< of a list that is replaced as a whole: by its changes
    Result<Reading> live;        ///< as read back after sending
};

/// Fetch, merge, review, ask the service, plan, write the journal, keep what is to be kept, send, read back.
/// Ends no record of the journal: what came of it is the caller's to tell. `clock` must outlive the
/// future; `context` ends the job when it dies.
Future<ApplyReport> runApply(ApplyTask task, const Clock &clock, QObject *context);

/// The review, off this thread when the list is large.
Future<Review> reviewInBackground(ReviewInput input);

} // namespace gatehouse
