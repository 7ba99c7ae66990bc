// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace gatehouse {

/// What it depends on when a list is looked at again without anybody's asking.
struct PollSituation
{
    bool wanted = true;       ///< by the settings
    bool busy = false;        ///< being read, sent or asked about
    bool inFront = false;     ///< somebody is looking at it
    bool sparing = false;     ///< this computer runs on its battery, or its network is paid for by what it carries
    bool waitsToSend = false; ///< the user wants it sent as soon as the service can be reached
    bool needsUser = false;   ///< the last reading failed in a way that the next would, too
    QDateTime lastRead;       ///< invalid: not in this run
    QDateTime lastChange;     ///< when the list was last seen to change; invalid: not in this run
    int failures = 0;         ///< to read it, in a row
    QDateTime failedAt;       ///< the last of them
    std::chrono::seconds retryAfter{0}; ///< as the service asked then
};

/// Whether the same may go well later, without anybody's doing anything about it.
[[nodiscard]] bool mayPassByItself(ErrorKind kind);

/// When to look next; empty: not before the situation is another one. The past means now.
///
/// In front a list that changed lately is looked at every minute, and the rarer the longer nothing changed: after a
/// tenth of that time, at most every quarter of an hour. Behind other windows every five minutes at most. What cannot
/// be reached is tried later and later, never before the service says. While something waits to be sent, which the user
/// has asked for, it is tried every few seconds at first, and neither battery nor settings hold it up.
[[nodiscard]] std::optional<QDateTime> nextPoll(const PollSituation &situation, const QDateTime &now);

} // namespace gatehouse
