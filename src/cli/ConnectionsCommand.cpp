// SPDX-License-Identifier: Apache-2.0
#include "cli/ConnectionsCommand.h"

#include "cli/EntryOutput.h"
#include "cli/Text.h"
#include "cli/TextTable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::cli {

namespace {

QJsonObject toJson(const ConnectionRecord &record)
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
    };
}

void printTable(const std::vector<ConnectionRecord> &records, QTextStream &out)
{
    TextTable table(
        {Text::tr("NAME"), Text::tr("SERVICE"), Text::tr("URL"), Text::tr("SCOPE"), Text::tr("LAST SYNCHRONISED")});
    for (const ConnectionRecord &record : records) {
        QStringList scope;
        for (auto it = record.scope.begin(); it != record.scope.end(); ++it)
            scope.append(it.key() + QLatin1Char('=') + it.value());
        table.addRow({record.name, record.serviceId,
                      record.embedded ? Text::tr("this computer") : record.baseUrl.toString(),
                      scope.join(QLatin1Char(' ')),
                      record.lastSynchronised ? isoTime(*record.lastSynchronised) : Text::tr("never")});
    }
    table.print(out);
}

} // namespace

ConnectionsCommand::ConnectionsCommand(CLI::App &parent)
    : Command(parent, "connections", "The lists that are remembered")
{}

Future<void> ConnectionsCommand::run(Context &context)
{
    if (!context.json) {
        printTable(context.book.records(), context.out);
        return ready<void>({});
    }
    QJsonArray array;
    for (const ConnectionRecord &record : context.book.records())
        array.append(toJson(record));
    context.out << QString::fromUtf8(QJsonDocument(array).toJson());
    return ready<void>({});
}

} // namespace gatehouse::cli
