// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "ip/IpAddress.h"

#include <vector>

namespace gatehouse {

class ListSession;

/// Whether an address is let in, and by what: by nothing where a list that is empty lets everyone in.
struct AccessVerdict
{
    bool letIn = false;
    std::vector<EntryKey> by; ///< in the list's order
    int unknown = 0;          ///< active entries that are no ranges: nobody knows whether they let it in
};

/// Of the list as the session has read it. What is overdue lets in, too, as long as the service has it, and keeps a
/// list from being open.
[[nodiscard]] AccessVerdict verdictOn(const IpAddress &address, const ListSession &session, const QDateTime &now);

} // namespace gatehouse
