// SPDX-License-Identifier: Apache-2.0
#include "sync/PollSchedule.h"

#include <algorithm>

namespace gatehouse {

namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

constexpr seconds leastPoll = 1min;
constexpr seconds leastPollBehind = 5min;
constexpr seconds longestPoll = 15min;
constexpr seconds firstTryToSend = 15s;
constexpr seconds longestTryToSend = 5min;
constexpr int shareOfQuiet = 10;

/// A clock that was set back must not put the next look into the far future.
QDateTime notAfter(const QDateTime &time, const QDateTime &now)
{
    return std::min(time, now);
}

seconds doubled(seconds pause, int times, seconds longest)
{
    for (int i = 0; i < times && pause < longest; ++i)
        pause *= 2;
    return std::min(pause, longest);
}

seconds pauseAfterReading(const PollSituation &situation, const QDateTime &now)
{
    const seconds least = situation.inFront ? leastPoll : leastPollBehind;
    if (!situation.lastChange.isValid())
        return longestPoll;
    const seconds quiet(std::max<qint64>(0, situation.lastChange.secsTo(now)));
    return std::clamp(quiet / shareOfQuiet, least, longestPoll);
}

} // namespace

bool mayPassByItself(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Busy:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::UnreadableAnswer:
    case ErrorKind::TooLarge:
    case ErrorKind::AddressRefused:
    case ErrorKind::Conflict:
    case ErrorKind::NotAsPlanned:
    case ErrorKind::NotAsReviewed:
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
        return true;
    case ErrorKind::InvalidInput:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Rejected:
    case ErrorKind::Tls:
    case ErrorKind::Insecure:
    case ErrorKind::LockOut:
    case ErrorKind::SecretMissing:
    case ErrorKind::SecretLocked:
    case ErrorKind::Definition:
        return false;
    }
    Q_UNREACHABLE();
}

std::optional<QDateTime> nextPoll(const PollSituation &situation, const QDateTime &now)
{
    if (situation.busy || situation.needsUser)
        return std::nullopt;
    const bool wasTried = situation.lastRead.isValid() || situation.failures > 0;
    if (!situation.waitsToSend && (!situation.wanted || situation.sparing || !wasTried))
        return std::nullopt;
    if (situation.failures > 0) {
        const seconds pause = situation.waitsToSend ? doubled(firstTryToSend, situation.failures - 1, longestTryToSend)
                                                    : doubled(leastPoll, situation.failures - 1, longestPoll);
        return notAfter(situation.failedAt, now).addSecs(std::max(pause, situation.retryAfter).count());
    }
    if (situation.waitsToSend)
        return now;
    return notAfter(situation.lastRead, now).addSecs(pauseAfterReading(situation, now).count());
}

} // namespace gatehouse
