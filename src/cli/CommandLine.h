// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "cli/ExitStatus.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace gatehouse::cli {

/// The whole command line of gatehouse-cli: parses, runs the chosen command, and tells how it ended.
class CommandLine final
{
public:
    CommandLine();
    ~CommandLine();
    CommandLine(const CommandLine &) = delete;
    CommandLine &operator=(const CommandLine &) = delete;

    /// `arguments` without the program's name. An exit status when there is nothing left to do: --help, --version,
    /// wrong usage (told on `err`).
    [[nodiscard]] std::optional<ExitStatus> parse(const QStringList &arguments, Output &out, Output &err);

    [[nodiscard]] QString home() const;
    [[nodiscard]] bool verbose() const { return m_verbose; }
    /// The chosen command reads or changes a list, so that the service of this computer may be needed.
    [[nodiscard]] bool worksOnLists() const;

    /// Runs what was parsed. The status is there when all has been written to the context's streams.
    [[nodiscard]] QFuture<ExitStatus> run(Context &context);

private:
    template <typename... Commands>
    void addCommands(Arguments &parent);
    [[nodiscard]] Command &chosen() const;

    ArgumentParser m_parser;
    std::vector<std::unique_ptr<Command>> m_commands;
    std::string m_home;
    bool m_json = false;
    bool m_yes = false;
    bool m_verbose = false;
};

/// Writes out what is left and gives the status of the call: OutputLost when the results could not be written.
[[nodiscard]] ExitStatus concluded(ExitStatus status, Output &out, Output &err);

/// Tells an error as `--json` or people want it, and gives its status.
ExitStatus tell(const Error &error, Context &context);

} // namespace gatehouse::cli
