// SPDX-License-Identifier: Apache-2.0
#include "sync/ListSession.h"

#include "sync/Following.h"
#include "sync/ListSessionPrivate.h"

#include <algorithm>

namespace gatehouse {

ListSession::ListSession(ConnectionRecord connection, ServiceConnector &connector, Store &store,
                         AddressFinder &addresses, const Clock &clock, Memory memory, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(connection), connector, store, addresses, clock, memory))
{
    connect(&d->editor, &DraftEditor::edited, this, [this](const QList<EntryKey> &keys) { d->noteEdited(keys); });
    connect(&d->history, &HistoryRecorder::recorded, this, &ListSession::recorded);
    connect(&d->history, &HistoryRecorder::drifted, this, &ListSession::drifted);
    connect(&d->history, &HistoryRecorder::failed, this, &ListSession::storingFailed);
}

ListSession::~ListSession() = default;

const ConnectionRecord &ListSession::connection() const
{
    return d->connection;
}

void ListSession::setConnection(const ConnectionRecord &connection)
{
    const bool otherList = connection.baseUrl != d->connection.baseUrl || connection.scope != d->connection.scope ||
                           connection.serviceId != d->connection.serviceId;
    d->connection = connection;
    d->updateHolding();
    if (!otherList)
        return;
    d->service.reset();
    d->setAddresses({});
}

void ListSession::forgetService()
{
    d->service.reset();
}

std::shared_ptr<const ServiceDefinition> ListSession::definition() const
{
    return d->connector.catalog().find(d->connection.serviceId);
}

ListRules ListSession::rules() const
{
    return rulesFor(definition().get(), d->connection);
}

KeptFields ListSession::keptFields() const
{
    return d->held.holding().kept;
}

const Draft &ListSession::draft() const
{
    return d->editor.draft();
}

ListSession::Activity ListSession::activity() const
{
    return d->activity;
}

std::optional<QDateTime> ListSession::fetchedAt() const
{
    return d->fetchedAt;
}

RowState ListSession::stateOf(const EntryKey &key) const
{
    if (d->sending.contains(key))
        return RowState::Sending;
    if (d->conflict(key))
        return RowState::Conflict;
    const Change *change = draft().change(key);
    if (!change)
        return d->settledStateOf(key);
    if (d->reasons.contains(key))
        return RowState::Failed;
    switch (change->kind()) {
    case Change::Kind::Added:
        return RowState::Added;
    case Change::Kind::Changed:
        return RowState::Changed;
    case Change::Kind::Removed:
        return RowState::Removed;
    }
    Q_UNREACHABLE();
}

QString ListSession::reasonOf(const EntryKey &key) const
{
    if (d->conflict(key))
        return tr("It was changed here and elsewhere, differently. Choose which version shall stand.");
    return d->reasons.value(key);
}

const std::vector<EntryOutcome> &ListSession::lastOutcomes() const
{
    return d->outcomes;
}

const std::vector<Conflict> &ListSession::conflicts() const
{
    return d->conflicts.all();
}

const CurrentAddresses &ListSession::currentAddresses() const
{
    return d->addresses;
}

bool ListSession::hasFreshAddresses() const
{
    return d->hasFreshAddresses();
}

KeptFields ListSession::keptOf(const EntryKey &key) const
{
    const std::optional<Entry> wanted = draft().entry(key);
    return wanted ? gatehouse::keptOf(wanted->content, d->held.placeOf(key), d->held.holding()) : KeptFields{};
}

bool ListSession::isOwn(const EntryKey &key) const
{
    if (d->own.empty())
        return false;
    const std::optional<Entry> entry = draft().entry(key);
    return entry && canFollow(entry->content) && std::ranges::find(d->own, entry->content.range) != d->own.end();
}

void ListSession::setOwn(const std::vector<EntryKey> &keys, bool own)
{
    std::vector<IpRange> ranges;
    for (const EntryKey &key : keys) {
        const std::optional<Entry> entry = draft().entry(key);
        if (entry && isOwn(key) != own && canFollow(entry->content))
            ranges.push_back(entry->content.range);
    }
    if (!ranges.empty())
        d->changeOwn(ranges, own);
}

std::optional<QDateTime> ListSession::inForceFrom() const
{
    return d->inForceFrom && *d->inForceFrom > d->clock.now() ? d->inForceFrom : std::nullopt;
}

void ListSession::setApplyCause(HistoryCause cause)
{
    d->applyCause = cause;
}

Future<Review> ListSession::review()
{
    return reviewInBackground({draft(), rules(), d->addresses, d->clock.now()});
}

Future<void> ListSession::checkAtService(const EntryContent &content)
{
    return d->checkAtService(content);
}

Future<void> ListSession::open()
{
    return d->open();
}

Future<void> ListSession::reload()
{
    return d->reload();
}

Future<CurrentAddresses> ListSession::findCurrentAddresses()
{
    return d->findAddresses();
}

Future<ApplyOutcome> ListSession::apply(const ApplyConsent &consent)
{
    return d->apply(consent);
}

const std::optional<InterruptedApply> &ListSession::interrupted() const
{
    return d->interrupted;
}

void ListSession::resumeInterrupted()
{
    d->resumeInterrupted();
}

void ListSession::dropInterrupted()
{
    d->dropInterrupted();
}

Future<std::optional<InterruptedApply>> ListSession::settleInterrupted()
{
    return d->settleInterrupted();
}

const std::optional<JournalRecord> &ListSession::watched() const
{
    return d->watched;
}

Future<void> ListSession::keepWatched()
{
    return d->keepWatched();
}

Future<void> ListSession::revertWatched()
{
    return d->revertWatched();
}

} // namespace gatehouse
