// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"

#include "cli/AddCommand.h"
#include "cli/CheckCommand.h"
#include "cli/ConnectCommand.h"
#include "cli/ConnectionsCommand.h"
#include "cli/DisconnectCommand.h"
#include "cli/EditCommand.h"
#include "cli/EntryOutput.h"
#include "cli/ErrorOutput.h"
#include "cli/FileCommands.h"
#include "cli/FollowCommand.h"
#include "cli/GroupCommands.h"
#include "cli/GroupsCommand.h"
#include "cli/HistoryCommand.h"
#include "cli/IpCommand.h"
#include "cli/ListCommand.h"
#include "cli/LogsCommand.h"
#include "cli/MergeCommand.h"
#include "cli/RemoveCommand.h"
#include "cli/RestoreCommand.h"
#include "cli/ServicesCommand.h"
#include "cli/SweepCommand.h"
#include "cli/Text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPromise>

#include <algorithm>

namespace gatehouse::cli {

CommandLine::CommandLine()
    : m_parser("See and change IP allowlists", "gatehouse-cli")
{
    m_parser.setVersion("gatehouse-cli " + QCoreApplication::applicationVersion().toStdString());
    Arguments common = m_parser.arguments();
    common.option("--home", m_home, "Keep everything under this folder (or GATEHOUSE_HOME)");
    common.flag("--json", m_json, "One JSON document on standard output");
    common.flag("--yes", m_yes, "Answer the ordinary question with yes; never a lock-out");
    common.flag("--verbose", m_verbose, "Log to standard error, with secrets masked");
    addCommands<ServicesCommand, ConnectCommand, ConnectionsCommand, DisconnectCommand, ListCommand, AddCommand,
                EditCommand, RemoveCommand, PlanCommand, ApplyCommand, CheckCommand, SweepCommand, HistoryCommand,
                RestoreCommand, FollowCommand, LogsCommand, GroupsCommand>(common);
    Arguments group = common.subcommand("group", "Named ranges that are used in many lists and changed once");
    group.requireSubcommand();
    addCommands<SetGroupCommand, UseGroupCommand, LeaveGroupCommand, RemoveGroupCommand, ApplyGroupCommand>(group);
    addCommands<IpCommand, MergeCommand>(common);
}

CommandLine::~CommandLine() = default;

template <typename... Commands>
void CommandLine::addCommands(Arguments &parent)
{
    (m_commands.push_back(std::make_unique<Commands>(parent)), ...);
}

std::optional<ExitStatus> CommandLine::parse(const QStringList &arguments, Output &out, Output &err)
{
    const auto ending = m_parser.parse(arguments);
    if (!ending)
        return std::nullopt;
    out.writeLines(ending->out);
    err.writeLines(ending->err);
    return concluded(ending->isWrong ? ExitStatus::WrongUsage : ExitStatus::Done, out, err);
}

QString CommandLine::home() const
{
    return QString::fromStdString(m_home);
}

Command &CommandLine::chosen() const
{
    return **std::ranges::find_if(m_commands, [](const auto &command) { return command->wasChosen(); });
}

bool CommandLine::worksOnLists() const
{
    return chosen().worksOnLists();
}

QFuture<ExitStatus> CommandLine::run(Context &context)
{
    context.json = m_json;
    context.yes = m_yes;
    const auto promise = std::make_shared<QPromise<ExitStatus>>();
    promise->start();
    whenDone(chosen().run(context), context.owner, [promise, &context](const Result<void> &result) {
        const ExitStatus status = result ? context.status : tell(result.error(), context);
        promise->addResult(concluded(status, context.out, context.err));
        promise->finish();
    });
    return promise->future();
}

ExitStatus concluded(ExitStatus status, Output &out, Output &err)
{
    return finish(out, err) ? status : ExitStatus::OutputLost;
}

ExitStatus tell(const Error &error, Context &context)
{
    if (context.json) {
        context.out.writeJson(QJsonDocument(errorObject(error)));
    } else {
        printError(error, {}, context.err);
    }
    return statusOf(error);
}

} // namespace gatehouse::cli
