// SPDX-License-Identifier: Apache-2.0
#include "cli/ListRound.h"

#include "cli/ErrorOutput.h"
#include "sync/Chain.h"

#include <QJsonDocument>

namespace gatehouse::cli {

void ListRound::tellError(const ConnectionRecord &connection, const Error &error)
{
    printError(error, connection.name, context.err);
    context.status = worseOf(context.status, statusOf(error));
}

void ListRound::finish()
{
    if (context.json)
        context.out.writeJson(QJsonDocument(report));
    chain->finish({});
}

void ListRound::end(const std::shared_ptr<ListRound> &round, const QString &command)
{
    round->chain->either(round->context.store.noteRun(command, round->context.clock.now()),
                         [round](const Result<void> &) { round->finish(); });
}

} // namespace gatehouse::cli
