// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/EntryInput.h"
#include "cli/WriteCommand.h"

namespace gatehouse::cli {

/// What plan and apply share: make the list equal to a file.
class FileCommand : public WriteCommand
{
protected:
    FileCommand(Arguments &parent, const std::string &name, const std::string &description, Purpose purpose);
    [[nodiscard]] Result<void> prepare(Context &context) final;
    [[nodiscard]] Future<void> edit(ListSession &session, Context &context) final;

private:
    std::string m_file;
    std::vector<FileEntry> m_wanted;
};

/// What would change to make the list equal to a file; sends nothing.
class PlanCommand final : public FileCommand
{
public:
    explicit PlanCommand(Arguments &parent)
        : FileCommand(parent, "plan", "What would change to make the list equal to a file", Purpose::Plan)
    {}
};

/// Makes the list equal to a file.
class ApplyCommand final : public FileCommand
{
public:
    explicit ApplyCommand(Arguments &parent)
        : FileCommand(parent, "apply", "Make the list equal to a file", Purpose::Write)
    {}
};

} // namespace gatehouse::cli
