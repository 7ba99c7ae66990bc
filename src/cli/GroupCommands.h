// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "sync/AddressGroups.h"

#include <functional>

namespace gatehouse::cli {

/// What the commands of address groups share: change a group, and bring the lists that use it into step, in one review.
class GroupCommand : public Command
{
public:
    [[nodiscard]] bool worksOnLists() const override { return true; }
    [[nodiscard]] Future<void> run(Context &context) final;

protected:
    /// The group as it is and as it shall be; empty for not there.
    struct GroupChange
    {
        std::optional<AddressGroup> before;
        std::optional<AddressGroup> after;
    };

    GroupCommand(Arguments &parent, const std::string &name, const std::string &description);

    void needName();
    [[nodiscard]] QString name() const { return QString::fromStdString(m_name); }
    [[nodiscard]] virtual Result<GroupChange> change(const AddressGroups &groups, const Context &context) const = 0;
    /// The lists to be brought into step: those that use the group or used it.
    [[nodiscard]] virtual std::vector<QUuid> lists(const GroupChange &change, const AddressGroups &groups) const;
    /// NotFound in a sentence when there is no such group.
    [[nodiscard]] Result<AddressGroup> existing(const AddressGroups &groups) const;
    /// The existing group after `change` for each of the connections of these names.
    [[nodiscard]] Result<GroupChange>
    changeUses(const AddressGroups &groups, const Context &context, const std::vector<std::string> &connections,
               const std::function<void(AddressGroup &, const QUuid &)> &change) const;

private:
    [[nodiscard]] Future<void> changeGroup(AddressGroups *groups, const GroupChange &change, Context &context) const;

    std::string m_name;
    bool m_dryRun = false;
    bool m_force = false;
};

/// Makes a group, or gives it other ranges.
class SetGroupCommand final : public GroupCommand
{
public:
    explicit SetGroupCommand(Arguments &parent);

protected:
    [[nodiscard]] Result<GroupChange> change(const AddressGroups &groups, const Context &context) const override;

private:
    std::vector<std::string> m_ranges;
};

/// Uses a group in the lists of more connections.
class UseGroupCommand final : public GroupCommand
{
public:
    explicit UseGroupCommand(Arguments &parent);

protected:
    [[nodiscard]] Result<GroupChange> change(const AddressGroups &groups, const Context &context) const override;

private:
    std::vector<std::string> m_connections;
};

/// Takes a group out of the lists of some connections.
class LeaveGroupCommand final : public GroupCommand
{
public:
    explicit LeaveGroupCommand(Arguments &parent);

protected:
    [[nodiscard]] Result<GroupChange> change(const AddressGroups &groups, const Context &context) const override;

private:
    std::vector<std::string> m_connections;
};

/// Forgets a group, and takes its entries out of the lists.
class RemoveGroupCommand final : public GroupCommand
{
public:
    explicit RemoveGroupCommand(Arguments &parent);

protected:
    [[nodiscard]] Result<GroupChange> change(const AddressGroups &groups, const Context &context) const override;
};

/// Brings into step whatever is not.
class ApplyGroupCommand final : public GroupCommand
{
public:
    explicit ApplyGroupCommand(Arguments &parent);

protected:
    [[nodiscard]] Result<GroupChange> change(const AddressGroups &groups, const Context &context) const override;
    [[nodiscard]] std::vector<QUuid> lists(const GroupChange &change, const AddressGroups &groups) const override;
};

} // namespace gatehouse::cli
