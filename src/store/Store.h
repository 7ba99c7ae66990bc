// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"
#include "base/Async.h"
#include "store/ConnectionRecord.h"

#include <memory>
#include <vector>

namespace gatehouse {

/// A list as it was last seen and as the user wants it.
struct StoredList
{
    Draft draft;                        ///< its snapshot is the list last read
    std::optional<QDateTime> fetchedAt; ///< empty: never read
};

/// What this computer remembers, in SQLite. Every call returns at once; the work is done in order in one thread of the
/// store's own, so that the window never waits for the disk. A finished write is durable.
/// The futures finish in that thread: take them with whenDone().
class Store final
{
public:
    /// Opens or makes the database; ErrorKind::Storage when it cannot be read, is newer than this program, or is
    /// corrupt.
    static Result<std::unique_ptr<Store>> open(const QString &file);
    /// Finishes what was asked for, then closes.
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// In their order.
    [[nodiscard]] Future<std::vector<ConnectionRecord>> connections();
    /// Adds or changes by id. A name that another connection has is ErrorKind::InvalidInput.
    [[nodiscard]] Future<void> saveConnection(const ConnectionRecord &connection);
    /// With its lists and drafts.
    [[nodiscard]] Future<void> removeConnection(const QUuid &id);

    [[nodiscard]] Future<StoredList> list(const QUuid &connection);
    /// A freshly read list, and the draft on top of it (its snapshot), as one transaction.
    [[nodiscard]] Future<void> saveList(const QUuid &connection, const StoredList &list);
    /// Only what differs from the snapshot that is stored.
    [[nodiscard]] Future<void> saveDraft(const QUuid &connection, const ChangeSet &changes);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
