// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

namespace gatehouse::cli {

/// Which entries let an address in, as the service holds the list now; exit status 1 when nothing does.
class CheckCommand final : public Command
{
public:
    explicit CheckCommand(CLI::App &parent);
    [[nodiscard]] bool worksOnLists() const override { return true; }
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    std::string m_name;
    std::string m_address;
};

} // namespace gatehouse::cli
