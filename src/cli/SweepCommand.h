// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "sync/Sweep.h"

#include <vector>

namespace gatehouse::cli {

/// Ends what has expired where the service does not do so itself, on the named connections or on all. For timers, too:
/// it says nothing when there is nothing to do. Exit status 1 when an entry needs the user, or that of the worst error,
/// after every list has been tried.
class SweepCommand final : public Command
{
public:
    explicit SweepCommand(Arguments &parent);
    [[nodiscard]] bool worksOnLists() const override { return true; }
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    struct Round;
    [[nodiscard]] Result<std::vector<ConnectionRecord>> wanted(const Context &context) const;
    static void sweepNext(const std::shared_ptr<Round> &round);

    std::vector<std::string> m_names;
};

} // namespace gatehouse::cli
