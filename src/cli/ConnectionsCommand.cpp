// SPDX-License-Identifier: Apache-2.0
#include "cli/ConnectionsCommand.h"

#include "allowlist/Review.h"
#include "base/TextTable.h"
#include "cli/EntryOutput.h"
#include "cli/Text.h"
#include "sync/Chain.h"
#include "sync/HeldList.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <deque>

namespace gatehouse::cli {

namespace {

/// Whom a list let in when it was last read here; empty when it never was.
using LastSeen = std::optional<OpenTo>;

/// The word of `--json`.
QString wordFor(const OpenTo &open)
{
    if (open.v4 && open.v6)
        return QStringLiteral("everyone");
    if (open.v4)
        return QStringLiteral("ipv4");
    return open.v6 ? QStringLiteral("ipv6") : QStringLiteral("listed");
}

QString textFor(const LastSeen &open)
{
    if (!open)
        return Text::tr("not known");
    if (open->v4 && open->v6)
        return Text::tr("EVERYONE");
    if (open->v4)
        return Text::tr("EVERY IPv4");
    return open->v6 ? Text::tr("EVERY IPv6") : Text::tr("the listed");
}

QJsonObject toJson(const ConnectionRecord &record, const LastSeen &open)
{
    QJsonObject scope;
    for (auto it = record.scope.begin(); it != record.scope.end(); ++it)
        scope.insert(it.key(), it.value());
    const auto &last = record.lastSynchronised;
    return {
        {QStringLiteral("name"), record.name},
        {QStringLiteral("service"), record.serviceId},
        {QStringLiteral("url"), record.baseUrl.toString()},
        {QStringLiteral("scope"), scope},
        {QStringLiteral("embedded"), record.embedded},
        {QStringLiteral("lastSynchronised"), last ? QJsonValue(isoTime(*last)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("openTo"), open ? QJsonValue(wordFor(*open)) : QJsonValue(QJsonValue::Null)},
    };
}

QStringList cellsOf(const ConnectionRecord &record, const LastSeen &open)
{
    QStringList scope;
    for (auto it = record.scope.begin(); it != record.scope.end(); ++it)
        scope.append(it.key() + QLatin1Char('=') + it.value());
    return {record.name,
            record.serviceId,
            record.embedded ? Text::tr("this computer") : record.baseUrl.toString(),
            scope.join(QLatin1Char(' ')),
            textFor(open),
            record.lastSynchronised ? isoTime(*record.lastSynchronised) : Text::tr("never")};
}

OpenTo openTo(const ConnectionRecord &record, const Allowlist &list, const Context &context)
{
    const auto service = context.connector.catalog().find(record.serviceId);
    return gatehouse::openTo(list.entries(), rulesFor(service.get(), record), context.clock.now());
}

} // namespace

/// The connections one after the other, in their order.
struct ConnectionsCommand::Round
{
    Context &context;
    std::shared_ptr<Chain<void>> chain;
    std::deque<ConnectionRecord> left;
    QJsonArray array{};
    TextTable table{{Text::tr("NAME"), Text::tr("SERVICE"), Text::tr("URL"), Text::tr("SCOPE"), Text::tr("LETS IN"),
                     Text::tr("LAST SYNCHRONISED")}};

    void add(const LastSeen &open)
    {
        array.append(toJson(left.front(), open));
        table.addRow(cellsOf(left.front(), open));
        left.pop_front();
    }
};

ConnectionsCommand::ConnectionsCommand(Arguments &parent)
    : Command(parent, "connections", "The lists that are remembered")
{}

Future<void> ConnectionsCommand::run(Context &context)
{
    const std::vector<ConnectionRecord> &records = context.book.records();
    const auto chain = Chain<void>::begin(context.owner);
    lookNext(std::make_shared<Round>(Round{context, chain, {records.begin(), records.end()}}));
    return chain->future();
}

/// The newest state in the history tells whom the list lets in; no service is asked.
void ConnectionsCommand::lookNext(const std::shared_ptr<Round> &round)
{
    Context &context = round->context;
    if (round->left.empty()) {
        if (context.json)
            context.out.writeJson(QJsonDocument(round->array));
        else
            round->table.print(context.out);
        return round->chain->finish({});
    }
    const QUuid id = round->left.front().id;
    round->chain->then(context.store.history(id), [round, id](const std::vector<HistoryVersion> &versions) {
        if (versions.empty()) {
            round->add({});
            return lookNext(round);
        }
        round->chain->either(
            round->context.store.stateOf(id, versions.front().number), [round](const Result<Allowlist> &list) {
                round->add(list ? LastSeen(openTo(round->left.front(), *list, round->context)) : LastSeen());
                lookNext(round);
            });
    });
}

} // namespace gatehouse::cli
