// SPDX-License-Identifier: Apache-2.0
#include "cli/ExitStatus.h"

#include "cli/Command.h"

#include <algorithm>
#include <array>

namespace gatehouse::cli {

ExitStatus statusOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidInput:
        return error.detail == QLatin1String(usageDetail) ? ExitStatus::WrongUsage : ExitStatus::InvalidEntries;
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::AddressRefused:
        return ExitStatus::NotAuthorised;
    case ErrorKind::Conflict:
        return ExitStatus::Conflict;
    case ErrorKind::Busy:
    case ErrorKind::RateLimited:
        return ExitStatus::RateLimited;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Insecure:
        return ExitStatus::Network;
    case ErrorKind::LockOut:
        return ExitStatus::LockOut;
    case ErrorKind::NotFound:
    case ErrorKind::Rejected:
    case ErrorKind::ServerFault:
    case ErrorKind::UnreadableAnswer:
    case ErrorKind::TooLarge:
    case ErrorKind::NotAsPlanned:
    case ErrorKind::SecretMissing:
    case ErrorKind::SecretLocked:
    case ErrorKind::Storage:
    case ErrorKind::Definition:
    case ErrorKind::Cancelled:
        return ExitStatus::Failed;
    }
    Q_UNREACHABLE();
}

ExitStatus worseOf(ExitStatus left, ExitStatus right)
{
    static constexpr std::array fromBad{ExitStatus::LockOut,     ExitStatus::Conflict,       ExitStatus::NotAuthorised,
                                        ExitStatus::WrongUsage,  ExitStatus::InvalidEntries, ExitStatus::Network,
                                        ExitStatus::RateLimited, ExitStatus::Failed,         ExitStatus::Done};
    return *std::ranges::find_if(fromBad, [&](ExitStatus status) { return status == left || status == right; });
}

} // namespace gatehouse::cli
