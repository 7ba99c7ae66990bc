// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"
#include "allowlist/Pairing.h"

#include <vector>

namespace gatehouse {

/// Both sides changed the same entry, differently. The states are as each side holds them, nothing merged into them.
struct Conflict
{
    EntryKey key;
    std::optional<Entry> base;   ///< empty: both sides added it
    std::optional<Entry> mine;   ///< empty: removed here
    std::optional<Entry> theirs; ///< empty: removed there
};

struct MergeResult
{
    Draft draft;                     ///< on the remote list as its snapshot; conflicts stand as "mine"
    std::vector<Conflict> conflicts; ///< empty: nobody needs to be asked
};

/// Three ways: what the draft changed since its snapshot, put on top of what the service holds now. `remote` must carry
/// the snapshot's keys (withKeysOf). Field by field: two sides that changed different fields of one entry do not
/// conflict; the same change on both sides is no change any more; an addition here of a range with equal content that
/// appeared there is dropped. So is a change of range whose outcome appeared there, but for the removal of what it
/// replaced: it was sent, and nobody saw what became of it. What was edited here and removed there otherwise is wanted
/// as an addition. Remote ids, provenance
/// and unknown fields are the remote list's.
/// holds() tells what counts as equal to what was wanted, as after an apply: what it finds to be there has arrived.
MergeResult mergeThreeWays(const Draft &draft, const std::shared_ptr<const Allowlist> &remote,
                           const Equivalence &holds = std::equal_to<EntryContent>());

enum class Side { Mine, Theirs };

/// The entry after the conflict is settled for one side, empty for a removal: fit for Draft::set of the merged draft.
/// The side decides only over what both sides changed; other fields keep the change of the one side that made it.
std::optional<Entry> resolved(const Conflict &conflict, Side side);

/// The conflicts after a merge, those included that were there before and that nobody has settled: a merge alone knows
/// only what has changed since the snapshot, on which an earlier one stands already. Their base is the state in which
/// the entry was edited, "mine" is what the draft wants. One of which the sides agree by now, or of which nothing is
/// wanted any more, is gone.
std::vector<Conflict> unsettled(const std::vector<Conflict> &before, const MergeResult &merged);

/// For keeping a draft with its conflicts: changes that are in conflict begin at the conflict's base, not at the
/// snapshot. conflictsIn() finds them again.
ChangeSet withBases(ChangeSet changes, const std::vector<Conflict> &conflicts);
std::vector<Conflict> conflictsIn(const ChangeSet &changes, const Draft &draft);

/// Whether both versions can stand beside each other: two entries with different ranges.
bool canKeepBoth(const Conflict &conflict);

} // namespace gatehouse
