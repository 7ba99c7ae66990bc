// SPDX-License-Identifier: Apache-2.0
#include "cli/FollowCommand.h"

#include "allowlist/Text.h"
#include "cli/ChangeOutput.h"
#include "cli/ListRound.h"
#include "cli/Text.h"
#include "sync/Chain.h"

#include <QJsonArray>
#include <QJsonObject>

#include <deque>

namespace gatehouse::cli {

namespace {

Result<std::vector<IpRange>> ownRangesFrom(const std::vector<std::string> &texts)
{
    std::vector<IpRange> ranges;
    for (const std::string &text : texts) {
        const auto range = rangeFrom(text);
        if (!range)
            return failure(range.error());
        if (!canFollow(*range)) {
            return failure(ErrorKind::InvalidInput,
                           Text::tr("%1 stands for more than one computer: only an address, or the /64 network of an "
                                    "IPv6 address, can follow yours.")
                               .arg(toShortQString(*range)));
        }
        ranges.push_back(*range);
    }
    return ranges;
}

} // namespace

/// The lists one after the other, so that what is printed is in order: all are looked at, then all are changed.
struct FollowCommand::Round : ListRound
{
    AddressFollower *follower;
    std::deque<ConnectionRecord> toLook;
    std::deque<ConnectionRecord> toFollow;

    void tell(const ConnectionRecord &connection, const ListMoves &list, const QString &outcome)
    {
        for (const AddressMove &move : list.moves) {
            const QString from = toShortQString(move.from);
            const QString to = toShortQString(move.wanted.range);
            report.append(QJsonObject{{QStringLiteral("connection"), connection.name},
                                      {QStringLiteral("from"), toQString(move.from)},
                                      {QStringLiteral("to"), toQString(move.wanted.range)},
                                      {QStringLiteral("label"), move.wanted.label},
                                      {QStringLiteral("outcome"), outcome}});
            if (!context.json)
                context.out << Text::tr("%1: %2 → %3  %4").arg(connection.name, from, to, move.wanted.label).trimmed()
                            << '\n';
        }
    }
};

FollowCommand::FollowCommand(Arguments &parent)
    : Command(parent, "follow",
              "Let the entries that are marked as yours follow the address of this computer: the new one is added, and "
              "once that is live the old one is removed")
{
    arguments().option("NAME", m_names, "The connections; all if none is named");
    arguments()
        .option("--mark", m_marked, "Mark this entry of the named connections as yours, and do no more")
        .typeName("RANGE");
    arguments().option("--unmark", m_unmarked, "Take the mark away, and do no more").typeName("RANGE");
    arguments().flag("--dry-run", m_dryRun, "Print what would be done, send nothing");
}

Future<void> FollowCommand::run(Context &context)
{
    std::vector<ConnectionRecord> connections;
    for (const std::string &name : m_names) {
        const auto record = connectionNamed(context, name);
        if (!record)
            return readyFailure<void>(record.error());
        connections.push_back(*record);
    }
    if (marks())
        return mark(context, connections);
    if (m_names.empty())
        connections = context.book.records();
    if (const auto admitted = admitSecrets(context, connections); !admitted)
        return readyFailure<void>(admitted.error());
    const auto chain = Chain<void>::begin(context.owner);
    auto *follower = new AddressFollower(context.book, context.connector, context.store, context.addresses,
                                         context.clock, context.owner);
    const auto round =
        std::make_shared<Round>(Round{{context, chain}, follower, {connections.begin(), connections.end()}, {}});
    lookNext(round);
    return chain->future();
}

Future<void> FollowCommand::mark(Context &context, const std::vector<ConnectionRecord> &connections) const
{
    if (connections.empty())
        return readyFailure<void>(usageError(Text::tr("Name the connections whose entries are meant.")));
    const auto added = ownRangesFrom(m_marked);
    const auto removed = ownRangesFrom(m_unmarked);
    if (!added || !removed)
        return readyFailure<void>(added ? removed.error() : added.error());
    const auto chain = Chain<void>::begin(context.owner);
    for (std::size_t i = 0; i + 1 < connections.size(); ++i)
        (void)context.store.changeOwnRanges(connections[i].id, *removed, *added); // in order: the last one ends it
    chain->then(context.store.changeOwnRanges(connections.back().id, *removed, *added), [chain] { chain->finish({}); });
    return chain->future();
}

void FollowCommand::lookNext(const std::shared_ptr<Round> &round) const
{
    if (round->toLook.empty())
        return agree(round);
    const ConnectionRecord connection = round->toLook.front();
    round->toLook.pop_front();
    round->chain->either(round->follower->look(connection.id),
                         [this, round, connection](const Result<ListMoves> &list) {
                             if (!list)
                                 round->tellError(connection, list.error());
                             else if (!list->moves.empty())
                                 round->toFollow.push_back(connection);
                             if (list)
                                 round->tell(connection, *list, QStringLiteral("planned"));
                             lookNext(round);
                         });
}

void FollowCommand::agree(const std::shared_ptr<Round> &round) const
{
    if (m_dryRun || round->toFollow.empty())
        return m_dryRun ? round->finish() : Round::end(round, QStringLiteral("follow"));
    if (!agreesToGoOn(round->context))
        return round->chain->finish(failure(ErrorKind::Cancelled, Text::tr("Nothing was sent.")));
    round->report = {};
    followNext(round);
}

void FollowCommand::followNext(const std::shared_ptr<Round> &round)
{
    if (round->toFollow.empty())
        return Round::end(round, QStringLiteral("follow"));
    const ConnectionRecord connection = round->toFollow.front();
    round->toFollow.pop_front();
    round->chain->either(round->follower->follow(connection.id), [round, connection](const Result<ListMoves> &list) {
        Context &context = round->context;
        if (!list) {
            round->tellError(connection, list.error());
        } else if (context.json) {
            round->tell(connection, *list, QStringLiteral("followed"));
        } else {
            context.out << Text::tr("%1: done").arg(connection.name) << '\n';
        }
        followNext(round);
    });
}

} // namespace gatehouse::cli
