// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

namespace gatehouse::cli {

/// The smallest set of ranges equal to those in a file or on standard input, one a line. Blank lines and what follows a
/// `#` are skipped.
class MergeCommand final : public Command
{
public:
    explicit MergeCommand(Arguments &parent);
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    [[nodiscard]] Result<void> merge(Context &context) const;

    std::string m_file;
};

} // namespace gatehouse::cli
