// SPDX-License-Identifier: Apache-2.0
#include "cli/SweepCommand.h"

#include "allowlist/Text.h"
#include "cli/EntryOutput.h"
#include "cli/ListRound.h"
#include "cli/Text.h"
#include "sync/Chain.h"
#include "sync/HeldList.h"

#include <QJsonArray>

#include <deque>

namespace gatehouse::cli {

namespace {

bool needsSweeping(const ConnectionRecord &connection, const Context &context)
{
    const auto definition = context.connector.catalog().find(connection.serviceId);
    return definition && keptFields(definition->capabilities).expiry;
}

QJsonObject toJson(const QString &connection, const Entry &entry, const QString &outcome, const QDateTime &now)
{
    QJsonObject object = toJson(ListedEntry{entry, {}, {}}, now);
    object.insert(QStringLiteral("connection"), connection);
    object.insert(QStringLiteral("outcome"), outcome);
    return object;
}

} // namespace

/// The lists one after the other, so that what is printed is in order.
struct SweepCommand::Round : ListRound
{
    std::deque<ConnectionRecord> left;

    void tell(const ConnectionRecord &connection, const Sweep &sweep)
    {
        const QDateTime now = context.clock.now();
        for (const Entry &entry : sweep.ended) {
            report.append(toJson(connection.name, entry, QStringLiteral("ended"), now));
            if (!context.json)
                context.out << Text::tr("%1: ended %2  %3")
                                   .arg(connection.name, toShortQString(entry.content.range), entry.content.label)
                                   .trimmed()
                            << '\n';
        }
        for (const Entry &entry : sweep.needsUser) {
            context.status = worseOf(context.status, ExitStatus::Failed);
            report.append(toJson(connection.name, entry, QStringLiteral("needs-user"), now));
            context.err << Text::tr(
                               "%1: %2 has expired and stays, since without it the list would let everyone in. Add "
                               "another entry, or remove it yourself.")
                               .arg(connection.name, toShortQString(entry.content.range))
                        << '\n';
        }
    }
};

SweepCommand::SweepCommand(Arguments &parent)
    : Command(parent, "sweep", "End what has expired where the service does not do so itself")
{
    arguments().option("NAME", m_names, "The connections; all if none is named");
}

Result<std::vector<ConnectionRecord>> SweepCommand::wanted(const Context &context) const
{
    std::vector<ConnectionRecord> named;
    for (const std::string &name : m_names) {
        auto record = connectionNamed(context, name);
        if (!record)
            return failure(record.error());
        named.push_back(*record);
    }
    return m_names.empty() ? context.book.records() : named;
}

Future<void> SweepCommand::run(Context &context)
{
    auto connections = wanted(context);
    if (!connections)
        return readyFailure<void>(connections.error());
    std::erase_if(*connections, [&](const ConnectionRecord &each) { return !needsSweeping(each, context); });
    if (const auto admitted = admitSecrets(context, *connections); !admitted)
        return readyFailure<void>(admitted.error());
    const auto chain = Chain<void>::begin(context.owner);
    const auto round = std::make_shared<Round>(Round{{context, chain}, {connections->begin(), connections->end()}});
    sweepNext(round);
    return chain->future();
}

void SweepCommand::sweepNext(const std::shared_ptr<Round> &round)
{
    if (round->left.empty())
        return Round::end(round, QStringLiteral("sweep"));
    const ConnectionRecord connection = round->left.front();
    round->left.pop_front();
    Context &context = round->context;
    round->chain->either(
        sweepList(connection, context.connector, context.store, context.addresses, context.clock, context.owner),
        [round, connection](const Result<Sweep> &sweep) {
            if (sweep)
                round->tell(connection, *sweep);
            else
                round->tellError(connection, sweep.error());
            sweepNext(round);
        });
}

} // namespace gatehouse::cli
