// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"
#include "allowlist/Pairing.h"

#include <memory>
#include <vector>

namespace gatehouse {

/// What came of a sent draft, as read back.
struct Reconciliation
{
    Draft draft;       ///< on the list as read back; keeps what is not live and what was edited meanwhile
    ChangeSet applied; ///< of what was sent, what is live as planned
    std::vector<EntryKey> notApplied; ///< of what was sent, what is not
};

/// The list as read back, with keys. Unlike withKeysOf(), knows what was to be removed or changed and is there as it
/// was.
Allowlist withKeysOfSent(std::vector<Entry> live, const Draft &sent);

/// Compares. `sent` is the draft that went out; `current` the draft as the user has it now (edits go on during an
/// apply); `live` the list as read back, with withKeysOfSent(). holds(live, wanted) tells whether the
/// service's entry is what was asked for, within what the service can express.
Reconciliation reconcile(const Draft &sent, const Draft &current, std::shared_ptr<const Allowlist> live,
                         const Equivalence &holds);

/// Whether `live` shows the entry of a sent change as if nothing had been sent.
[[nodiscard]] bool isAsBefore(const Change &change, const Allowlist &live);

} // namespace gatehouse
