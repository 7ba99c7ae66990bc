// SPDX-License-Identifier: Apache-2.0
#include "cli/HistoryCommand.h"

#include "base/TextTable.h"
#include "cli/EntryOutput.h"
#include "cli/Text.h"
#include "sync/Chain.h"
#include "sync/HistoryText.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::cli {

namespace {

void printHistory(const std::vector<HistoryVersion> &versions, Output &out)
{
    TextTable table({Text::tr("VERSION"), Text::tr("TIME"), Text::tr("CAUSE"), Text::tr("BY"), Text::tr("ENTRIES"),
                     Text::tr("CHANGES")});
    for (const HistoryVersion &version : versions) {
        table.addRow({QString::number(version.number), isoTime(version.at), describe(version.cause), version.actor,
                      QString::number(version.entries), describeCounts(version)});
    }
    table.print(out);
}

QJsonObject historyJson(const HistoryVersion &version)
{
    return {{QStringLiteral("version"), version.number},         {QStringLiteral("time"), isoTime(version.at)},
            {QStringLiteral("cause"), causeName(version.cause)}, {QStringLiteral("actor"), version.actor},
            {QStringLiteral("entries"), version.entries},        {QStringLiteral("added"), version.added},
            {QStringLiteral("removed"), version.removed},        {QStringLiteral("changed"), version.changed}};
}

} // namespace

HistoryCommand::HistoryCommand(Arguments &parent)
    : Command(parent, "history", "Every state of a list that was seen or made here, the newest first")
{
    arguments().option("NAME", m_name, "The connection").required();
}

Future<void> HistoryCommand::run(Context &context)
{
    const Result<ConnectionRecord> record = connectionNamed(context, m_name);
    if (!record)
        return readyFailure<void>(record.error());
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(context.store.history(record->id), [&context, chain](const std::vector<HistoryVersion> &versions) {
        if (context.json) {
            QJsonArray array;
            for (const HistoryVersion &version : versions)
                array.append(historyJson(version));
            context.out.writeJson(QJsonDocument(array));
        } else {
            printHistory(versions, context.out);
        }
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
