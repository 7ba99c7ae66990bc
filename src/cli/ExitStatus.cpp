// SPDX-License-Identifier: Apache-2.0
#include "cli/ExitStatus.h"

#include "cli/Command.h"

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
    case ErrorKind::NotAsReviewed:
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

namespace {

/// How soon somebody should look at it. No default in the switch: a new status without its place is a compiler warning.
int gravityOf(ExitStatus status)
{
    switch (status) {
    case ExitStatus::Done:
        return 0;
    case ExitStatus::ChangesPending:
        return 1;
    case ExitStatus::Failed:
        return 2;
    case ExitStatus::RateLimited:
        return 3;
    case ExitStatus::Network:
        return 4;
    case ExitStatus::InvalidEntries:
        return 5;
    case ExitStatus::WrongUsage:
        return 6;
    case ExitStatus::NotAuthorised:
        return 7;
    case ExitStatus::Conflict:
        return 8;
    case ExitStatus::LockOut:
        return 9;
    case ExitStatus::OutputLost:
        return 10;
    }
    Q_UNREACHABLE();
}

} // namespace

ExitStatus worseOf(ExitStatus left, ExitStatus right)
{
    return gravityOf(left) < gravityOf(right) ? right : left;
}

} // namespace gatehouse::cli
