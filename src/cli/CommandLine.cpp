// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"

#include "cli/AddCommand.h"
#include "cli/CheckCommand.h"
#include "cli/ConnectCommand.h"
#include "cli/ConnectionsCommand.h"
#include "cli/DisconnectCommand.h"
#include "cli/EditCommand.h"
#include "cli/EntryOutput.h"
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

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPromise>

#include <algorithm>
#include <sstream>

namespace gatehouse::cli {

CommandLine::CommandLine()
    : m_app("See and change IP allowlists", "gatehouse-cli")
{
    m_app.add_option("--home", m_home, "Keep everything under this folder (or GATEHOUSE_HOME)");
    m_app.add_flag("--json", m_json, "One JSON document on standard output");
    m_app.add_flag("--yes", m_yes, "Answer the ordinary question with yes; never a lock-out");
    m_app.add_flag("--verbose", m_verbose, "Log to standard error, with secrets masked");
    m_app.set_version_flag("--version", "gatehouse-cli " + QCoreApplication::applicationVersion().toStdString());
    m_app.require_subcommand(1);
    m_app.fallthrough();
    m_commands.push_back(std::make_unique<ServicesCommand>(m_app));
    m_commands.push_back(std::make_unique<ConnectCommand>(m_app));
    m_commands.push_back(std::make_unique<ConnectionsCommand>(m_app));
    m_commands.push_back(std::make_unique<DisconnectCommand>(m_app));
    m_commands.push_back(std::make_unique<ListCommand>(m_app));
    m_commands.push_back(std::make_unique<AddCommand>(m_app));
    m_commands.push_back(std::make_unique<EditCommand>(m_app));
    m_commands.push_back(std::make_unique<RemoveCommand>(m_app));
    m_commands.push_back(std::make_unique<PlanCommand>(m_app));
    m_commands.push_back(std::make_unique<ApplyCommand>(m_app));
    m_commands.push_back(std::make_unique<CheckCommand>(m_app));
    m_commands.push_back(std::make_unique<SweepCommand>(m_app));
    m_commands.push_back(std::make_unique<HistoryCommand>(m_app));
    m_commands.push_back(std::make_unique<RestoreCommand>(m_app));
    m_commands.push_back(std::make_unique<FollowCommand>(m_app));
    m_commands.push_back(std::make_unique<LogsCommand>(m_app));
    m_commands.push_back(std::make_unique<GroupsCommand>(m_app));
    CLI::App &group = *m_app.add_subcommand("group", "Named ranges that are used in many lists and changed once");
    group.require_subcommand(1);
    m_commands.push_back(std::make_unique<SetGroupCommand>(group));
    m_commands.push_back(std::make_unique<UseGroupCommand>(group));
    m_commands.push_back(std::make_unique<LeaveGroupCommand>(group));
    m_commands.push_back(std::make_unique<RemoveGroupCommand>(group));
    m_commands.push_back(std::make_unique<ApplyGroupCommand>(group));
    m_commands.push_back(std::make_unique<IpCommand>(m_app));
    m_commands.push_back(std::make_unique<MergeCommand>(m_app));
}

CommandLine::~CommandLine() = default;

std::optional<ExitStatus> CommandLine::parse(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    std::vector<std::string> reversed; // as CLI11 wants it
    for (auto it = arguments.crbegin(); it != arguments.crend(); ++it)
        reversed.push_back(it->toStdString());
    try {
        m_app.parse(reversed);
        return std::nullopt;
    } catch (const CLI::ParseError &error) {
        std::ostringstream toOut;
        std::ostringstream toErr;
        const int status = m_app.exit(error, toOut, toErr);
        out << QString::fromStdString(toOut.str()) << Qt::flush;
        err << QString::fromStdString(toErr.str()) << Qt::flush;
        return status == 0 ? ExitStatus::Done : ExitStatus::WrongUsage;
    }
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
        promise->addResult(result ? context.status : tell(result.error(), context));
        context.out.flush();
        context.err.flush();
        promise->finish();
    });
    return promise->future();
}

ExitStatus tell(const Error &error, Context &context)
{
    if (context.json) {
        context.out << QString::fromUtf8(QJsonDocument(errorObject(error)).toJson());
    } else {
        if (error.httpStatus > 0 || error.message.isEmpty())
            context.err << explain(error) << '\n';
        if (!error.message.isEmpty())
            context.err << error.message << '\n';
        for (const FieldError &field : error.fields)
            context.err << field.field << ": " << field.message << '\n';
    }
    return statusOf(error);
}

} // namespace gatehouse::cli
