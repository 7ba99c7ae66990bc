// SPDX-License-Identifier: Apache-2.0
#include "sync/ExpiryNotices.h"

#include <algorithm>

namespace gatehouse {

std::vector<Entry> endingSoon(const std::vector<Entry> &list, const std::vector<std::chrono::seconds> &leads,
                              const QDateTime &since, const QDateTime &now)
{
    std::vector<Entry> ending;
    std::ranges::copy_if(list, std::back_inserter(ending), [&](const Entry &entry) {
        if (!entry.content.expiresAt || !entry.isInForce(now))
            return false;
        return std::ranges::any_of(leads, [&](std::chrono::seconds lead) {
            const QDateTime moment = entry.content.expiresAt->addSecs(-lead.count());
            return moment > since && moment <= now;
        });
    });
    return ending;
}

} // namespace gatehouse
