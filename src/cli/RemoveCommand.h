// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/WriteCommand.h"

namespace gatehouse::cli {

/// Removes every entry that has exactly one of these ranges. One that is not there refuses the whole call.
class RemoveCommand final : public WriteCommand
{
public:
    explicit RemoveCommand(Arguments &parent);

protected:
    [[nodiscard]] Future<void> edit(ListSession &session, Context &context) override;

private:
    std::vector<std::string> m_ranges;
};

} // namespace gatehouse::cli
