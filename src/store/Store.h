// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/AddressGroup.h"
#include "allowlist/Draft.h"
#include "allowlist/Merge.h"
#include "allowlist/Overlay.h"
#include "base/Async.h"
#include "store/ConnectionRecord.h"
#include "store/HistoryVersion.h"
#include "store/JournalRecord.h"
#include "store/StoreRepair.h"

#include <memory>
#include <vector>

namespace gatehouse {

/// A list as it was last seen and as the user wants it.
struct StoredList
{
    Draft draft;                        ///< its snapshot is the list last read
    std::optional<QDateTime> fetchedAt; ///< empty: never read, or what was stored is damaged
    std::vector<Conflict> conflicts{};  ///< of the draft, that nobody has settled yet
    /// Changes that were stored and are damaged: they are missing from the draft, and gone with the next save. Above 0
    /// is worth a word to the user.
    int damagedChanges = 0;
};

/// What a draft wants of one entry.
struct DraftEdit
{
    EntryKey key;
    std::optional<Change> change; ///< with the base of its conflict, if it has one; empty: nothing differs any more
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
    /// Only what differs from the snapshot that is stored, with the bases of its conflicts (see withBases()); replaces
    /// the draft that was there.
    [[nodiscard]] Future<void> saveDraft(const QUuid &connection, const ChangeSet &changes);
    /// Only what was edited since saveDraft() or saveList(), one of which must have gone before: costs as much as was
    /// edited, however large the draft is.
    [[nodiscard]] Future<void> saveEdits(const QUuid &connection, const std::vector<DraftEdit> &edits);

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

    /// Keeps a state in which the connection's list was seen or put, unless it is in it already (see HistoryTable.h).
    /// Looks through the whole list, in the store's thread.
    [[nodiscard]] Future<KeptState> keepState(const QUuid &connection, const SeenState &seen);
    /// The states that were kept, the newest first.
    [[nodiscard]] Future<std::vector<HistoryVersion>> history(const QUuid &connection);
    /// The entries of one of them. NotFound when there is no such version (any more).
    [[nodiscard]] Future<Allowlist> stateOf(const QUuid &connection, int version);
    /// From the next keepState() on.
    void setHistoryLimits(const HistoryLimits &limits);

    /// Begins a record of the journal, with all its operations, and gives its id. `continued`: open records whose rest
    /// this one takes over; they end with it.
    [[nodiscard]] Future<qint64> beginRecord(const JournalRecord &record, const QList<qint64> &continued = {});
    [[nodiscard]] Future<void> noteOperations(qint64 record, const std::vector<OperationNote> &notes);
    /// What the record has applied is reverted at the deadline unless it is ended before.
    [[nodiscard]] Future<void> watchRecord(qint64 record, const QDateTime &deadline);
    /// A record that has ended stays as it is. A bounded number of those is kept.
    [[nodiscard]] Future<void> endRecord(qint64 record, JournalRecord::State state, const QDateTime &when);
    /// Those that have not ended, oldest first.
    [[nodiscard]] Future<std::vector<JournalRecord>> openRecords(const QUuid &connection);
    [[nodiscard]] Future<std::vector<JournalRecord>> records(const QUuid &connection);
    /// Those with a record that has a deadline and has not ended.
    [[nodiscard]] Future<std::vector<QUuid>> watchedConnections();

    /// Which entries of the list, by their range, stand for this computer and follow its address.
    [[nodiscard]] Future<std::vector<IpRange>> ownRanges(const QUuid &connection);
    /// In one transaction; what is not there is not removed, what is there is not added again.
    [[nodiscard]] Future<void> changeOwnRanges(const QUuid &connection, const std::vector<IpRange> &removed,
                                               const std::vector<IpRange> &added);

    /// When something that happens again and again ("sweep", "follow", "notices") was last finished; empty: never.
    [[nodiscard]] Future<std::optional<QDateTime>> lastRun(const QString &name);
    [[nodiscard]] Future<void> noteRun(const QString &name, const QDateTime &finishedAt);

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
