// SPDX-License-Identifier: Apache-2.0
#include "allowlist/GroupPlan.h"

#include "allowlist/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace gatehouse {

namespace {

/// A range that some group wants on a list.
struct WantedRange
{
    IpRange range;
    QString group;
    QString label;
};

/// The first of each range, looked up by it: groups and lists may both be long.
template <typename Item, IpRange Item::*range>
class ByRange
{
public:
    explicit ByRange(const std::vector<Item> &items)
    {
        m_items.reserve(items.size());
        for (const Item &item : items)
            m_items.emplace(item.*range, &item);
    }
    [[nodiscard]] const Item *find(const IpRange &wanted) const
    {
        const auto found = m_items.find(wanted);
        return found == m_items.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<IpRange, const Item *> m_items;
};

using Wanted = ByRange<WantedRange, &WantedRange::range>;
using Placed = ByRange<GroupPlacement, &GroupPlacement::range>;

std::vector<WantedRange> wantedRanges(const std::vector<AddressGroup> &groups, const QUuid &connection)
{
    std::vector<WantedRange> wanted;
    std::unordered_set<IpRange> known;
    for (const AddressGroup &group : groups) {
        if (!group.isUsedIn(connection))
            continue;
        for (const GroupRange &range : group.ranges) {
            if (known.insert(range.range).second)
                wanted.push_back({range.range, group.name, range.label.isEmpty() ? group.name : range.label});
        }
    }
    return wanted;
}

/// The entries of a list by their ranges, those of one range in the list's order.
class EntriesByRange
{
public:
    explicit EntriesByRange(const Allowlist &list)
    {
        for (const Entry &entry : list.entries()) {
            if (!entry.content.isForeign())
                m_entries[entry.content.range].push_back(&entry);
        }
    }
    [[nodiscard]] const std::vector<const Entry *> &of(const IpRange &range) const
    {
        static const std::vector<const Entry *> none;
        const auto found = m_entries.find(range);
        return found == m_entries.end() ? none : found->second;
    }

private:
    std::unordered_map<IpRange, std::vector<const Entry *>> m_entries;
};

/// The entry that a group has made. Without an id it is known by its label alone: whoever gave it another one has made
/// it their own.
const Entry *entryMadeFor(const GroupPlacement &placement, const EntriesByRange &list)
{
    if (!placement.ours)
        return nullptr;
    const Entry *byLabel = nullptr;
    for (const Entry *entry : list.of(placement.range)) {
        if (!placement.remoteId.isEmpty() && entry->remoteId == placement.remoteId)
            return entry;
        if (!byLabel && entry->content.label == placement.label)
            byLabel = entry;
    }
    return byLabel;
}

class GroupPlanner
{
public:
    explicit GroupPlanner(const GroupPlanInput &input)
        : m_input(input)
        , m_list(input.list)
    {}

    GroupPlan plan()
    {
        const std::vector<WantedRange> ranges = wantedRanges(m_input.groups, m_input.connection);
        const Placed placed(m_input.placed);
        for (const WantedRange &wanted : ranges)
            provide(wanted, placed.find(wanted.range));
        const Wanted wanted(ranges);
        for (const GroupPlacement &placement : m_input.placed) {
            if (!wanted.find(placement.range))
                takeAway(placement);
        }
        return std::move(m_plan);
    }

private:
    void provide(const WantedRange &wanted, const GroupPlacement *known)
    {
        const Entry *made = known ? entryMadeFor(*known, m_list) : nullptr;
        const Entry *there = made ? made : anyOf(wanted.range);
        if (!there) {
            m_plan.add.push_back({wanted.range, wanted.label, true, std::nullopt});
            m_plan.addedBy.push_back(wanted.group);
            remember(wanted, {}, true);
            return;
        }
        if (m_input.isVanished(there->key))
            m_plan.bringBack.push_back(there->key);
        else if (!there->isInForce(m_input.now))
            note(GroupNote::Kind::SwitchedOff, wanted.range, wanted.group);
        else if (!made)
            note(GroupNote::Kind::AlreadyThere, wanted.range, wanted.group);
        if (made && made->content.label == known->label && known->label != wanted.label)
            m_plan.relabel.emplace_back(made->key, wanted.label);
        remember(wanted, there->remoteId, made != nullptr);
    }

    void takeAway(const GroupPlacement &placement)
    {
        if (const Entry *made = entryMadeFor(placement, m_list)) {
            m_plan.remove.push_back(made->key);
            m_plan.removedFrom.push_back(placement.group);
            m_plan.whileSending.push_back(placement);
        } else if (anyOf(placement.range)) {
            note(GroupNote::Kind::StaysByHand, placement.range, placement.group);
        }
    }

    /// What is in force goes first.
    [[nodiscard]] const Entry *anyOf(const IpRange &range) const
    {
        const Entry *found = nullptr;
        for (const Entry *entry : m_list.of(range)) {
            if (!found || entry->isInForce(m_input.now))
                found = entry;
        }
        return found;
    }

    void remember(const WantedRange &wanted, const QString &remoteId, bool ours)
    {
        m_plan.whileSending.push_back({wanted.range, wanted.group, wanted.label, remoteId, ours});
    }

    void note(GroupNote::Kind kind, const IpRange &range, const QString &group)
    {
        m_plan.notes.push_back({kind, range, group});
    }

    const GroupPlanInput &m_input;
    const EntriesByRange m_list;
    GroupPlan m_plan;
};

} // namespace

QString describe(const GroupNote &note)
{
    const QString range = toShortQString(note.range);
    switch (note.kind) {
    case GroupNote::Kind::AlreadyThere:
        return QCoreApplication::translate("Groups", "%1 (%2) is on the list already, by an entry of its own. No group "
                                                     "will remove that.")
            .arg(range, note.group);
    case GroupNote::Kind::SwitchedOff:
        return QCoreApplication::translate("Groups", "%1 (%2) is on the list, switched off or expired. It is left as "
                                                     "it is.")
            .arg(range, note.group);
    case GroupNote::Kind::StaysByHand:
        return QCoreApplication::translate("Groups", "%1 stays: its entry was not made by the group %2, or has been "
                                                     "changed since.")
            .arg(range, note.group);
    }
    Q_UNREACHABLE();
}

GroupPlan planGroups(const GroupPlanInput &input)
{
    return GroupPlanner(input).plan();
}

std::vector<GroupPlacement> settledPlacements(const GroupPlan &sent, const std::vector<AddressGroup> &groups,
                                              const QUuid &connection, const Allowlist &readBack)
{
    const std::vector<WantedRange> ranges = wantedRanges(groups, connection);
    const Wanted wanted(ranges);
    const EntriesByRange list(readBack);
    std::vector<GroupPlacement> settled;
    for (GroupPlacement placement : sent.whileSending) {
        const bool isWanted = wanted.find(placement.range) != nullptr;
        if (!placement.ours) {
            if (isWanted)
                settled.push_back(placement);
        } else if (const Entry *made = entryMadeFor(placement, list)) {
            placement.remoteId = made->remoteId;
            settled.push_back(placement);
        }
    }
    return settled;
}

bool isInStep(const std::vector<AddressGroup> &groups, const QUuid &connection,
              const std::vector<GroupPlacement> &placed)
{
    const std::vector<WantedRange> wanted = wantedRanges(groups, connection);
    const Placed known(placed);
    return wanted.size() == placed.size() && std::ranges::all_of(wanted, [&](const WantedRange &range) {
               const GroupPlacement *placement = known.find(range.range);
               return placement && (!placement->ours || placement->label == range.label);
           });
}

} // namespace gatehouse
