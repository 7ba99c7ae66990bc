// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

namespace gatehouse::cli {

/// What can be connected to, and what each can hold.
class ServicesCommand final : public Command
{
public:
    explicit ServicesCommand(Arguments &parent);
    [[nodiscard]] Future<void> run(Context &context) override;
};

} // namespace gatehouse::cli
