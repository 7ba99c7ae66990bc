// SPDX-License-Identifier: Apache-2.0
#include "cli/CheckCommand.h"

#include "allowlist/Text.h"
#include "cli/EntryOutput.h"
#include "cli/Text.h"
#include "sync/Chain.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::cli {

namespace {

/// Whether an address is let in, and by what: by nothing where a list that is empty lets everyone in.
struct Verdict
{
    bool letIn = false;
    std::vector<ListedEntry> by;
};

/// Also what is overdue lets in, as long as the service has it, and keeps a list from being open.
Verdict verdictOn(const IpAddress &address, const ListSession &session, const QDateTime &now)
{
    Verdict verdict;
    bool isEmpty = true;
    for (const ListedEntry &listed : listedEntries(session)) {
        if (!listed.entry.isInForce(now) && listed.state != RowState::Overdue)
            continue;
        isEmpty = false;
        if (listed.entry.content.range.contains(address))
            verdict.by.push_back(listed);
    }
    const bool isOpen = isEmpty && session.rules().emptyList == EmptyListMeaning::OpenToEveryone;
    verdict.letIn = isOpen || !verdict.by.empty();
    return verdict;
}

void print(const Verdict &verdict, const IpAddress &address, Context &context)
{
    const QDateTime now = context.clock.now();
    if (context.json) {
        QJsonArray by;
        for (const ListedEntry &listed : verdict.by)
            by.append(toJson(listed, now));
        const QJsonObject object{{QStringLiteral("address"), toQString(address)},
                                 {QStringLiteral("letIn"), verdict.letIn},
                                 {QStringLiteral("entries"), by}};
        context.out << QString::fromUtf8(QJsonDocument(object).toJson());
    } else if (!verdict.by.empty()) {
        printTable(verdict.by, now, context.out);
    } else if (verdict.letIn) {
        context.err << Text::tr("The list has no entry in force, so everyone is let in.") << '\n';
    } else {
        context.err << Text::tr("%1 is not let in.").arg(toQString(address)) << '\n';
    }
}

} // namespace

CheckCommand::CheckCommand(CLI::App &parent)
    : Command(parent, "check", "Which entries let an address in; exit status 1 when it is not let in")
{
    app().add_option("NAME", m_name, "The connection")->required();
    app().add_option("ADDRESS", m_address, "An IPv4 or IPv6 address")->required();
}

Future<void> CheckCommand::run(Context &context)
{
    const Result<ConnectionRecord> record = connectionNamed(context, m_name);
    if (!record)
        return readyFailure<void>(record.error());
    const Result<IpAddress> address = addressFrom(m_address);
    if (!address)
        return readyFailure<void>(address.error());
    auto *session = transientSession(*record, context);
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(session->reload(), [session, address = *address, &context, chain] {
        const QDateTime now = context.clock.now();
        context.book.noteSynchronised(session->connection().id, now);
        const Verdict verdict = verdictOn(address, *session, now);
        print(verdict, address, context);
        context.status = verdict.letIn ? ExitStatus::Done : ExitStatus::Failed;
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
