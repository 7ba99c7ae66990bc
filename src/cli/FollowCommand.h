// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "sync/AddressFollower.h"

#include <vector>

namespace gatehouse::cli {

/// Lets the entries that are marked as this computer's own follow its public address, on the named connections or on
/// all; with --mark and --unmark it says which entries those are. For timers, too: it says nothing when there is
/// nothing to do. The exit status is that of the worst list, after every one has been tried.
class FollowCommand final : public Command
{
public:
    explicit FollowCommand(Arguments &parent);
    [[nodiscard]] bool worksOnLists() const override { return true; }
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    struct Round;
    [[nodiscard]] bool marks() const { return !m_marked.empty() || !m_unmarked.empty(); }
    [[nodiscard]] Future<void> mark(Context &context, const std::vector<ConnectionRecord> &connections) const;
    void lookNext(const std::shared_ptr<Round> &round) const;
    void agree(const std::shared_ptr<Round> &round) const;
    static void followNext(const std::shared_ptr<Round> &round);

    std::vector<std::string> m_names;
    std::vector<std::string> m_marked;
    std::vector<std::string> m_unmarked;
    bool m_dryRun = false;
};

} // namespace gatehouse::cli
