// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Text.h"
#include "sync/Chain.h"
#include "sync/DraftEditor.h"
#include "sync/HeldList.h"
#include "sync/ListSession.h"

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
    /// Reads which entries are this computer's own.
    void recallOwn();
    void changeOwn(const std::vector<IpRange> &ranges, bool isOwn);
    void setAddresses(const CurrentAddresses &found);
    [[nodiscard]] bool hasFreshAddresses() const;
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
    std::vector<IpRange> own; ///< marked as this computer's
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

    void send(const std::shared_ptr<Chain<ApplyOutcome>> &chain, const ApplyConsent &consent);
    ApplyTask taskFor(const ApplyConsent &consent, std::shared_ptr<RestService> to);
    /// `used`: the service it went to, which may have been forgotten meanwhile.
    Result<ApplyOutcome> conclude(const ApplyReport &report, const RestService &used);
    void noteUnreadable(const ChangeSet &sent);
    void noteReasons(const std::vector<EntryKey> &notApplied, const EntryFailures &failures);
    /// An address that the service has named as ours leads from now on.
    void learn(const IpAddress &address);
    /// Of a service that guards itself: refused for an address that we did not know to be ours, it is a lock-out like
    /// any other.
    Error afterLearning(const Error &error, const Draft &sent);
    /// What the service said, and as which addresses it may know this computer.
    static Error withAddresses(Error error, const CurrentAddresses &own);
    void storeDraft();
    Future<void> saveDraft();
    Future<void> saveList();

    std::shared_ptr<Turns::Turn> m_turn; ///< while applying
    std::optional<QDateTime> m_addressesFoundAt;
    bool m_storingDraft = false; ///< a store is queued for the next turn of the event loop
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
