// SPDX-License-Identifier: Apache-2.0
#include "cli/RestoreCommand.h"

namespace gatehouse::cli {

RestoreCommand::RestoreCommand(Arguments &parent)
    : WriteCommand(parent, "restore", "Make a list as an earlier version of it was (see history)")
{
    arguments().withdraw("--also"); // each list counts its own versions
    arguments().option("VERSION", m_version, "The version's number").required();
}

Future<void> RestoreCommand::edit(ListSession &session, Context &context)
{
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(context.store.stateOf(session.connection().id, m_version), [&session, chain](const Allowlist &state) {
        session.restore(state, {});
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
