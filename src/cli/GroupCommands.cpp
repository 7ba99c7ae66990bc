// SPDX-License-Identifier: Apache-2.0
#include "cli/GroupCommands.h"

#include "cli/SeveralLists.h"
#include "cli/Text.h"
#include "sync/Chain.h"

#include <algorithm>

namespace gatehouse::cli {

namespace {

/// All groups with the change made.
std::vector<AddressGroup> changed(std::vector<AddressGroup> groups, const std::optional<AddressGroup> &before,
                                  const std::optional<AddressGroup> &after)
{
    if (before)
        std::erase_if(groups, [&](const AddressGroup &group) { return group.id == before->id; });
    if (after)
        groups.push_back(*after);
    std::ranges::sort(groups, {}, &AddressGroup::name);
    return groups;
}

Future<void> store(AddressGroups *groups, const std::optional<AddressGroup> &before,
                   const std::optional<AddressGroup> &after)
{
    if (before == after)
        return ready<void>({});
    if (!after)
        return groups->remove(before->id);
    const auto chain = Chain<void>::begin(groups);
    chain->then(groups->save(*after), [chain](const AddressGroup &) { chain->finish({}); });
    return chain->future();
}

} // namespace

GroupCommand::GroupCommand(Arguments &parent, const std::string &name, const std::string &description)
    : Command(parent, name, description)
{
    arguments().flag("--dry-run", m_dryRun, "Print the reviews and the plans, send nothing");
    arguments().flag("--force", m_force, "Go on although it locks you out or opens a list to everyone");
}

void GroupCommand::needName()
{
    arguments().option("NAME", m_name, "The group").required();
}

Future<void> GroupCommand::run(Context &context)
{
    auto *groups = new AddressGroups(context.store, context.book, context.clock, context.owner);
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(groups->load(), [this, groups, &context, chain] {
        const auto made = change(*groups, context);
        if (!made)
            chain->finish(failure(made.error()));
        else
            chain->either(changeGroup(groups, *made, context),
                          [chain](const Result<void> &done) { chain->finish(done); });
    });
    return chain->future();
}

Future<void> GroupCommand::changeGroup(AddressGroups *groups, const GroupChange &change, Context &context) const
{
    const std::vector<AddressGroup> wanted = changed(groups->groups(), change.before, change.after);
    std::vector<ListOrder> orders;
    std::vector<ConnectionRecord> connections;
    for (const QUuid &id : lists(change, *groups)) {
        if (const ConnectionRecord *record = context.book.find(id)) {
            orders.push_back(groups->orderFor(*record, wanted));
            connections.push_back(*record);
        }
    }
    if (const auto admitted = admitSecrets(context, connections); !admitted)
        return readyFailure<void>(admitted.error());
    const auto keep = [groups, change] { return store(groups, change.before, change.after); };
    return changeLists(std::move(orders), {m_dryRun, m_force, false, keep}, context);
}

std::vector<QUuid> GroupCommand::lists(const GroupChange &change, const AddressGroups &) const
{
    std::vector<QUuid> ids;
    for (const auto &group : {change.before, change.after}) {
        if (!group)
            continue;
        for (const QUuid &id : group->usedIn) {
            if (std::ranges::find(ids, id) == ids.end())
                ids.push_back(id);
        }
    }
    return ids;
}

Result<AddressGroup> GroupCommand::existing(const AddressGroups &groups) const
{
    if (const AddressGroup *found = findGroup(groups.groups(), name()))
        return *found;
    return failure(ErrorKind::NotFound, Text::tr("There is no address group “%1”.").arg(name()));
}

SetGroupCommand::SetGroupCommand(Arguments &parent)
    : GroupCommand(parent, "set", "Make a group, or give it these ranges instead of those it has")
{
    needName();
    arguments().option("RANGE", m_ranges, "Addresses and CIDR ranges").required();
}

/// A range that stays keeps its label.
Result<GroupCommand::GroupChange> SetGroupCommand::change(const AddressGroups &groups, const Context &) const
{
    const AddressGroup *known = findGroup(groups.groups(), name());
    AddressGroup group = known ? *known : AddressGroup{QUuid::createUuid(), name(), {}, {}};
    const std::vector<GroupRange> before = std::exchange(group.ranges, {});
    for (const std::string &text : m_ranges) {
        const Result<IpRange> range = rangeFrom(text);
        if (!range)
            return failure(range.error());
        if (group.holds(*range))
            continue;
        const auto same = std::ranges::find(before, *range, &GroupRange::range);
        group.ranges.push_back(same == before.end() ? GroupRange{*range, {}} : *same);
    }
    return GroupChange{known ? std::optional(*known) : std::nullopt, group};
}

Result<GroupCommand::GroupChange>
GroupCommand::changeUses(const AddressGroups &groups, const Context &context,
                         const std::vector<std::string> &connections,
                         const std::function<void(AddressGroup &, const QUuid &)> &change) const
{
    const Result<AddressGroup> group = existing(groups);
    if (!group)
        return failure(group.error());
    AddressGroup after = *group;
    for (const std::string &connection : connections) {
        const Result<ConnectionRecord> record = connectionNamed(context, connection);
        if (!record)
            return failure(record.error());
        change(after, record->id);
    }
    return GroupChange{*group, after};
}

UseGroupCommand::UseGroupCommand(Arguments &parent)
    : GroupCommand(parent, "use", "Put a group into the lists of these connections")
{
    needName();
    arguments().option("CONNECTION", m_connections, "The connections").required();
}

Result<GroupCommand::GroupChange> UseGroupCommand::change(const AddressGroups &groups, const Context &context) const
{
    return changeUses(groups, context, m_connections, [](AddressGroup &group, const QUuid &connection) {
        if (!group.isUsedIn(connection))
            group.usedIn.push_back(connection);
    });
}

LeaveGroupCommand::LeaveGroupCommand(Arguments &parent)
    : GroupCommand(parent, "leave", "Take a group out of the lists of these connections")
{
    needName();
    arguments().option("CONNECTION", m_connections, "The connections").required();
}

Result<GroupCommand::GroupChange> LeaveGroupCommand::change(const AddressGroups &groups, const Context &context) const
{
    return changeUses(groups, context, m_connections,
                      [](AddressGroup &group, const QUuid &connection) { std::erase(group.usedIn, connection); });
}

RemoveGroupCommand::RemoveGroupCommand(Arguments &parent)
    : GroupCommand(parent, "remove", "Forget a group, and take its entries out of the lists")
{
    needName();
}

Result<GroupCommand::GroupChange> RemoveGroupCommand::change(const AddressGroups &groups, const Context &) const
{
    return existing(groups).map([](const AddressGroup &group) { return GroupChange{group, std::nullopt}; });
}

ApplyGroupCommand::ApplyGroupCommand(Arguments &parent)
    : GroupCommand(parent, "apply", "Bring the lists into step that do not hold what the groups want")
{}

Result<GroupCommand::GroupChange> ApplyGroupCommand::change(const AddressGroups &, const Context &) const
{
    return GroupChange{};
}

/// Also those that use a group and are thought to be in step: somebody may have changed them elsewhere.
std::vector<QUuid> ApplyGroupCommand::lists(const GroupChange &, const AddressGroups &groups) const
{
    std::vector<QUuid> ids = groups.outOfStep();
    for (const AddressGroup &group : groups.groups()) {
        for (const QUuid &id : group.usedIn) {
            if (std::ranges::find(ids, id) == ids.end())
                ids.push_back(id);
        }
    }
    return ids;
}

} // namespace gatehouse::cli
