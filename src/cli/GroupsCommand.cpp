// SPDX-License-Identifier: Apache-2.0
#include "cli/GroupsCommand.h"

#include "allowlist/Text.h"
#include "base/TextTable.h"
#include "cli/Text.h"
#include "sync/AddressGroups.h"
#include "sync/Chain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace gatehouse::cli {

namespace {

QString nameOf(const QUuid &connection, const Context &context)
{
    const ConnectionRecord *record = context.book.find(connection);
    return record ? record->name : QString();
}

QJsonObject toJson(const AddressGroup &group, const AddressGroups &groups, const Context &context)
{
    QJsonArray ranges;
    for (const GroupRange &range : group.ranges)
        ranges.append(
            QJsonObject{{QStringLiteral("range"), toQString(range.range)}, {QStringLiteral("label"), range.label}});
    QJsonArray usedIn;
    QJsonArray outOfStep;
    const std::vector<QUuid> behind = groups.outOfStep();
    for (const QUuid &connection : group.usedIn) {
        usedIn.append(nameOf(connection, context));
        if (std::ranges::find(behind, connection) != behind.end())
            outOfStep.append(nameOf(connection, context));
    }
    return {{QStringLiteral("name"), group.name},
            {QStringLiteral("ranges"), ranges},
            {QStringLiteral("usedIn"), usedIn},
            {QStringLiteral("outOfStep"), outOfStep}};
}

void print(const AddressGroups &groups, const Context &context)
{
    if (context.json) {
        QJsonArray all;
        for (const AddressGroup &group : groups.groups())
            all.append(toJson(group, groups, context));
        context.out.writeJson(QJsonDocument(all));
        return;
    }
    TextTable table({Text::tr("NAME"), Text::tr("RANGES"), Text::tr("USED IN")});
    for (const AddressGroup &group : groups.groups()) {
        QStringList ranges;
        for (const GroupRange &range : group.ranges)
            ranges += toShortQString(range.range);
        QStringList names;
        for (const QUuid &connection : group.usedIn)
            names += nameOf(connection, context);
        table.addRow({group.name, ranges.join(QStringLiteral(", ")), names.join(QStringLiteral(", "))});
    }
    table.print(context.out);
    for (const QUuid &connection : groups.outOfStep())
        context.err << Text::tr("%1 is out of step; group apply changes that.").arg(nameOf(connection, context))
                    << '\n';
}

} // namespace

GroupsCommand::GroupsCommand(Arguments &parent)
    : Command(parent, "groups", "The address groups, and where each is used")
{}

Future<void> GroupsCommand::run(Context &context)
{
    auto *groups = new AddressGroups(context.store, context.book, context.clock, context.owner);
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(groups->load(), [groups, &context, chain] {
        print(*groups, context);
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
