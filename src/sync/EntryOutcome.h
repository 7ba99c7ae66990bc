// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"
#include "base/Error.h"

#include <optional>

namespace gatehouse {

/// What became of one change of an apply.
struct EntryOutcome
{
    enum class State {
        Done,      ///< read back and found as wanted
        Refused,   ///< its request failed: see `error`
        NotSent,   ///< a change before it failed, so its request was never begun
        Different, ///< taken, and the list has something else: see `there`
        NotShown,  ///< taken, and the list shows the entry as if nothing had been sent
        Unknown,   ///< it may have been taken, and the list could not be read back
    };

    Change change;
    State state = State::Unknown;
    std::optional<Error> error;        ///< of the request that was about this entry
    std::optional<EntryContent> there; ///< the entry as the service has it
    QString answer;                    ///< what the service said when it took the change; mostly empty

    [[nodiscard]] bool isDone() const { return state == State::Done; }
};

/// Why the change is not done, in translated sentences that name the entry; empty where it is done.
[[nodiscard]] QString reasonFor(const EntryOutcome &outcome);

} // namespace gatehouse
