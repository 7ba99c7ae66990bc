// SPDX-License-Identifier: Apache-2.0
#include "cli/DisconnectCommand.h"

#include "cli/Text.h"
#include "sync/Chain.h"

namespace gatehouse::cli {

DisconnectCommand::DisconnectCommand(CLI::App &parent)
    : Command(parent, "disconnect", "Forget a list and its secret; the service keeps the list")
{
    app().add_option("NAME", m_name, "The connection")->required();
}

Future<void> DisconnectCommand::run(Context &context)
{
    const Result<ConnectionRecord> record = connectionNamed(context, m_name);
    if (!record)
        return readyFailure<void>(record.error());
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(context.book.remove(record->id), [&context, chain, name = record->name] {
        context.err << Text::tr("Disconnected “%1”.").arg(name) << '\n';
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
