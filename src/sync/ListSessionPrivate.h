// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/Chain.h"
#include "sync/DraftEditor.h"
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
    void noteEdited(const QList<EntryKey> &keys);
    void takeBack(const std::vector<EntryKey> &keys, const QString &text);

    Future<void> open();
    Future<void> reload();
    Future<CurrentAddresses> findAddresses();
    Future<ApplyOutcome> apply(const ApplyConsent &consent);

    ListSession &q;
    ConnectionRecord connection;
    ServiceConnector &connector;
    Store &store;
    AddressFinder &finder;
    const Clock &clock;
    const Memory memory;

    DraftEditor editor;
    Activity activity = Activity::Idle;
    std::optional<QDateTime> fetchedAt;
    CurrentAddresses addresses;
    std::vector<Conflict> conflicts;
    QSet<EntryKey> sending;
    QHash<EntryKey, QString> reasons; ///< why the last apply did not bring these there
    std::shared_ptr<RestService> service;

private:
    [[nodiscard]] std::optional<Error> refusalWhileBusy() const;
    void begin(Activity next);
    /// Ends the activity, and forgets a service whose secret was refused.
    void end(const std::optional<Error> &error);
    Future<std::shared_ptr<RestService>> connected();
    void takeOver(const StoredList &stored);
    /// Puts the draft on top of what was just read.
    MergeResult merged(std::vector<Entry> remote) const;
    /// Makes the merged draft the draft, and stores it.
    Future<void> adopt(MergeResult result);
    /// `used`: the service it went to, which may have been forgotten meanwhile.
    Result<ApplyOutcome> conclude(const ApplyReport &report, const RestService &used);
    ApplyTask taskFor(const ApplyConsent &consent, std::shared_ptr<RestService> to);
    void storeDraft();
    Future<void> saveDraft();
    Future<void> saveList();

    bool m_storingDraft = false; ///< a store is queued for the next turn of the event loop
};

} // namespace gatehouse
