// SPDX-License-Identifier: Apache-2.0
#include "sync/Settlement.h"

#include <unordered_map>
#include <unordered_set>

namespace gatehouse {

namespace {

using Holds = std::function<bool(const EntryContent &, const EntryContent &)>;

/// The list as read, with what of it has been taken for something.
class Unclaimed final
{
public:
    Unclaimed(const std::vector<Entry> &live, const Holds &holds)
        : m_holds(holds)
    {
        for (const Entry &entry : live) {
            m_byRange.emplace(entry.content.range, &entry);
            if (!entry.remoteId.isEmpty())
                m_byRemoteId.insert(entry.remoteId, &entry);
        }
    }

    /// The entry that is this one, whatever it looks like now; without an id, the one that looks like it.
    [[nodiscard]] const Entry *same(const Entry &known) const
    {
        return known.remoteId.isEmpty() ? looking(known.content) : free(m_byRemoteId.value(known.remoteId));
    }
    /// One that is as wanted.
    [[nodiscard]] const Entry *looking(const EntryContent &wanted) const
    {
        const auto [begin, end] = m_byRange.equal_range(wanted.range);
        for (auto found = begin; found != end; ++found) {
            if (free(found->second) && m_holds(found->second->content, wanted))
                return found->second;
        }
        return nullptr;
    }
    [[nodiscard]] bool isAsWanted(const Entry *entry, const EntryContent &wanted) const
    {
        return entry && m_holds(entry->content, wanted);
    }
    const Entry *claim(const Entry *entry)
    {
        if (entry)
            m_claimed.insert(entry);
        return entry;
    }

private:
    [[nodiscard]] const Entry *free(const Entry *entry) const
    {
        return entry && !m_claimed.contains(entry) ? entry : nullptr;
    }

    const Holds &m_holds;
    std::unordered_multimap<IpRange, const Entry *> m_byRange;
    QHash<QString, const Entry *> m_byRemoteId;
    std::unordered_set<const Entry *> m_claimed;
};

const Entry *outcomeOf(const Change &change, Unclaimed &list)
{
    if (!change.after)
        return nullptr;
    const EntryContent &wanted = change.after->content;
    const Entry *itself = change.before && !change.before->remoteId.isEmpty() ? list.same(*change.before) : nullptr;
    return list.claim(list.isAsWanted(itself, wanted) ? itself : list.looking(wanted));
}

SettledChange::Outcome judged(const Change &change, const Entry *before, const Entry *after)
{
    using Outcome = SettledChange::Outcome;
    if (!change.after)
        return before ? Outcome::DidNot : Outcome::TookEffect;
    if (!after)
        return Outcome::DidNot;
    return before ? Outcome::HalfDone : Outcome::TookEffect;
}

EntryKey keyOf(const Entry *entry)
{
    return entry ? entry->key : EntryKey();
}

} // namespace

std::vector<SettledChange> settled(const std::vector<Change> &sent, const std::vector<Entry> &beside,
                                   const std::vector<Entry> &live, const Holds &holds)
{
    Unclaimed list(live, holds);
    for (const Entry &entry : beside)
        list.claim(list.same(entry));
    std::vector<const Entry *> outcomes;
    outcomes.reserve(sent.size());
    for (const Change &change : sent)
        outcomes.push_back(outcomeOf(change, list));
    // Only now: what looks like before may be the outcome of another change.
    std::vector<SettledChange> result;
    result.reserve(sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const Entry *before = sent[i].before ? list.claim(list.same(*sent[i].before)) : nullptr;
        result.push_back({sent[i], judged(sent[i], before, outcomes[i]), keyOf(before), keyOf(outcomes[i])});
    }
    return result;
}

std::vector<Entry> entriesBeside(const Draft &draft)
{
    std::unordered_set<IpRange> ranges;
    for (const Change &change : draft.changes().changes) {
        if (change.before)
            ranges.insert(change.before->content.range);
        if (change.after)
            ranges.insert(change.after->content.range);
    }
    std::vector<Entry> beside;
    for (const Entry &entry : draft.snapshot().entries()) {
        if (!draft.change(entry.key) && ranges.contains(entry.content.range))
            beside.push_back(entry);
    }
    return beside;
}

} // namespace gatehouse
