// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Merge.h"

#include "allowlist/HalfDone.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace gatehouse {

namespace {

/// Merges the contents of an entry that is on both sides.
class ContentMerge
{
public:
    ContentMerge(const Conflict &states, Side preferred)
        : m_mine(states.mine->content)
        , m_theirs(states.theirs->content)
        , m_preferred(preferred)
    {
        if (states.base)
            m_base = &states.base->content;
    }

    EntryContent merged()
    {
        return {pick(&EntryContent::range), pick(&EntryContent::label), pick(&EntryContent::active),
                pick(&EntryContent::expiresAt)};
    }
    /// Whether merged() had to prefer a side.
    [[nodiscard]] bool hasClash() const { return m_hasClash; }

private:
    template <typename Field>
    Field pick(Field EntryContent::*field)
    {
        if (m_mine.*field == m_theirs.*field || (m_base && m_mine.*field == m_base->*field))
            return m_theirs.*field;
        if (m_base && m_theirs.*field == m_base->*field)
            return m_mine.*field;
        m_hasClash = true;
        return m_preferred == Side::Mine ? m_mine.*field : m_theirs.*field;
    }

    const EntryContent *m_base = nullptr;
    const EntryContent &m_mine;
    const EntryContent &m_theirs;
    Side m_preferred;
    bool m_hasClash = false;
};

/// The same wish without what belonged to the entry that the service no longer holds.
Entry asNew(Entry entry)
{
    entry.remoteId.clear();
    entry.provenance = {};
    return entry;
}

bool isRealConflict(const Conflict &states)
{
    if (!states.mine)
        return states.theirs && (!states.base || states.theirs->content != states.base->content);
    if (!states.theirs)
        return true;
    ContentMerge merge(states, Side::Mine);
    merge.merged();
    return merge.hasClash();
}

/// What is in `remote` and neither known to the draft's snapshot nor one of its own additions.
std::vector<Entry> appearedIn(const Allowlist &remote, const Draft &draft)
{
    std::vector<Entry> appeared;
    for (const Entry &entry : remote.entries()) {
        if (!draft.snapshot().find(entry.key) && !draft.change(entry.key))
            appeared.push_back(entry);
    }
    return appeared;
}

/// Whether a change wants something that the remote list has, if only under another key: an addition, or a change of
/// what is gone there, or of what a service that cannot change entries keeps beside the new one until it is removed.
bool mayHaveArrived(const Change &change, const Allowlist &remote)
{
    if (!change.after)
        return false;
    const Entry *theirs = remote.find(change.key());
    if (!theirs)
        return true;
    return isFormerOf(theirs->content, change);
}

/// Which of the changes have arrived already; what appeared there stands for one of them each.
std::vector<bool> arrived(const ChangeSet &changes, const Allowlist &remote, const Draft &draft,
                          const Equivalence &holds)
{
    std::vector<Entry> wanted;
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < changes.changes.size(); ++i) {
        if (mayHaveArrived(changes.changes[i], remote)) {
            wanted.push_back(*changes.changes[i].after);
            positions.push_back(i);
        }
    }
    const std::vector<Entry> appeared = appearedIn(remote, draft);
    Pairing pairing(wanted, appeared);
    pairing.byContent();
    pairing.byEquivalence(holds);
    std::vector<bool> result(changes.changes.size(), false);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        result[positions[i]] = pairing.partner(i) != nullptr;
    return result;
}

/// Whether the service has changed the entry itself to what is wanted: sent before, and nobody saw the answer.
bool becameWanted(const Change &change, const Entry *theirs, const Equivalence &holds)
{
    return theirs && change.before && change.after && theirs->content != change.before->content &&
           holds(theirs->content, change.after->content);
}

} // namespace

std::optional<Entry> resolved(const Conflict &conflict, Side side)
{
    if (!conflict.mine || !conflict.theirs) {
        if (side == Side::Theirs)
            return conflict.theirs;
        return conflict.mine ? std::optional(asNew(*conflict.mine)) : std::nullopt;
    }
    Entry entry = *conflict.theirs;
    entry.content = ContentMerge(conflict, side).merged();
    return entry;
}

std::vector<Conflict> unsettled(const std::vector<Conflict> &before, const MergeResult &merged)
{
    std::vector<Conflict> result;
    QSet<EntryKey> seen;
    const auto keep = [&](const Conflict &conflict) {
        const Change *change = merged.draft.change(conflict.key);
        if (!change || seen.contains(conflict.key))
            return;
        const Entry *theirs = merged.draft.snapshot().find(conflict.key);
        Conflict now{conflict.key, conflict.base, change->after, theirs ? std::optional(*theirs) : std::nullopt};
        if (!isRealConflict(now))
            return;
        seen.insert(conflict.key);
        result.push_back(std::move(now));
    };
    std::ranges::for_each(before, keep);
    std::ranges::for_each(merged.conflicts, keep);
    return result;
}

ChangeSet withBases(ChangeSet changes, const std::vector<Conflict> &conflicts)
{
    QHash<EntryKey, const Conflict *> byKey;
    for (const Conflict &conflict : conflicts)
        byKey.insert(conflict.key, &conflict);
    for (Change &change : changes.changes) {
        if (const Conflict *found = byKey.value(change.key()))
            change.before = found->base;
    }
    return changes;
}

std::vector<Conflict> conflictsIn(const ChangeSet &changes, const Draft &draft)
{
    std::vector<Conflict> conflicts;
    for (const Change &change : changes.changes) {
        const Entry *live = draft.snapshot().find(change.key());
        const bool isAsEdited = change.before ? live && live->content == change.before->content : !live;
        if (isAsEdited || !change.before)
            continue;
        Conflict conflict{change.key(), change.before, change.after, live ? std::optional(*live) : std::nullopt};
        if ((conflict.mine || conflict.theirs) && isRealConflict(conflict))
            conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

bool canKeepBoth(const Conflict &conflict)
{
    return conflict.mine && conflict.theirs && conflict.mine->content.range != conflict.theirs->content.range;
}

MergeResult mergeThreeWays(const Draft &draft, const std::shared_ptr<const Allowlist> &remote, const Equivalence &holds)
{
    MergeResult result{Draft(remote), {}};
    const ChangeSet changes = draft.changes();
    const std::vector<bool> hasArrived = arrived(changes, *remote, draft, holds);
    for (std::size_t i = 0; i < changes.changes.size(); ++i) {
        const Change &change = changes.changes[i];
        const Entry *theirs = remote->find(change.key());
        if (hasArrived[i]) {
            if (theirs) // what it replaced
                result.draft.set(change.key(), std::nullopt);
            continue;
        }
        if (!theirs && change.kind() == Change::Kind::Added) {
            result.draft.set(change.key(), change.after);
            continue;
        }
        if (becameWanted(change, theirs, holds))
            continue;
        Conflict states{change.key(), change.before, change.after, std::nullopt};
        if (theirs)
            states.theirs = *theirs;
        if (!states.mine && !states.theirs)
            continue; // removed on both sides
        result.draft.set(states.key, resolved(states, Side::Mine));
        if (isRealConflict(states))
            result.conflicts.push_back(std::move(states));
    }
    return result;
}

} // namespace gatehouse
