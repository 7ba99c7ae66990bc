// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RestService.h"
#include "sync/ApplyJournal.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace gatehouse {

/// Which entries an apply could not bring to the service, and why.
using EntryFailures = QHash<EntryKey, Error>;

/// What came of the operations of a plan, by the entries that they write.
struct SentOperations
{
    EntryFailures failures;           ///< not taken, or nobody knows
    QSet<EntryKey> notSent;           ///< not begun, since something before them failed
    QHash<EntryKey, QString> answers; ///< what the service said beside taking them; only where it said something
};

/// One past the operations of the plan that may go out together from `begun`, which is one of its places.
[[nodiscard]] std::size_t endOfRun(const std::vector<Operation> &plan, std::size_t begun, bool oneAtATime);

/// Sends a plan's operations in order: the first and the last alone, since they hold the user's own address, and
/// between them runs of one kind together, as many at a time as the HTTP client lets through, or one after
/// the other where the definition says so. After a failure nothing
/// that follows in the plan is begun, so that nothing is removed whose replacement did not arrive.
///
/// Each run is in the journal, on the disk, before it is sent; what cannot be written there is not sent.
///
/// The future finishes with what failed (nothing: all was accepted); cancelling it cancels what is under way, and
/// what was not begun is not sent. `service` and `journal` are kept alive until then; `context` ends it silently when
/// it dies.
Future<SentOperations> runOperations(std::shared_ptr<RestService> service, std::vector<Operation> plan,
                                     std::shared_ptr<ApplyJournal> journal, QObject *context);

} // namespace gatehouse
