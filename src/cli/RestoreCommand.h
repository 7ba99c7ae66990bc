// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/WriteCommand.h"

namespace gatehouse::cli {

/// Makes the list as an earlier version of its history has it.
class RestoreCommand final : public WriteCommand
{
public:
    explicit RestoreCommand(Arguments &parent);

protected:
    [[nodiscard]] Future<void> edit(ListSession &session, Context &context) override;

private:
    int m_version = 0;
};

} // namespace gatehouse::cli
