// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Conflicts.h"
#include "allowlist/Text.h"
#include "sync/ApplyJournal.h"
#include "sync/Chain.h"
#include "sync/DraftEditor.h"
#include "sync/HeldList.h"
#include "sync/HistoryRecorder.h"
#include "sync/ListSession.h"

#include <QElapsedTimer>
#include <QSet>

namespace gatehouse {

/// The state of an open list and the steps of its three long tasks. Lives and dies with its session.
class ListSession::Private
{
public:
    Private(ListSession &session, ConnectionRecord connection, ServiceConnector &connector, Store &store,
            AddressFinder &finder, const Clock &clock, Memory memory);

    [[nodiscard]] const Conflict *conflict(const EntryKey &key) const;
    /// Of an entry of the list for which nothing is pending.
    [[nodiscard]] RowState settledStateOf(const EntryKey &key) const;
    void noteEdited(const QList<EntryKey> &keys);
    void noteEditedConflicts(const QList<EntryKey> &keys);
    void takeBack(const std::vector<EntryKey> &keys, const QString &text);

    Future<void> open();
    Future<void> reload();
    Future<CurrentAddresses> findAddresses();
    /// Reads which entries are this computer's own.
    void recallOwn();
    void changeOwn(const std::vector<IpRange> &ranges, bool isOwn);
    void setAddresses(const CurrentAddresses &found);
    [[nodiscard]] bool hasFreshAddresses() const;
    /// Before changes are sent. What a review has just sought in vain, for as long as the deadlines of all echo
    /// services, is not sought once more.
    [[nodiscard]] bool mustFindAddresses() const;
    Future<ApplyOutcome> apply(const ApplyConsent &consent);
    Future<void> checkAtService(const EntryContent &content);
    void resumeInterrupted();
    void dropInterrupted();
    Future<std::optional<InterruptedApply>> settleInterrupted();
    Future<void> keepWatched();
    Future<void> revertWatched();
    /// Takes notice of connection and definition.
    void updateHolding();

    ListSession &q;
    ConnectionRecord connection;
    ServiceConnector &connector;
    Store &store;
    AddressFinder &finder;
    const Clock &clock;
    const Memory memory;

    HeldList held;
    DraftEditor editor;
    Activity activity = Activity::Idle;
    std::optional<QDateTime> fetchedAt;
    CurrentAddresses addresses;
    std::vector<IpRange> own; ///< marked as this computer's
    Conflicts conflicts;      ///< "mine" is what the draft wants
    QSet<EntryKey> sending;
    QHash<EntryKey, QString> reasons;   ///< why the last apply did not bring these there
    std::vector<EntryOutcome> outcomes; ///< of the last apply
    std::optional<QDateTime> inForceFrom;
    HistoryRecorder history;
    HistoryCause applyCause = HistoryCause::Applied;
    std::shared_ptr<RestService> service;
    std::optional<InterruptedApply> interrupted;
    std::optional<JournalRecord> watched;

private:
    [[nodiscard]] std::optional<Error> refusalWhileBusy() const;
    void begin(Activity next);
    /// Ends the activity, and forgets a service whose secret was refused.
    void end(const std::optional<Error> &error);
    Future<std::shared_ptr<RestService>> connected();
    void takeOver(const StoredList &stored, const std::vector<Place> &places);
    void wasRead(const std::shared_ptr<Chain<void>> &chain, const Reading &reading,
                 const std::shared_ptr<RestService> &from);
    /// Puts the draft on top of what was just read, makes that the draft, and stores it.
    Future<void> adopt(Reading reading, const RestService &from);
    /// Ends the chain; where our address was refused, with the address that we have.
    template <typename T>
    void fail(const std::shared_ptr<Chain<T>> &chain, const Error &error);

    using SendingChain = std::shared_ptr<Chain<ApplyOutcome>>;
    void send(const SendingChain &chain, const ApplyConsent &consent);
    void notSent(const SendingChain &chain, const Error &error);
    void noteSent(const SendingChain &chain, const ApplyConsent &consent, const std::shared_ptr<RestService> &to,
                  const ApplyReport &report);
    // After a round of sending to a service that takes whole lists, see ListSessionAgain.cpp.
    void makeSure(const SendingChain &chain, const ApplyConsent &consent, const std::shared_ptr<RestService> &used,
                  const Result<ApplyOutcome> &outcome);
    void lookAgain(const SendingChain &chain, const ApplyConsent &consent, const std::shared_ptr<RestService> &used,
                   const ApplyOutcome &outcome);
    void repeatOverwritten(const SendingChain &chain, const ApplyConsent &consent,
                           const std::shared_ptr<RestService> &used, const ApplyOutcome &outcome,
                           const Allowlist &before);
    void sendRest(const SendingChain &chain, const ApplyConsent &consent);
    [[nodiscard]] bool wasNamedAnew() const;
    [[nodiscard]] bool isWhatWasSent(const Draft &draft) const;
    void finish(const SendingChain &chain, const Result<ApplyOutcome> &outcome);
    ApplyTask taskFor(const ApplyConsent &consent, std::shared_ptr<RestService> to);
    /// Ends the journal's record, or lets it be watched, or leaves it open where nobody saw the end.
    Future<void> endRecord(const ApplyReport &report, bool succeeded, std::chrono::seconds watch);
    void setWatched(std::optional<JournalRecord> record);
    Future<void> findWatched();
    /// The last apply has begun: what it took over is not interrupted any more.
    void noteTakenOver();

