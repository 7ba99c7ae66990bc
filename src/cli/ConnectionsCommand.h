// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

#include <memory>

namespace gatehouse::cli {

/// The lists that are remembered, and whom each let in when it was last read.
class ConnectionsCommand final : public Command
{
public:
    explicit ConnectionsCommand(Arguments &parent);
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    struct Round;
    static void lookNext(const std::shared_ptr<Round> &round);
};

} // namespace gatehouse::cli
