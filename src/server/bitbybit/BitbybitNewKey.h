// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Fault.h"
#include "server/data/ApiKeys.h"

namespace gatehouse::server {

/// A key as it is asked for, before it has an id and a secret.
struct BitbybitNewKey
{
    ApiKey key;
    QList<StoredEntry> entries;
};

/// Reads the body of POST /api-keys strictly: unknown keys, wrong types and values that mean nothing are faults, each
/// with its detail.
[[nodiscard]] Outcome<BitbybitNewKey> parseBitbybitKey(const Request &request, const QDateTime &now);

} // namespace gatehouse::server
