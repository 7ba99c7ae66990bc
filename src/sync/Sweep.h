// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "base/Async.h"
#include "base/Clock.h"
#include "sync/AddressFinder.h"
#include "sync/ServiceConnector.h"

#include <vector>

namespace gatehouse {

class Store;

/// What came of looking through one list for entries whose time is over.
struct Sweep
{
    std::vector<Entry> ended;         ///< removed, and read back as gone
    std::vector<Entry> needsUser;     ///< overdue and left, see Keeper
    std::optional<QDateTime> nextDue; ///< when the next entry's time is over; empty: never
    bool operator==(const Sweep &) const = default;
};

/// Reads the list and ends what is over in it, as Keeper says. Only for a connection whose service does not do so
/// itself. All must outlive the future; `context` ends it when it dies.
[[nodiscard]] Future<Sweep> sweepList(const ConnectionRecord &connection, ServiceConnector &connector, Store &store,
                                      AddressFinder &addresses, const Clock &clock, QObject *context);

} // namespace gatehouse
