// SPDX-License-Identifier: Apache-2.0
#include "sync/Overwritten.h"

#include <algorithm>
#include <unordered_map>

namespace gatehouse {

namespace {

class Search final
{
public:
    explicit Search(const OverwrittenInput &input)
        : m_input(input)
        , m_draft(input.draft)
    {
        for (const Entry &entry : live().entries()) {
            if (!m_input.before.find(entry.key))
                m_appeared[entry.content.range].push_back(&entry);
        }
    }

    Draft run()
    {
        for (const Change &change : m_input.applied.changes) {
            if (!m_input.draft.change(change.key()))
                look(change);
        }
        return m_draft;
    }

private:
    [[nodiscard]] const Allowlist &live() const { return m_input.draft.snapshot(); }

    /// The entry under this key, if the service has it.
    [[nodiscard]] const Entry *there(const EntryKey &key) const
    {
        return m_input.isVanished(key) ? nullptr : live().find(key);
    }

    /// One that came since then and is as `content`; each is given away once.
    const Entry *takeAppeared(const EntryContent &content)
    {
        const auto ofRange = m_appeared.find(content.range);
        if (ofRange == m_appeared.end())
            return nullptr;
        std::vector<const Entry *> &entries = ofRange->second;
        const auto found =
            std::ranges::find_if(entries, [&](const Entry *entry) { return m_input.holds(entry->content, content); });
        if (found == entries.end())
            return nullptr;
        const Entry *taken = *found;
        entries.erase(found);
        return taken;
    }

    void look(const Change &change)
    {
        switch (change.kind()) {
        case Change::Kind::Added:
            if (!there(change.key()))
                want(change.key(), *change.after);
            break;
        case Change::Kind::Removed:
            if (const Entry *back = takeAppeared(change.before->content))
                m_draft.set(back->key, std::nullopt);
            break;
        case Change::Kind::Changed:
            lookAtChanged(change);
            break;
        }
    }

    void lookAtChanged(const Change &change)
    {
        const Entry *same = there(change.key());
        if (same && m_input.holds(same->content, change.before->content)) {
            want(change.key(), *change.after);
        } else if (!same) {
            const Entry *back = takeAppeared(change.before->content);
            if (!back)
                return;                      // removed by somebody who knew it
            if (live().find(change.key())) { // kept here
                want(change.key(), *change.after);
                m_draft.set(back->key, std::nullopt);
            } else {
                want(back->key, *change.after);
            }
        }
    }

    void want(const EntryKey &key, const Entry &wanted)
    {
        const Entry *known = live().find(key);
        Entry entry = known ? *known : wanted;
        if (!known) {
            entry.key = key;
            entry.remoteId.clear();
            entry.provenance = {};
        }
        entry.content = wanted.content;
        m_draft.set(key, std::move(entry));
    }

    const OverwrittenInput &m_input;
    Draft m_draft;
    std::unordered_map<IpRange, std::vector<const Entry *>> m_appeared; // by range, in the list's order
};

} // namespace

Draft wantedAgain(const OverwrittenInput &input)
{
    return Search(input).run();
}

} // namespace gatehouse
