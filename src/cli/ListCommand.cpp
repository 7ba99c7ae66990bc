// SPDX-License-Identifier: Apache-2.0
#include "cli/ListCommand.h"

#include "allowlist/Review.h"
#include "cli/Text.h"
#include "sync/Chain.h"

namespace gatehouse::cli {

ListCommand::ListCommand(Arguments &parent)
    : Command(parent, "list", "The entries of a list, as the service holds them now")
{
    arguments().option("NAME", m_name, "The connection").required();
    Arguments which = arguments().atMostOneOf("which", "Which entries");
    which.flag("--active", m_active, "Only those in force");
    which.flag("--inactive", m_inactive, "Only those that are switched off");
    which.flag("--expired", m_expired, "Only those whose time is over");
    arguments().flag("--csv", m_csv, "As CSV: range,label,active,expires");
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
    if (const auto admitted = admitSecrets(context, {*record}); !admitted)
        return readyFailure<void>(admitted.error());
    auto *session = transientSession(*record, context);
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(session->reload(), [this, session, &context, chain] {
        context.book.noteSynchronised(session->connection().id, context.clock.now());
        print(listedEntries(*session), context);
        const OpenTo open = openTo(session->draft().snapshot().entries(), session->rules(), context.clock.now());
        if (open.anybody())
            context.err << Text::tr("%1: %2").arg(session->connection().name, describe(open)) << '\n';
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
