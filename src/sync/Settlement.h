// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"

#include <functional>
#include <vector>

namespace gatehouse {

/// What became of one change of an apply of which nobody saw the end.
struct SettledChange
{
    enum class Outcome {
        TookEffect,
        HalfDone, ///< the new entry is there, and what it replaces still is
        DidNot,
    };

    Change change;
    Outcome outcome = Outcome::DidNot;
    EntryKey before; ///< of the list's entry that is as it was before the change; null without one
    EntryKey after;  ///< of the one that is as it was wanted; null without one
};

/// Tells it from the list as read afterwards, which need not share keys with what was sent. `beside`: entries with
/// ranges of the changes that were there and were to stay. holds(live, wanted) as for reconcile(). Each entry of the
/// list stands for one change at most.
std::vector<SettledChange>
settled(const std::vector<Change> &sent, const std::vector<Entry> &beside, const std::vector<Entry> &live,
        const std::function<bool(const EntryContent &live, const EntryContent &wanted)> &holds);

/// The entries of the list that share a range with a change and are not changed themselves.
std::vector<Entry> entriesBeside(const Draft &draft);

} // namespace gatehouse
