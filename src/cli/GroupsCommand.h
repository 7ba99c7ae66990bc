// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

namespace gatehouse::cli {

/// The address groups, what is in them and where they are used.
class GroupsCommand final : public Command
{
public:
    explicit GroupsCommand(Arguments &parent);
    [[nodiscard]] Future<void> run(Context &context) override;
};

} // namespace gatehouse::cli
