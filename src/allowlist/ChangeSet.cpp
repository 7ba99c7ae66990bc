// SPDX-License-Identifier: Apache-2.0
#include "allowlist/ChangeSet.h"

#include "allowlist/Pairing.h"

#include <algorithm>

namespace gatehouse {

namespace {

/// The file's content on the list's identity: whatever only the service knows stays as it is.
Entry withContentOf(Entry known, const Entry &wanted)
{
    known.content = wanted.content;
    return known;
}

} // namespace

Change::Kind Change::kind() const
{
    Q_ASSERT(before || after);
    if (!before)
        return Kind::Added;
    return after ? Kind::Changed : Kind::Removed;
}

const EntryKey &Change::key() const
{
    return after ? after->key : before->key;
}

const IpRange &Change::range() const
{
    return content().range;
}

const EntryContent &Change::content() const
{
    return after ? after->content : before->content;
}

std::size_t ChangeSet::count(Change::Kind kind) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(changes, [kind](const Change &change) { return change.kind() == kind; }));
}

ChangeSet changesBetween(const Allowlist &before, const Allowlist &after)
{
    ChangeSet result;
    for (const Entry &entry : after.entries()) {
        const Entry *old = before.find(entry.key);
        if (!old)
            result.changes.push_back({std::nullopt, entry});
        else if (old->content != entry.content)
            result.changes.push_back({*old, entry});
    }
    for (const Entry &entry : before.entries()) {
        if (!after.find(entry.key))
            result.changes.push_back({entry, std::nullopt});
    }
    return result;
}

ChangeSet changesByRange(const Allowlist &before, const Allowlist &after)
{
    Pairing pairing(after.entries(), before.entries());
    pairing.byContent();
    pairing.byRange();

    ChangeSet result;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const Entry &entry = after.entries()[i];
        const Entry *old = pairing.partner(i);
        if (!old)
            result.changes.push_back({std::nullopt, entry});
        else if (old->content != entry.content)
            result.changes.push_back({*old, withContentOf(*old, entry)});
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!pairing.isTaken(i))
            result.changes.push_back({before.entries()[i], std::nullopt});
    }
    return result;
}

} // namespace gatehouse
