// SPDX-License-Identifier: Apache-2.0
#include "cli/ListCommand.h"

#include "sync/Chain.h"

namespace gatehouse::cli {

ListCommand::ListCommand(CLI::App &parent)
    : Command(parent, "list", "The entries of a list, as the service holds them now")
{
    app().add_option("NAME", m_name, "The connection")->required();
    auto *which = app().add_option_group("which", "Which entries");
    which->add_flag("--active", m_active, "Only those in force");
    which->add_flag("--inactive", m_inactive, "Only those that are switched off");
    which->add_flag("--expired", m_expired, "Only those whose time is over");
    which->require_option(0, 1);
    app().add_flag("--csv", m_csv, "As CSV: range,label,active,expires");
}

bool ListCommand::isWanted(const Entry &entry, const QDateTime &now) const
{
    if (m_active)
        return entry.isInForce(now);
    if (m_inactive)
        return !entry.content.active;
    return !m_expired || entry.isExpired(now);
}

Future<void> ListCommand::run(Context &context)
{
    const Result<ConnectionRecord> record = connectionNamed(context, m_name);
    if (!record)
        return readyFailure<void>(record.error());
    auto *session = transientSession(*record, context);
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(session->reload(), [this, session, &context, chain] {
        context.book.noteSynchronised(session->connection().id, context.clock.now());
        print(listedEntries(*session), context);
        chain->finish({});
    });
    return chain->future();
}

void ListCommand::print(std::vector<ListedEntry> entries, Context &context) const
{
    const QDateTime now = context.clock.now();
    std::erase_if(entries, [&](const ListedEntry &listed) { return !isWanted(listed.entry, now); });
    if (m_csv)
        printCsv(entries, context.out);
    else if (context.json)
        printJson(entries, now, context.out);
    else
        printTable(entries, now, context.out);
}

} // namespace gatehouse::cli
