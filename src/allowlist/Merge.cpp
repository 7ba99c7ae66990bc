// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Merge.h"

#include "allowlist/Pairing.h"

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
        return states.theirs && states.theirs->content != states.base->content;
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

void addWhatDidNotAppear(const std::vector<Entry> &additions, const std::vector<Entry> &appeared, Draft &draft)
{
    Pairing pairing(additions, appeared);
    pairing.byContent();
    for (std::size_t i = 0; i < additions.size(); ++i) {
        if (!pairing.partner(i))
            draft.set(additions[i].key, additions[i]);
    }
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

MergeResult mergeThreeWays(const Draft &draft, std::shared_ptr<const Allowlist> remote)
{
    MergeResult result{Draft(remote), {}};
    std::vector<Entry> additions;
    for (const Change &change : draft.changes().changes) {
        const Entry *theirs = remote->find(change.key());
        if (!theirs && change.kind() == Change::Kind::Added) {
            additions.push_back(*change.after);
            continue;
        }
        Conflict states{change.key(), change.before, change.after, std::nullopt};
        if (theirs)
            states.theirs = *theirs;
        if (!states.mine && !states.theirs)
            continue; // removed on both sides
        result.draft.set(states.key, resolved(states, Side::Mine));
        if (isRealConflict(states))
            result.conflicts.push_back(std::move(states));
    }
    addWhatDidNotAppear(additions, appearedIn(*remote, draft), result.draft);
    return result;
}

} // namespace gatehouse