    /// The journal's records of which nobody will see the end, unless this session does.
    Future<std::vector<JournalRecord>> orphans();
    /// When there are any: reads the list again while nobody else sends, and gives what became of them.
    Future<std::optional<InterruptedApply>> readInterrupted(const std::shared_ptr<RestService> &from);
    void readOrphans(const std::shared_ptr<Chain<std::optional<InterruptedApply>>> &chain,
                     const std::shared_ptr<RestService> &from);
    [[nodiscard]] InterruptedApply settle(const std::vector<JournalRecord> &records, const RestService &from) const;
    [[nodiscard]] std::vector<SettledChange> settle(const JournalRecord &record, const RestService &from) const;
    void wantOnlyTheRest(const InterruptedApply &found);
    void noteInterrupted(const Result<std::optional<InterruptedApply>> &found);
    /// Whether the draft has what is left of what was interrupted.
    [[nodiscard]] bool isRestInDraft() const;
    [[nodiscard]] bool isInDraft(const SettledChange &change) const;
    Future<void> endInterrupted(JournalRecord::State state);
    /// Wants back what that apply has changed and is still as it made it.
    void takeBackApply(const JournalRecord &record);
    [[nodiscard]] EntryKey madeAnew(const Entry &wanted, const JournalRecord &record) const;

    /// `used`: the service it went to, which may have been forgotten meanwhile.
    Result<ApplyOutcome> conclude(const ApplyReport &report, const RestService &used);
    void noteReasons(const EntryFailures &refused);
    /// Says of each change that was sent what became of it, and why it is still pending.
    void noteOutcomes(const ApplyReport &report, const std::vector<EntryKey> &notApplied);
    [[nodiscard]] EntryOutcome outcomeOf(const Change &change, const ApplyReport &report, bool isUndone) const;
    [[nodiscard]] EntryOutcome::State stateOf(const EntryOutcome &outcome, const SentOperations &sent, bool isRead,
                                              bool isUndone) const;
    [[nodiscard]] std::chrono::milliseconds showsWithin(const ServiceDefinition &definition) const;
    /// The error of an apply that is not done: it names the entries.
    [[nodiscard]] Error errorOf(const ApplyReport &report);
    /// An address that the service has named as ours leads from now on.
    void learn(const IpAddress &address);
    /// Of a service that guards itself: refused for an address that we did not know to be ours, it is a lock-out like
    /// any other.
    Error afterLearning(const Error &error, const Draft &sent);
    /// What the service said, and as which addresses it may know this computer.
    static Error withAddresses(Error error, const CurrentAddresses &own);
    void storeDraft();
    Future<void> saveDraft();
    Future<void> saveEdits();
    Future<void> noteSaving(const Future<void> &saving);
    Future<void> saveList();

    std::shared_ptr<Turns::Turn> m_turn; ///< while applying
    std::shared_ptr<ApplyJournal> m_journal;
    QList<qint64> m_interrupted; ///< the open records that `interrupted` is about
    QList<qint64> m_unread;      ///< those of this session that were not read back
    bool m_tookOver = false;     ///< the apply under way has what is left of what was interrupted
    bool m_tookEffect = false;   ///< something of the last apply was read back as sent
    bool m_hasMoved = false;     ///< what was read back last is not the list from before
    int m_rounds = 0;            ///< of sending, in this apply
    QHash<EntryKey, std::optional<EntryContent>> m_sent; ///< in the round under way; empty: removed
    QElapsedTimer m_sendingTime;                         ///< since the round began
    std::optional<QDateTime> m_addressesFoundAt;
    std::optional<QDateTime> m_addressesSoughtInVainAt;
    QSet<EntryKey> m_edited;      ///< since the draft was stored
    bool m_isDraftStored = false; ///< as it was before those edits
    bool m_storingDraft = false;  ///< a store is queued for the next turn of the event loop
};

template <typename T>
void ListSession::Private::fail(const std::shared_ptr<Chain<T>> &chain, const Error &error)
{
    if (error.kind != ErrorKind::AddressRefused) {
        chain->finish(failure(error));
        return;
    }
    chain->either(findAddresses(), [this, chain, error](const Result<CurrentAddresses> &) {
        if (const auto named = addressNamedIn(error.message + u' ' + error.detail))
            learn(*named);
        chain->finish(failure(withAddresses(error, addresses)));
    });
}

} // namespace gatehouse
