// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Draft.h"

#include <algorithm>
#include <utility>

namespace gatehouse {

Draft::Draft()
    : m_snapshot(std::make_shared<const Allowlist>())
{}

Draft::Draft(std::shared_ptr<const Allowlist> snapshot)
    : m_snapshot(std::move(snapshot))
{
    Q_ASSERT(m_snapshot);
}

std::optional<Entry> Draft::entry(const EntryKey &key) const
{
    if (const Change *made = change(key))
        return made->after;
    const Entry *known = m_snapshot->find(key);
    return known ? std::optional(*known) : std::nullopt;
}

const Change *Draft::change(const EntryKey &key) const
{
    const auto found = m_changes.constFind(key);
    return found == m_changes.cend() ? nullptr : &*found;
}

std::optional<Entry> Draft::set(const EntryKey &key, std::optional<Entry> entry)
{
    std::optional<Entry> wantedBefore = this->entry(key);
    const Entry *known = m_snapshot->find(key);
    if ((known && known->content.isForeign()) || (entry && entry->content.isForeign()))
        return wantedBefore;
    if (known)
        setKnown(*known, std::move(entry));
    else
        setAdded(key, std::move(entry));
    return wantedBefore;
}

void Draft::setKnown(const Entry &known, std::optional<Entry> wanted)
{
    if (!wanted) {
        put(known.key, {known, std::nullopt});
        return;
    }
    Entry after = known;
    after.content = std::move(wanted->content);
    if (after.content == known.content)
        drop(known.key);
    else
        put(known.key, {known, std::move(after)});
}

void Draft::setAdded(const EntryKey &key, std::optional<Entry> wanted)
{
    if (!wanted) {
        drop(key);
        m_added.remove(m_places.value(key, -1));
        return;
    }
    // The place is remembered beyond a removal, so that undoing it brings the entry back to where it stood.
    auto place = m_places.constFind(key);
    if (place == m_places.cend())
        place = m_places.insert(key, m_places.size());
    m_added.insert(*place, key);
    wanted->key = key;
    put(key, {std::nullopt, std::move(wanted)});
}

void Draft::put(const EntryKey &key, Change change)
{
    drop(key);
    m_removedCount += change.kind() == Change::Kind::Removed ? 1 : 0;
    m_changes.insert(key, std::move(change));
}

void Draft::drop(const EntryKey &key)
{
    const auto found = m_changes.constFind(key);
    if (found == m_changes.cend())
        return;
    m_removedCount -= found->kind() == Change::Kind::Removed ? 1 : 0;
    m_changes.erase(found);
}

qsizetype Draft::count(Change::Kind kind) const
{
    switch (kind) {
    case Change::Kind::Added:
        return m_added.size();
    case Change::Kind::Removed:
        return m_removedCount;
    case Change::Kind::Changed:
        return m_changes.size() - m_added.size() - m_removedCount;
    }
    Q_UNREACHABLE();
}

ChangeSet Draft::changes() const
{
    // With their places, which are looked up once and not at each comparison.
    using Placed = std::pair<const Entry *, const Change *>;
    std::vector<Placed> changed;
    std::vector<Placed> removed;
    for (const Change &change : m_changes) {
        if (change.kind() == Change::Kind::Added)
            continue;
        (change.after ? changed : removed).emplace_back(m_snapshot->find(change.key()), &change);
    }
    std::ranges::sort(changed, {}, &Placed::first);
    std::ranges::sort(removed, {}, &Placed::first);

    ChangeSet result;
    result.changes.reserve(static_cast<std::size_t>(m_changes.size()));
    for (const Placed &placed : changed)
        result.changes.push_back(*placed.second);
    for (const EntryKey &key : m_added)
        result.changes.push_back(*change(key));
    for (const Placed &placed : removed)
        result.changes.push_back(*placed.second);
    return result;
}

Allowlist Draft::result() const
{
    std::vector<Entry> entries;
    entries.reserve(m_snapshot->size() + static_cast<std::size_t>(m_added.size()));
    for (const Entry &known : m_snapshot->entries()) {
        const Change *made = change(known.key);
        if (!made)
            entries.push_back(known);
        else if (made->after)
            entries.push_back(*made->after);
    }
    for (const EntryKey &key : m_added)
        entries.push_back(*change(key)->after);
    return Allowlist(std::move(entries));
}

std::vector<EntryKey> Draft::added() const
{
    return {m_added.cbegin(), m_added.cend()};
}

} // namespace gatehouse
