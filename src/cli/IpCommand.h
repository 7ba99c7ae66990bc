// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

namespace gatehouse::cli {

/// The current public addresses of this computer.
class IpCommand final : public Command
{
public:
    explicit IpCommand(Arguments &parent);
    [[nodiscard]] Future<void> run(Context &context) override;
};

} // namespace gatehouse::cli
