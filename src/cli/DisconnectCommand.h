// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

namespace gatehouse::cli {

/// Forgets a list, with its secret. The list itself stays at the service.
class DisconnectCommand final : public Command
{
public:
    explicit DisconnectCommand(Arguments &parent);
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    std::string m_name;
};

} // namespace gatehouse::cli
