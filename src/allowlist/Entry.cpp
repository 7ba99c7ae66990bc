// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Entry.h"

#include <utility>

namespace gatehouse {

bool Entry::isExpired(const QDateTime &now) const
{
    return content.expiresAt && *content.expiresAt <= now;
}

bool Entry::isInForce(const QDateTime &now) const
{
    return content.active && !content.isForeign() && !isExpired(now);
}

Entry makeEntry(EntryContent content)
{
    Entry entry;
    entry.key = EntryKey::createUuid();
    entry.content = std::move(content);
    return entry;
}

} // namespace gatehouse
