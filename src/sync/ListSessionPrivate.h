// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/Chain.h"
#include "sync/DraftEditor.h"
#include "sync/HeldList.h"
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
    void takeBack(const std::vector<EntryKey> &keys, const QString &text);

    Future<void> open();
    Future<void> reload();
    Future<CurrentAddresses> findAddresses();
    Future<ApplyOutcome> apply(const ApplyConsent &consent);
    Future<void> checkAtService(const EntryContent &content);
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
    std::vector<Conflict> conflicts;
    QSet<EntryKey> sending;
    QHash<EntryKey, QString> reasons; ///< why the last apply did not bring these there
    std::optional<QDateTime> inForceFrom;
    std::shared_ptr<RestService> service;

private:
    [[nodiscard]] std::optional<Error> refusalWhileBusy() const;
    void begin(Activity next);
    /// Ends the activity, and forgets a service whose secret was refused.
    void end(const std::optional<Error> &error);
    Future<std::shared_ptr<RestService>> connected();
    void takeOver(const StoredList &stored, const std::vector<Place> &places);
    /// Puts the draft on top of what was just read, makes that the draft, and stores it.
    Future<void> adopt(Reading reading);
    /// Ends the chain; where our address was refused, with the address that we have.
    template <typename T>
    void fail(const std::shared_ptr<Chain<T>> &chain, const Error &error);

    using SendingChain = std::shared_ptr<Chain<ApplyOutcome>>;
    void send(const SendingChain &chain, const ApplyConsent &consent);
    // After a round of sending to a service that takes whole lists, see ListSessionAgain.cpp.
    void makeSure(const SendingChain &chain, const ApplyConsent &consent, const std::shared_ptr<RestService> &used,
                  const Result<ApplyOutcome> &outcome);
    void lookAgain(const SendingChain &chain, const ApplyConsent &consent, const std::shared_ptr<RestService> &used,
                   const ApplyOutcome &outcome);
    void repeatOverwritten(const SendingChain &chain, const ApplyConsent &consent,
                           const std::shared_ptr<RestService> &used, const ApplyOutcome &outcome,
                           const Allowlist &before);
    [[nodiscard]] bool isWhatWasSent(const Draft &draft) const;
    void finish(const SendingChain &chain, const Result<ApplyOutcome> &outcome);
    ApplyTask taskFor(const ApplyConsent &consent, std::shared_ptr<RestService> to);
    /// `used`: the service it went to, which may have been forgotten meanwhile.
    Result<ApplyOutcome> conclude(const ApplyReport &report, const RestService &used);
    void noteUnreadable(const ChangeSet &sent);
    void noteReasons(const std::vector<EntryKey> &notApplied, const EntryFailures &failures);
    /// What the service said, and as which addresses it may know this computer.
    static Error withAddresses(Error error, const CurrentAddresses &own);
    void storeDraft();
    Future<void> saveDraft();
    Future<void> saveList();

    std::shared_ptr<Turns::Turn> m_turn;       ///< while applying
    int m_rounds = 0;                          ///< of sending, in this apply
    QElapsedTimer m_sendingTime;               ///< since the round began
    std::optional<ApplyOutcome> m_overwritten; ///< of the round that has to be repeated
    bool m_storingDraft = false;               ///< a store is queued for the next turn of the event loop
};

template <typename T>
void ListSession::Private::fail(const std::shared_ptr<Chain<T>> &chain, const Error &error)
{
    if (error.kind != ErrorKind::AddressRefused) {
        chain->finish(failure(error));
        return;
    }
    chain->either(findAddresses(), [this, chain, error](const Result<CurrentAddresses> &) {
        chain->finish(failure(withAddresses(error, addresses)));
    });
}

} // namespace gatehouse
