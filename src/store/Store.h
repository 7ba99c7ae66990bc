// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/AddressGroup.h"
#include "allowlist/Draft.h"
#include "allowlist/Overlay.h"
#include "base/Async.h"
#include "store/ConnectionRecord.h"
#include "store/StoreRepair.h"

#include <memory>
#include <vector>

namespace gatehouse {

/// A list as it was last seen and as the user wants it.
struct StoredList
{
    Draft draft;                        ///< its snapshot is the list last read
    std::optional<QDateTime> fetchedAt; ///< empty: never read, or what was stored is damaged
    /// Changes that were stored and are damaged: they are missing from the draft, and gone with the next save. Above 0
    /// is worth a word to the user.
    int damagedChanges = 0;
};

/// What this computer remembers, in SQLite. Every call returns at once; the work is done in order in one thread of the
/// store's own, so that the window never waits for the disk. A finished write is durable.
/// The futures finish in that thread: take them with whenDone().
class Store final
{
public:
    /// Opens or makes the database, whose folder must exist; ErrorKind::Storage naming the file when it cannot be read
    /// or is newer than this program. One that is damaged is set aside, and a new one begun from what can be read of it
    /// (see repair()). Waits for the disk.
    static Result<std::unique_ptr<Store>> open(const QString &file);
    /// What open() had to do, which the user is to be told; empty when all was sound.
    [[nodiscard]] const std::optional<StoreRepair> &repair() const;
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

    /// Nothing yet reads as an empty list that was never fetched. When the stored snapshot is damaged the draft stands
    /// on the entries it changes, so that a three-way merge with the next reading keeps what the user wanted.
    [[nodiscard]] Future<StoredList> list(const QUuid &connection);
    /// A freshly read list, and the draft on top of it (its snapshot), as one transaction. InvalidInput when there is
    /// no such connection (any more); the same for saveDraft().
    [[nodiscard]] Future<void> saveList(const QUuid &connection, const StoredList &list);
    /// Only what differs from the snapshot that is stored; replaces the draft that was there.
    [[nodiscard]] Future<void> saveDraft(const QUuid &connection, const ChangeSet &changes);

    /// What is kept here for the connection's service (see allowlist/Overlay.h).
    [[nodiscard]] Future<Overlay> overlay(const QUuid &connection);
    /// Replaces it by what `change` makes of it, in one transaction that nobody else comes between, and gives what is
    /// stored then. `change` is a pure function; it is called in the store's thread.
    [[nodiscard]] Future<Overlay> changeOverlay(const QUuid &connection,
                                                std::function<Overlay(const Overlay &)> change);

    /// By name.
    [[nodiscard]] Future<std::vector<AddressGroup>> groups();
    /// Adds or changes by id. InvalidInput for a name that another group has, or a connection that is gone.
    [[nodiscard]] Future<void> saveGroup(const AddressGroup &group);
    /// What it has brought to lists stays known (groupPlacements).
    [[nodiscard]] Future<void> removeGroup(const QUuid &id);
    /// What groups have brought to this list.
    [[nodiscard]] Future<std::vector<GroupPlacement>> groupPlacements(const QUuid &connection);
    [[nodiscard]] Future<void> saveGroupPlacements(const QUuid &connection,
                                                   const std::vector<GroupPlacement> &placements);

    /// That the keychain was given a secret for this connection (never the secret itself): a locked keychain looks
    /// empty. Kept by KeychainSecretStore alone, and independent of removeConnection().
    [[nodiscard]] Future<bool> hasSecretMark(const QUuid &connection);
    [[nodiscard]] Future<void> setSecretMark(const QUuid &connection, bool stored);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
