// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ServiceArguments.h"
#include "base/Output.h"
#include "base/Result.h"

#include <QTextStream>

namespace gatehouse {

/// Results go to `out`, which the caller finishes; `in` is read for the token alone.
struct ServiceStreams
{
    QTextStream &in;
    Output &out;
};

/// Runs the service: prints {"url", "token"} on a line when it is ready, or {"url", "tokenFile"} with the token in that
/// file, and returns after SIGTERM or SIGINT, or when that line could not be written. Both signals must be blocked in
/// every thread (see blockEndSignals()).
[[nodiscard]] Result<void> serve(ServeCommand command, ServiceStreams streams);

/// Blocks SIGTERM and SIGINT in this thread and in those that it will start, so that serve() can wait for them.
void blockEndSignals();

[[nodiscard]] Result<void> listScopes(const ServiceArguments &arguments, const ScopesCommand &command,
                                      ServiceStreams streams);
[[nodiscard]] Result<void> addScope(const ServiceArguments &arguments, const AddScopeCommand &command,
                                    ServiceStreams streams);
/// Removes every entry of a list and prints what they were. A running service follows at once.
[[nodiscard]] Result<void> resetList(const ServiceArguments &arguments, const ResetListCommand &command,
                                     ServiceStreams streams);
/// The newest changes of every list, newest first, and how far each is deployed.
[[nodiscard]] Result<void> listDeploys(const ServiceArguments &arguments, ServiceStreams streams);

} // namespace gatehouse
