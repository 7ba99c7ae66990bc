// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

namespace gatehouse::cli {

/// The exit statuses of gatehouse-cli: a public interface.
enum class ExitStatus {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    LockOut = 3,
    NotAuthorised = 4,
    Network = 5,
    Conflict = 6,
    RateLimited = 7,
    InvalidEntries = 8,
    OutputLost = 9,      ///< what was to be told could not be written; whatever was to be done is done
    ChangesPending = 10, ///< of `plan`
};

ExitStatus statusOf(const Error &error);
/// Of two lists that were worked on together: what somebody should look at first.
ExitStatus worseOf(ExitStatus left, ExitStatus right);

} // namespace gatehouse::cli
