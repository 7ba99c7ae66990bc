// SPDX-License-Identifier: Apache-2.0
#include "allowlist/GroupPlan.h"

#include "allowlist/Text.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse {

namespace {

/// A range that some group wants on a list.
struct WantedRange
{
    IpRange range;
    QString group;
    QString label;
};

using WantedRanges = std::vector<WantedRange>;

const WantedRange *wantedFor(const WantedRanges &wanted, const IpRange &range)
{
    const auto found = std::ranges::find(wanted, range, &WantedRange::range);
    return found == wanted.end() ? nullptr : &*found;
}

WantedRanges wantedRanges(const std::vector<AddressGroup> &groups, const QUuid &connection)
{
    WantedRanges wanted;
    for (const AddressGroup &group : groups) {
        if (!group.isUsedIn(connection))
            continue;
        for (const GroupRange &range : group.ranges) {
            if (!wantedFor(wanted, range.range))
                wanted.push_back({range.range, group.name, range.label.isEmpty() ? group.name : range.label});
        }
    }
    return wanted;
}

const GroupPlacement *placementOf(const std::vector<GroupPlacement> &placed, const IpRange &range)
{
    const auto found = std::ranges::find(placed, range, &GroupPlacement::range);
    return found == placed.end() ? nullptr : &*found;
}

/// The entry that a group has made. Without an id it is known by its label alone: whoever gave it another one has made
/// it their own.
const Entry *entryMadeFor(const GroupPlacement &placement, const Allowlist &list)
{
    if (!placement.ours)
        return nullptr;
    const Entry *byLabel = nullptr;
    for (const Entry &entry : list.entries()) {
        if (entry.content.range != placement.range)
            continue;
        if (!placement.remoteId.isEmpty() && entry.remoteId == placement.remoteId)
            return &entry;
        if (!byLabel && entry.content.label == placement.label)
            byLabel = &entry;
    }
    return byLabel;
}

class GroupPlanner
{
public:
    explicit GroupPlanner(const GroupPlanInput &input)
        : m_input(input)
        , m_wanted(wantedRanges(input.groups, input.connection))
    {}

    GroupPlan plan()
    {
        for (const WantedRange &wanted : m_wanted)
            provide(wanted);
        for (const GroupPlacement &placement : m_input.placed) {
            if (!wantedFor(m_wanted, placement.range))
                takeAway(placement);
        }
        return std::move(m_plan);
    }

private:
    void provide(const WantedRange &wanted)
    {
        const GroupPlacement *known = placementOf(m_input.placed, wanted.range);
        const Entry *made = known ? entryMadeFor(*known, m_input.list) : nullptr;
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
        if (const Entry *made = entryMadeFor(placement, m_input.list)) {
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
        for (const Entry &entry : m_input.list.entries()) {
            if (entry.content.range == range && (!found || entry.isInForce(m_input.now)))
                found = &entry;
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
    const WantedRanges m_wanted;
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
    const WantedRanges wanted = wantedRanges(groups, connection);
    std::vector<GroupPlacement> settled;
    for (GroupPlacement placement : sent.whileSending) {
        const bool isWanted = wantedFor(wanted, placement.range) != nullptr;
        if (!placement.ours) {
            if (isWanted)
                settled.push_back(placement);
        } else if (const Entry *made = entryMadeFor(placement, readBack)) {
            placement.remoteId = made->remoteId;
            settled.push_back(placement);
        }
    }
    return settled;
}

bool isInStep(const std::vector<AddressGroup> &groups, const QUuid &connection,
              const std::vector<GroupPlacement> &placed)
{
    const WantedRanges wanted = wantedRanges(groups, connection);
    return wanted.size() == placed.size() && std::ranges::all_of(wanted, [&](const WantedRange &range) {
               const GroupPlacement *known = placementOf(placed, range.range);
               return known && (!known->ours || known->label == range.label);
           });
}

} // namespace gatehouse
