// SPDX-License-Identifier: Apache-2.0
#include "cli/CheckCommand.h"

#include "allowlist/Text.h"
#include "cli/EntryOutput.h"
#include "cli/ErrorOutput.h"
#include "cli/SeveralLists.h"
#include "cli/Text.h"
#include "sync/AccessVerdict.h"
#include "sync/Chain.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::cli {

namespace {

std::vector<ListedEntry> lettingIn(const AccessVerdict &verdict, const ListSession &session)
{
    std::vector<ListedEntry> entries;
    entries.reserve(verdict.by.size());
    for (const EntryKey &key : verdict.by)
        entries.push_back({*session.draft().entry(key), session.stateOf(key), session.keptOf(key)});
    return entries;
}

/// No range lets it in, and what is no range may.
bool isUnknown(const AccessVerdict &verdict)
{
    return !verdict.letIn && verdict.unknown > 0;
}

QString notLetInText(const AccessVerdict &verdict, const IpAddress &address)
{
    if (!isUnknown(verdict))
        return Text::tr("%1 is not let in.").arg(toQString(address));
    return Text::tr("No range lets %1 in; whether one of the %n entries does that are no ranges is not known.", nullptr,
                    verdict.unknown)
        .arg(toQString(address));
}

QJsonObject toJson(const AccessVerdict &verdict, const IpAddress &address, const ListSession &session,
                   const QDateTime &now)
{
    QJsonArray by;
    for (const ListedEntry &listed : lettingIn(verdict, session))
        by.append(toJson(listed, now));
    return {{QStringLiteral("address"), toQString(address)},
            {QStringLiteral("letIn"), isUnknown(verdict) ? QJsonValue() : QJsonValue(verdict.letIn)},
            {QStringLiteral("unknownEntries"), verdict.unknown},
            {QStringLiteral("entries"), by}};
}

void print(const AccessVerdict &verdict, const IpAddress &address, const ListSession &session, Context &context)
{
    const QDateTime now = context.clock.now();
    if (context.json) {
        context.out.writeJson(QJsonDocument(toJson(verdict, address, session, now)));
    } else if (!verdict.by.empty()) {
        printTable(lettingIn(verdict, session), now, context.out);
    } else if (verdict.letIn) {
        context.err << Text::tr("The list has no entry in force, so everyone is let in.") << '\n';
    } else {
        context.err << notLetInText(verdict, address) << '\n';
    }
}

/// One of several lists, in a line.
void printLine(const ManyLists &lists, std::size_t index, const IpAddress &address, Context &context)
{
    const ListProgress &list = lists.lists()[index];
    const QString &name = list.connection.name;
    if (!list.verdict) {
        printError(*list.error, name, context.err);
        return;
    }
    QStringList by;
    for (const ListedEntry &listed : lettingIn(*list.verdict, lists.session(index)))
        by += toShortQString(listed.entry.content);
    if (!by.isEmpty())
        context.out << Text::tr("%1: %2 is let in by %3").arg(name, toQString(address), by.join(QStringLiteral(", ")));
    else if (list.verdict->letIn)
        context.out << Text::tr("%1: everyone is let in").arg(name);
    else if (isUnknown(*list.verdict))
        context.out << Text::tr("%1: %2").arg(name, notLetInText(*list.verdict, address));
    else
        context.out << Text::tr("%1: %2 is not let in").arg(name, toQString(address));
    context.out << '\n';
}

QJsonObject jsonOf(const ManyLists &lists, std::size_t index, const IpAddress &address, const QDateTime &now)
{
    const ListProgress &list = lists.lists()[index];
    QJsonObject object;
    if (list.verdict)
        object = toJson(*list.verdict, address, lists.session(index), now);
    else
        object = errorObject(*list.error);
    object.insert(QStringLiteral("connection"), list.connection.name);
    return object;
}

void printAll(const ManyLists &lists, const IpAddress &address, Context &context)
{
    QJsonArray all;
    for (std::size_t index = 0; index < lists.lists().size(); ++index) {
        const ListProgress &list = lists.lists()[index];
        if (context.json)
            all.append(jsonOf(lists, index, address, context.clock.now()));
        else
            printLine(lists, index, address, context);
        if (list.error)
            context.status = worseOf(context.status, statusOf(*list.error));
        else if (!list.verdict->letIn)
            context.status = worseOf(context.status, ExitStatus::Failed);
    }
    if (context.json)
        context.out.writeJson(QJsonDocument(all));
}

} // namespace

CheckCommand::CheckCommand(Arguments &parent)
    : Command(parent, "check", "Which entries let an address in; exit status 1 when it is not let in")
{
    arguments().option("NAME", m_name, "The connection").required();
    arguments().option("ADDRESS", m_address, "An IPv4 or IPv6 address").required();
    addAlsoOption(arguments(), m_also);
}

Future<void> CheckCommand::run(Context &context)
{
    const auto records = connectionsNamed(context, m_name, m_also);
    if (!records)
        return readyFailure<void>(records.error());
    const Result<IpAddress> address = addressFrom(m_address);
    if (!address)
        return readyFailure<void>(address.error());
    if (const auto admitted = admitSecrets(context, *records); !admitted)
        return readyFailure<void>(admitted.error());
    return m_also.empty() ? checkOne(records->front(), *address, context) : checkAll(*records, *address, context);
}

Future<void> CheckCommand::checkOne(const ConnectionRecord &connection, const IpAddress &address, Context &context)
{
    auto *session = transientSession(connection, context);
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(session->reload(), [session, address, &context, chain] {
        const QDateTime now = context.clock.now();
        context.book.noteSynchronised(session->connection().id, now);
        const AccessVerdict verdict = verdictOn(address, *session, now);
        print(verdict, address, *session, context);
        context.status = verdict.letIn ? ExitStatus::Done : ExitStatus::Failed;
        chain->finish({});
    });
    return chain->future();
}

Future<void> CheckCommand::checkAll(const std::vector<ConnectionRecord> &connections, const IpAddress &address,
                                    Context &context)
{
    auto *lists =
        new ManyLists(context.book, context.connector, context.store, context.addresses, context.clock, context.owner);
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(lists->check(connections, address), [lists, address, &context, chain] {
        printAll(*lists, address, context);
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
