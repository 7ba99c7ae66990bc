// SPDX-License-Identifier: Apache-2.0
#include "cli/DisconnectCommand.h"

#include "cli/ChangeOutput.h"
#include "cli/Text.h"
#include "sync/Chain.h"

namespace gatehouse::cli {

DisconnectCommand::DisconnectCommand(Arguments &parent)
    : Command(parent, "disconnect", "Forget a list and its secret; the service keeps the list")
{
    arguments().option("NAME", m_name, "The connection").required();
}

Future<void> DisconnectCommand::run(Context &context)
{
    const Result<ConnectionRecord> record = connectionNamed(context, m_name);
    if (!record)
        return readyFailure<void>(record.error());
    if (!agrees(Text::tr("Forget “%1” and its secret?").arg(record->name), context))
        return readyFailure<void>(makeError(ErrorKind::Cancelled, Text::tr("Nothing was forgotten.")));
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(context.book.remove(record->id), [&context, chain, name = record->name] {
        context.err << Text::tr("Disconnected “%1”.").arg(name) << '\n';
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
