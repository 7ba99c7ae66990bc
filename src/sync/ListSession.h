// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/KeptFields.h"
#include "allowlist/Merge.h"
#include "allowlist/Review.h"
#include "base/Async.h"
#include "base/Clock.h"
#include "store/Store.h"
#include "sync/AddressFinder.h"
#include "sync/ApplyJob.h"
#include "sync/EntryOutcome.h"
#include "sync/RowState.h"
#include "sync/ServiceConnector.h"
#include "sync/Settlement.h"

#include <QHash>
#include <QObject>

#include <memory>

class QUndoStack;

namespace gatehouse {

/// How an apply ended.
struct ApplyOutcome
{
    ChangeSet applied;                ///< read back and found as planned
    std::vector<EntryKey> notApplied; ///< still pending, with a reason each (see ListSession::reasonOf)
    QDateTime liveSince;              ///< when it was read back
};

/// Applies whose end nobody saw: the program was killed, or an answer and the reading after it were lost.
struct InterruptedApply
{
    QDateTime begunAt; ///< the latest of them
    std::vector<SettledChange> changes;

    /// Nothing is left of it to be done.
    [[nodiscard]] bool tookEffect() const;
};

/// One open list: load, edit, review, apply, verify, undo. The heart that window and command line share.
///
/// Its entries are complete whatever the service can hold: what it cannot, this computer keeps (see
/// allowlist/Overlay.h), for every session of this home alike. An entry that is switched off where the service knows no
/// such thing is one that only this computer has; it stands behind those of the service.
///
/// Edits go to the draft through undo commands, are durable soon after (the store's own thread), and never wait for the
/// network. One of reload() and apply() runs at a time: a second call while one runs is refused with InvalidInput.
class ListSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListSession)

