// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "sync/ConnectionBook.h"
#include "sync/ServiceConnector.h"

namespace gatehouse {

/// Moves a connection from a former base URL to the one that took its place (ServiceDefinition::currentUrlFor): reads
/// the list from both, and saves the connection with the new URL only when both give the same entries, with the same
/// ids. Gives the record as stored.
///
/// NotAsPlanned says what differs and names the first entries; InvalidInput when the connection has no newer URL. In
/// every case of error the connection is as it was. `connector` and `book` must outlive the future.
[[nodiscard]] Future<ConnectionRecord> moveToCurrentUrl(const ConnectionRecord &connection, ServiceConnector &connector,
                                                        ConnectionBook &book);

} // namespace gatehouse
