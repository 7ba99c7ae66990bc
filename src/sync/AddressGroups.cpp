// SPDX-License-Identifier: Apache-2.0
#include "sync/AddressGroups.h"

#include "allowlist/Text.h"
#include "sync/Chain.h"

#include <algorithm>

namespace gatehouse {

namespace {

/// Makes what is planned for a list its draft, and says which entries come from which group.
QStringList makeEdits(const GroupPlan &plan, ListSession &session)
{
    QStringList notes;
    for (std::size_t i = 0; i < plan.add.size(); ++i)
        notes += AddressGroups::tr("%1 is added for the group “%2”.")
                     .arg(toShortQString(plan.add[i].range), plan.addedBy[i]);
    for (std::size_t i = 0; i < plan.remove.size(); ++i) {
        const Entry *entry = session.draft().snapshot().find(plan.remove[i]);
        notes += AddressGroups::tr("%1 is removed: it came from the group “%2”, which does not want it here any more.")
                     .arg(toShortQString(entry->content.range), plan.removedFrom[i]);
    }
    for (const GroupNote &note : plan.notes)
        notes += describe(note);
    if (!plan.add.empty())
        session.add(plan.add);
    session.bringBack(plan.bringBack);
    for (const auto &[key, label] : plan.relabel) {
        EntryContent content = session.draft().entry(key)->content;
        content.label = label;
        session.edit(key, content);
    }
    session.remove(plan.remove);
    return notes;
}

} // namespace

AddressGroups::AddressGroups(Store &store, const ConnectionBook &book, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_book(book)
    , m_clock(clock)
{}

Future<void> AddressGroups::load()
{
    const auto chain = Chain<void>::begin(this);
    chain->then(m_store.groups(), [this, chain](const std::vector<AddressGroup> &groups) {
        m_groups = groups;
        chain->then(loadPlacements(), [this, chain] {
            Q_EMIT changed();
            chain->finish({});
        });
    });
    return chain->future();
}

Future<void> AddressGroups::loadPlacements()
{
    const auto chain = Chain<void>::begin(this);
    const auto left = std::make_shared<std::size_t>(m_book.records().size() + 1);
    const std::function<void()> done = [chain, left] {
        if (--*left == 0)
            chain->finish({});
    };
    for (const ConnectionRecord &connection : m_book.records()) {
        whenDone(m_store.groupPlacements(connection.id), this,
                 [this, done, id = connection.id](const Result<std::vector<GroupPlacement>> &placed) {
                     m_placed.insert(id, placed.value_or(std::vector<GroupPlacement>{}));
                     done();
                 });
    }
    done();
    return chain->future();
}

const AddressGroup *AddressGroups::find(const QUuid &id) const
{
    const auto found = std::ranges::find(m_groups, id, &AddressGroup::id);
    return found == m_groups.end() ? nullptr : &*found;
}

Future<AddressGroup> AddressGroups::save(AddressGroup group)
{
    if (group.id.isNull())
        group.id = QUuid::createUuid();
    const auto chain = Chain<AddressGroup>::begin(this);
    chain->then(m_store.saveGroup(group),
                [this, chain, group] { chain->then(load(), [chain, group] { chain->finish(group); }); });
    return chain->future();
}

Future<void> AddressGroups::remove(const QUuid &id)
{
    const auto chain = Chain<void>::begin(this);
    chain->then(m_store.removeGroup(id), [this, chain] { chain->then(load(), [chain] { chain->finish({}); }); });
    return chain->future();
}

std::vector<QUuid> AddressGroups::outOfStep() const
{
    std::vector<QUuid> connections;
    for (const ConnectionRecord &record : m_book.records()) {
        if (!isInStep(m_groups, record.id, m_placed.value(record.id)))
            connections.push_back(record.id);
    }
    return connections;
}

ListOrder AddressGroups::orderFor(const ConnectionRecord &connection, const std::vector<AddressGroup> &groups)
{
    const auto plan = std::make_shared<GroupPlan>();
    ListOrder order;
    order.connection = connection;
    order.edit = [this, plan, groups, id = connection.id](ListSession &session) {
        const auto chain = Chain<QStringList>::begin(&session);
        chain->then(m_store.groupPlacements(id), [this, plan, groups, id, &session,
                                                  chain](const std::vector<GroupPlacement> &placed) {
            *plan =
                planGroups({groups, id, placed, session.draft().snapshot(), m_clock.now(),
                            [&session](const EntryKey &key) { return session.stateOf(key) == RowState::Vanished; }});
            chain->finish(makeEdits(*plan, session));
        });
        return chain->future();
    };
    // Before sending, so that no entry of a group is ever taken for one that the user entered.
    order.beforeSending = [this, plan, id = connection.id](ListSession &) {
        return m_store.saveGroupPlacements(id, plan->whileSending);
    };
    order.afterwards = [this, plan, groups, id = connection.id](ListSession &session) {
        const auto settled = settledPlacements(*plan, groups, id, session.draft().snapshot());
        const auto chain = Chain<void>::begin(this);
        chain->then(m_store.saveGroupPlacements(id, settled), [this, chain, id, settled] {
            m_placed.insert(id, settled);
            Q_EMIT changed();
            chain->finish({});
        });
        return chain->future();
    };
    return order;
}

} // namespace gatehouse
