// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/WriteCommand.h"

namespace gatehouse::cli {

/// Adds an entry: a range, `any`, or `current` for this computer's own addresses (an entry each).
class AddCommand final : public WriteCommand
{
public:
    explicit AddCommand(CLI::App &parent);

protected:
    [[nodiscard]] Future<void> edit(ListSession &session, Context &context) override;

private:
    std::string m_range;
    std::string m_label;
    std::string m_expires = "never";
    bool m_inactive = false;
};

} // namespace gatehouse::cli
