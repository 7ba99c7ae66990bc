// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

namespace gatehouse::cli {

/// The lists that are remembered.
class ConnectionsCommand final : public Command
{
public:
    explicit ConnectionsCommand(CLI::App &parent);
    [[nodiscard]] Future<void> run(Context &context) override;
};

} // namespace gatehouse::cli
