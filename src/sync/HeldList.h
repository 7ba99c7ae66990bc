// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/OverlaySending.h"
#include "base/Clock.h"
#include "services/RestService.h"
#include "store/Store.h"

#include <functional>
#include <memory>

namespace gatehouse {

/// What the service has no field for, and this computer keeps.
[[nodiscard]] KeptFields keptFields(const Capabilities &capabilities);
/// How the connection's service and this computer share its entries.
[[nodiscard]] Holding holdingOf(const ServiceDefinition &definition, const ConnectionRecord &connection);

/// The definition's rules, as they hold for this connection: a service on this computer sees private addresses too, and
/// what is kept here knows no limit. `definition` may be nullptr.
[[nodiscard]] ListRules rulesFor(const ServiceDefinition *definition, const ConnectionRecord &connection);

/// A complete list as just read.
struct Reading
{
    std::vector<Entry> entries; ///< with null keys, see withKeysOf
    std::vector<Place> places;
};

/// The one boundary between complete entries and what a service holds of them: whatever is read comes in here and is
/// completed, whatever is sent goes out here.
///
/// What a sent draft needs to be kept is durable before it is sent (prepare), and settled after reading back: a crash
/// in between loses no label and invents no live entry (see OverlaySending.h). All sessions of this home share what is
/// kept; what one of them changes while another reads is never overwritten.
///
/// The futures end silently when `context` dies.
class HeldList final
{
public:
    /// `store` and `clock` must outlive this; `context` lives exactly as long.
    HeldList(const QUuid &connection, Store &store, const Clock &clock, QObject *context);

    [[nodiscard]] const Holding &holding() const { return m_holding; }
    void setHolding(const Holding &holding) { m_holding = holding; }

    /// Where the entries are of a list that was completed and stored before.
    [[nodiscard]] Future<std::vector<Place>> recall(const std::vector<Entry> &entries);
    /// Fetches and completes.
    [[nodiscard]] Future<Reading> read(const std::shared_ptr<RestService> &service);
    /// Keeps what the draft, which is about to be sent, needs to be kept. It stands on the list last adopted.
    [[nodiscard]] Future<void> prepare(const Draft &draft);
    /// Whether this is what came of a sending; else it will be read back once more. A pure function, called in another
    /// thread.
    using IsFinal = std::function<bool(const std::vector<Entry> &entries)>;
    /// The same after sending what prepare() was told of. What is kept is settled by the reading that is final: before
    /// that, an entry that the service does not show yet would be taken for one that somebody removed.
    [[nodiscard]] Future<Reading> readBack(const std::shared_ptr<RestService> &service, const IsFinal &isFinal);

    /// The list of a reading, now that its entries have keys.
    void adopt(const Allowlist &list, const std::vector<Place> &places);
    [[nodiscard]] Place placeOf(const EntryKey &key) const { return m_places.value(key, Place::Service); }
    /// The draft as the service is to see it; it stands on the list last adopted.
    [[nodiscard]] Draft outgoing(const Draft &draft) const;
    /// An entry of its own as the service is to see it; empty when it is to see nothing of it.
    [[nodiscard]] std::optional<Entry> outgoing(const EntryContent &content) const;
    /// Whether `live`, as read back, is what was wanted.
    [[nodiscard]] bool holds(const RestService &service, const EntryContent &live, const EntryContent &wanted) const;

private:
    /// What is stored when the list is completed, made of what is stored now.
    using Settle = std::function<Overlay(const Overlay &)>;
    struct Round;

    [[nodiscard]] Future<Reading> fetchAndComplete(const std::shared_ptr<RestService> &service, Settle settle,
                                                   IsFinal isFinal);
    void begin(const std::shared_ptr<Round> &round);
    void complete(const std::shared_ptr<Round> &round, std::vector<Entry> told);

    QUuid m_connection;
    Store &m_store;
    const Clock &m_clock;
    QObject *m_context;
    Holding m_holding;
    Places m_places;
    Overlay m_sent; ///< as prepared
    QDateTime m_sentAt;
};

} // namespace gatehouse