public:
    enum class Activity { Idle, Opening, Loading, Applying };
    /// Kept: list and draft are in the store. Transient: neither is read from there or written, so that one call of the
    /// command line neither sends nor loses what the window has pending. What is kept for the service is kept in both.
    enum class Memory { Kept, Transient };

    /// `store`, `connector`, `addresses` and `clock` must outlive this.
    ListSession(ConnectionRecord connection, ServiceConnector &connector, Store &store, AddressFinder &addresses,
                const Clock &clock, Memory memory = Memory::Kept, QObject *parent = nullptr);
    ~ListSession() override;

    [[nodiscard]] const ConnectionRecord &connection() const;
    /// The same list under changed settings; the service is connected anew at the next use when it is another one.
    void setConnection(const ConnectionRecord &connection);
    /// Connects anew at the next use: the secret has changed.
    void forgetService();
    /// nullptr when the definition is not known any more.
    [[nodiscard]] std::shared_ptr<const ServiceDefinition> definition() const;
    /// The definition's rules, as they hold for this connection: a service on this computer sees private addresses too.
    [[nodiscard]] ListRules rules() const;
    /// What the service has no field for, whatever the entries: kept on this computer.
    [[nodiscard]] KeptFields keptFields() const;

    // --- what there is
    [[nodiscard]] const Draft &draft() const;
    [[nodiscard]] Activity activity() const;
    [[nodiscard]] std::optional<QDateTime> fetchedAt() const;
    [[nodiscard]] RowState stateOf(const EntryKey &key) const;
    /// What became of each change of the last apply, also when it failed half-way; empty when nothing was sent.
    [[nodiscard]] const std::vector<EntryOutcome> &lastOutcomes() const;
    /// For Failed and Conflict: one sentence; else empty.
    [[nodiscard]] QString reasonOf(const EntryKey &key) const;
    /// Stay until they are settled, also over further readings and a restart. "Mine" is what the draft wants.
    [[nodiscard]] const std::vector<Conflict> &conflicts() const;
    /// As last found out; isKnown() false before.
    [[nodiscard]] const CurrentAddresses &currentAddresses() const;
    /// Whether they were found out so lately that a review may rely on them; a computer moves from network to network.
    [[nodiscard]] bool hasFreshAddresses() const;
    /// What of this entry, as wanted, is kept on this computer (or will be once it is sent): only what it has, so no
    /// label where it is empty. An expiry that is in the label at the service is none of it.
    [[nodiscard]] KeptFields keptOf(const EntryKey &key) const;
    /// Whether this entry stands for this computer and follows its address (see AddressFollower); kept here.
    [[nodiscard]] bool isOwn(const EntryKey &key) const;
    /// Says so, or not any more, of those that can follow (see canFollow()); others are left alone. Durable soon after,
    /// and no undo step: it says something of this computer, not of the list.
    void setOwn(const std::vector<EntryKey> &keys, bool own);
    /// When the last apply is in force, where the service says that it takes a while; empty without one, and once that
    /// time has come.
    [[nodiscard]] std::optional<QDateTime> inForceFrom() const;

    // --- loading
    /// What this computer remembers: the last snapshot and the draft. First thing to do; quick, no network.
    [[nodiscard]] Future<void> open();
    /// Reads the list and puts the draft on top of it (three-way merge). Unless transient, finds the current addresses
    /// on the way.
    [[nodiscard]] Future<void> reload();
    /// Asks again for the current addresses.
    [[nodiscard]] Future<CurrentAddresses> findCurrentAddresses();

    /// What is wanted of that very range, in the list's order; borrowed until the next edit or reading.
    [[nodiscard]] std::vector<const Entry *> wantedOf(const IpRange &range) const;

    // --- editing; every call is one undo step
    EntryKey add(const EntryContent &content);
    /// Several at once, one undo step.
    std::vector<EntryKey> add(const std::vector<EntryContent> &contents);
    /// Lets these in until then, or for good: an entry of that range that is there, wanted or not, is made active and
    /// lasts at least as long; else there is a new one with that label. One undo step.
    void letIn(const std::vector<IpRange> &ranges, const QString &label, const std::optional<QDateTime> &until);
    void edit(const EntryKey &key, const EntryContent &content);
    void setActive(const std::vector<EntryKey> &keys, bool active);
    void setExpiry(const std::vector<EntryKey> &keys, const std::optional<QDateTime> &expiresAt);
    /// A vanished entry is forgotten, since there is nothing to remove at the service.
    void remove(const std::vector<EntryKey> &keys);
    /// Wants these vanished entries at the service again; others are left alone.
    void bringBack(const std::vector<EntryKey> &keys);
    /// Takes back what is pending for these entries.
    void revert(const std::vector<EntryKey> &keys);
    void discard();
    enum class Version {
        Mine,   ///< what is wanted here
        Theirs, ///< what the service has
        Both,   ///< theirs stays, and mine is wanted beside it: only where canKeepBoth()
    };
    /// Settles the conflict about this entry; false where there is none, or where it cannot be settled so.
    bool settle(const EntryKey &key, Version version);
    /// Wants the list to be as an earlier state of it, whatever else is pending. Until nothing is pending any more,
    /// what is applied goes into the history as restored.
    void restore(const Allowlist &state, const QString &stepText);
    [[nodiscard]] QUndoStack *undoStack() const;

    // --- sending
    /// Of the draft as it is now, at the current addresses known, computed off this thread for large lists.
    [[nodiscard]] Future<Review> review();
    /// Asks the service whether it would take this entry, where it can be asked (Capabilities::validate); success where
    /// it cannot. Rejected, with the service's words, when it would not. Changes nothing, here or there.
    [[nodiscard]] Future<void> checkAtService(const EntryContent &content);
    /// Fetch, merge, review, plan, send, read back, compare. Refused with LockOut when the merged draft would lock out
    /// (or open or close the list to everyone) without consent, with Conflict when somebody must choose, with
    /// InvalidInput when the review has errors, with Rejected when the service, asked before, would not take an entry
    /// (see reasonOf). When the service itself refuses for an address of this
    /// computer that nobody else has told, that is LockOut, too, and the address is known from then on. Whatever
    /// happens, the draft keeps what is not live.
    [[nodiscard]] Future<ApplyOutcome> apply(const ApplyConsent &consent);
    /// What the history calls the next apply, and those after it until nothing is pending any more.
    void setApplyCause(HistoryCause cause);

    // --- after an interruption, see JournalRecord
    /// What the last reading has found out of it; empty when nothing was interrupted, or when that is settled.
    [[nodiscard]] const std::optional<InterruptedApply> &interrupted() const;
    /// Wants what did not take effect, so that the next apply finishes it. What was sent from here is in the draft
    /// already; what the command line sent is put there.
    void resumeInterrupted();
    /// What did not take effect is not wanted any more.
    void dropInterrupted();
    /// Reads the list and ends what was interrupted: what took effect stays, the rest is for the caller to tell.
    [[nodiscard]] Future<std::optional<InterruptedApply>> settleInterrupted();

    // --- confirm or revert
    /// What was applied with ApplyConsent::watch and is neither kept nor reverted yet; known after open(). Its deadline
    /// is set. Reverting is for the caller to call when that has come.
    [[nodiscard]] const std::optional<JournalRecord> &watched() const;
    [[nodiscard]] Future<void> keepWatched();
    /// Takes back what is still as the watched apply has made it, and reads the list. It may be tried again when it
    /// fails.
    [[nodiscard]] Future<void> revertWatched();

Q_SIGNALS:
    void interruptedChanged();
    void watchedChanged();
    void listReset(); ///< another snapshot: everything may differ
    void
    entriesChanged(const QList<gatehouse::EntryKey> &keys); ///< wanted content or state of these; may add or drop some
    void activityChanged();
    void currentAddressesChanged();
    void synchronised(const QDateTime &when);
    /// A draft could not be stored: what the user entered is only in memory.
    void storingFailed(const gatehouse::Error &error);
    /// A state of the list was added to its history.
    void recorded(const gatehouse::HistoryVersion &version);
    /// That state is somebody else's doing. The keys of what was not removed are those of the draft's snapshot, unless
    /// another one was read meanwhile.
    void drifted(const gatehouse::HistoryVersion &version, const gatehouse::ChangeSet &changes);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse
