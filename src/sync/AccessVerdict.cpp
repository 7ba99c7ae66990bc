// SPDX-License-Identifier: Apache-2.0
#include "sync/AccessVerdict.h"

#include "sync/ListSession.h"

namespace gatehouse {

AccessVerdict verdictOn(const IpAddress &address, const ListSession &session, const QDateTime &now)
{
    AccessVerdict verdict;
    bool isEmpty = true;
    for (const Entry &entry : session.draft().snapshot().entries()) {
        if (entry.content.isForeign()) {
            isEmpty = false;
            verdict.unknown += int(entry.content.active);
            continue;
        }
        if (!entry.isInForce(now) && session.stateOf(entry.key) != RowState::Overdue)
            continue;
        isEmpty = false;
        if (entry.content.range.contains(address))
            verdict.by.push_back(entry.key);
    }
    const bool isOpen = isEmpty && session.rules().emptyList == EmptyListMeaning::OpenToEveryone;
    verdict.letIn = isOpen || !verdict.by.empty();
    return verdict;
}

} // namespace gatehouse
