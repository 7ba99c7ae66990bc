// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"

#include <functional>
#include <vector>

namespace gatehouse {

/// Whether an entry that a service holds is what was wanted, within what the service can express: an expiry that it
/// counts from the arrival of the request is never the same to the second. The one notion of "as wanted" for merge,
/// reading back and the journal.
using Equivalence = std::function<bool(const EntryContent &live, const EntryContent &wanted)>;

/// Finds, for entries that share no keys with the known ones, which of those they stand for. Each known entry is given
/// away once, in order; what an earlier step has paired is left alone by the later ones. Every step is O(n).
/// Both lists are borrowed and must outlive it.
class Pairing
{
public:
    Pairing(const std::vector<Entry> &entries, const std::vector<Entry> &known);

    void byRemoteId(); ///< an empty id pairs with nothing
    void byContent();
    /// The known entries are what a service holds, the others what was wanted.
    void byEquivalence(const Equivalence &holds);
    void byRange(); ///< what is no range pairs with nothing

    /// The known entry for the one at `position`, nullptr when there is none.
    [[nodiscard]] const Entry *partner(std::size_t position) const { return m_partners[position]; }
    /// Whether the known entry at `position` has been given away.
    [[nodiscard]] bool isTaken(std::size_t position) const { return m_taken[position]; }

private:
    template <typename Property, typename Hash, typename PropertyOf>
    void pair(PropertyOf propertyOf);

    const std::vector<Entry> *m_entries;
    const std::vector<Entry> *m_known;
    std::vector<const Entry *> m_partners;
    std::vector<bool> m_taken;
};

} // namespace gatehouse
