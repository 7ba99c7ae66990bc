// SPDX-License-Identifier: Apache-2.0
#include "sync/HeldList.h"

#include "allowlist/Text.h"
#include "base/HostName.h"
#include "ip/Classification.h"
#include "sync/Chain.h"

#include <utility>

namespace gatehouse {

namespace {

Reading withoutOverlay(std::vector<Entry> told)
{
    std::vector<Place> places(told.size(), Place::Service);
    return {std::move(told), std::move(places)};
}

} // namespace

KeptFields keptFields(const Capabilities &capabilities)
{
    return {!capabilities.label, !capabilities.active, capabilities.expiry == ExpiryWriting::Impossible};
}

Holding holdingOf(const ServiceDefinition &definition, const ConnectionRecord &connection)
{
    return {keptFields(definition.capabilities), connection.expiryInLabel, definition.rules.maximumLabelLength};
}

/// One reading until it is completed from an overlay that nobody changed meanwhile.
struct HeldList::Round
{
    std::shared_ptr<RestService> service;
    std::shared_ptr<Chain<Reading>> chain;
    Settle settle;
    IsFinal isFinal;
    int attemptsLeft = 3;
    Overlay before; ///< as it was when the reading began
};

ListRules rulesFor(const ServiceDefinition *definition, const ConnectionRecord &connection)
{
    ListRules rules = definition ? definition->rules : ListRules{};
    const QString host = connection.baseUrl.host();
    const auto address = parseAddress(host);
    const bool isPrivate = address && classify(IpRange::of(*address)).addressClass != AddressClass::Public;
    if (connection.embedded || isLoopbackHost(host) || isPrivate)
        rules.seesPublicAddressesOnly = false;
    const Holding holding = definition ? holdingOf(*definition, connection) : Holding{};
    rules.holdsInactive = !holding.kept.active;
    rules.endsExpired = !holding.kept.expiry;
    rules.expiryInLabel = holding.writesLabels();
    if (holding.kept.label)
        rules.maximumLabelLength.reset();
    return rules;
}

HeldList::HeldList(const QUuid &connection, Store &store, const Clock &clock, QObject *context)
    : m_connection(connection)
    , m_store(store)
    , m_clock(clock)
    , m_context(context)
{}

Future<std::vector<Place>> HeldList::recall(const std::vector<Entry> &entries)
{
    if (!m_holding.kept.any())
        return ready<std::vector<Place>>(std::vector<Place>(entries.size(), Place::Service));
    const auto chain = Chain<std::vector<Place>>::begin(m_context);
    chain->then(m_store.overlay(m_connection), [this, chain, entries](const Overlay &overlay) {
        chain->finish(placesOf(entries, overlay, m_holding));
    });
    return chain->future();
}

Future<Reading> HeldList::read(const std::shared_ptr<RestService> &service)
{
    const auto asStored = [](const Overlay &stored) { return stored; };
    return fetchAndComplete(service, asStored, [](const std::vector<Entry> &) { return true; });
}

Future<void> HeldList::prepare(const Draft &draft)
{
    if (!m_holding.kept.any())
        return ready<void>({});
    m_sentAt = m_clock.now();
    const auto chain = Chain<void>::begin(m_context);
    const auto change = [draft, places = m_places, holding = m_holding, now = m_sentAt](const Overlay &stored) {
        return unsettled(stored, draft, places, holding, now);
    };
    chain->then(m_store.changeOverlay(m_connection, change), [this, chain](const Overlay &kept) {
        m_sent = kept;
        chain->finish({});
    });
    return chain->future();
}

Future<Reading> HeldList::readBack(const std::shared_ptr<RestService> &service, const IsFinal &isFinal)
{
    const auto settled = [sent = m_sent, at = m_sentAt](const Overlay &stored) {
        return at.isValid() ? afterSending(stored, sent, at) : stored;
    };
    return fetchAndComplete(service, settled, isFinal);
}

Future<Reading> HeldList::fetchAndComplete(const std::shared_ptr<RestService> &service, Settle settle, IsFinal isFinal)
{
    const auto chain = Chain<Reading>::begin(m_context);
    const auto round = std::make_shared<Round>();
    round->service = service;
    round->chain = chain;
    round->settle = std::move(settle);
    round->isFinal = std::move(isFinal);
    if (m_holding.kept.any()) {
        begin(round);
    } else {
        chain->then(service->fetch(), [chain, round](std::vector<Entry> told) {
            (void)round->isFinal(told);
            chain->finish(withoutOverlay(std::move(told)));
        });
    }
    return chain->future();
}

void HeldList::begin(const std::shared_ptr<Round> &round)
{
    --round->attemptsLeft;
    round->chain->then(m_store.overlay(m_connection), [this, round](const Overlay &overlay) {
        round->before = overlay;
        round->chain->then(round->service->fetch(),
                           [this, round](std::vector<Entry> told) { complete(round, std::move(told)); });
    });
}

/// What was kept before the list was read and what is kept now must be the same: if another session has sent something
/// meanwhile, list and overlay do not belong together, and an entry would seem to have vanished.
void HeldList::complete(const std::shared_ptr<Round> &round, std::vector<Entry> told)
{
    const auto made = std::make_shared<std::optional<CompleteList>>();
    const bool mustDo = round->attemptsLeft == 0;
    const auto change = [made, mustDo, before = round->before, settle = round->settle, isFinal = round->isFinal,
                         told = std::move(told), holding = m_holding, now = m_clock.now()](const Overlay &stored) {
        if (!mustDo && stored != before)
            return stored;
        *made = completed(told, settle(stored), holding, now);
        return isFinal((*made)->entries) ? (*made)->overlay : stored;
    };
    round->chain->then(m_store.changeOverlay(m_connection, change), [this, round, made](const Overlay &) {
        if (*made)
            round->chain->finish(Reading{std::move((*made)->entries), std::move((*made)->places)});
        else
            begin(round);
    });
}

void HeldList::adopt(const Allowlist &list, const std::vector<Place> &places)
{
    m_places = placesByKey(list, places);
}

Draft HeldList::outgoing(const Draft &draft) const
{
    return m_holding.kept.any() ? heldDraft(draft, m_places, m_holding) : draft;
}

std::optional<Entry> HeldList::outgoing(const EntryContent &content) const
{
    return heldWanted(makeEntry(normalised(content, m_holding)), Place::Service, m_holding);
}

bool HeldList::holds(const RestService &service, const EntryContent &live, const EntryContent &wanted) const
{
    return service.holds(live, wanted) && keepsAsWanted(live, wanted, m_holding);
}

} // namespace gatehouse
