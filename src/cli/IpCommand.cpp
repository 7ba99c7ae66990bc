// SPDX-License-Identifier: Apache-2.0
#include "cli/IpCommand.h"

#include "allowlist/Text.h"
#include "cli/Text.h"
#include "sync/Chain.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::cli {

namespace {

QJsonValue orNull(const std::optional<IpAddress> &address)
{
    return address ? QJsonValue(toQString(*address)) : QJsonValue(QJsonValue::Null);
}

void print(const CurrentAddresses &found, Context &context)
{
    if (context.json) {
        const QJsonObject object{{QStringLiteral("ipv4"), orNull(found.v4)},
                                 {QStringLiteral("ipv6"), orNull(found.v6)},
                                 {QStringLiteral("source"), found.source}};
        context.out.writeJson(QJsonDocument(object));
        return;
    }
    for (const IpAddress &address : found.all())
        context.out << toQString(address) << '\n';
    if (!found.others.empty())
        context.err << Text::tr("Those who were asked do not agree: the first of a family leads.") << '\n';
}

} // namespace

IpCommand::IpCommand(Arguments &parent)
    : Command(parent, "ip", "The current public addresses of this computer")
{}

Future<void> IpCommand::run(Context &context)
{
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(context.addresses.find(nullptr), [&context, chain](const CurrentAddresses &found) {
        print(found, context);
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
