// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

namespace gatehouse::cli {

/// The states in which a list was seen or put on this computer, the newest first. Asks no service.
class HistoryCommand final : public Command
{
public:
    explicit HistoryCommand(Arguments &parent);
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    std::string m_name;
};

} // namespace gatehouse::cli
