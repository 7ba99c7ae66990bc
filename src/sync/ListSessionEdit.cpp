// SPDX-License-Identifier: Apache-2.0
#include "sync/ListSessionPrivate.h"

#include <QUndoStack>

#include <algorithm>

// What is wanted of the list: every edit, each one step of the undo stack.

namespace gatehouse {

namespace {

std::vector<DraftEditor::Step> stepsFor(const DraftEditor &editor, const std::vector<EntryKey> &keys,
                                        const std::function<void(EntryContent &)> &change)
{
    std::vector<DraftEditor::Step> steps;
    for (const EntryKey &key : keys) {
        std::optional<EntryContent> content = editor.wanted(key);
        if (!content)
            continue;
        change(*content);
        steps.push_back({key, std::move(content)});
    }
    return steps;
}

/// The wanted entry of that range, else the one that the draft takes away; nullptr without one.
const Entry *entryOf(const ListSession &session, const IpRange &range)
{
    const std::vector<const Entry *> wanted = session.wantedOf(range);
    if (!wanted.empty())
        return wanted.front();
    const std::vector<Entry> &entries = session.draft().snapshot().entries();
    const auto removed = std::ranges::find_if(entries, [&](const Entry &entry) { return entry.content.isOf(range); });
    return removed == entries.end() ? nullptr : &*removed;
}

} // namespace

std::vector<const Entry *> ListSession::wantedOf(const IpRange &range) const
{
    std::vector<const Entry *> wanted;
    const auto take = [&](const Entry &entry) {
        if (entry.content.isOf(range))
            wanted.push_back(&entry);
    };
    for (const Entry &known : draft().snapshot().entries()) {
        const Change *change = draft().change(known.key);
        if (!change)
            take(known);
        else if (change->after)
            take(*change->after);
    }
    for (const EntryKey &key : draft().added())
        take(*draft().change(key)->after);
    return wanted;
}

EntryKey ListSession::add(const EntryContent &content)
{
    return add(std::vector{content}).front();
}

std::vector<EntryKey> ListSession::add(const std::vector<EntryContent> &contents)
{
    std::vector<EntryKey> keys;
    std::vector<DraftEditor::Step> steps;
    for (const EntryContent &content : contents) {
        keys.push_back(QUuid::createUuid());
        steps.push_back({keys.back(), normalised(content, d->held.holding())});
    }
    d->editor.push(tr("Add %n entries", nullptr, static_cast<int>(keys.size())), std::move(steps));
    return keys;
}

void ListSession::letIn(const std::vector<IpRange> &ranges, const QString &label, const std::optional<QDateTime> &until)
{
    std::vector<DraftEditor::Step> steps;
    for (const IpRange &range : ranges) {
        const Entry *known = entryOf(*this, range);
        EntryContent content = known ? known->content : EntryContent{};
        if (!known) {
            content.range = range;
            content.label = label;
        }
        if (!known || (content.expiresAt && (!until || *content.expiresAt < *until)))
            content.expiresAt = until;
        content.active = true;
        steps.push_back({known ? known->key : QUuid::createUuid(), normalised(content, d->held.holding())});
    }
    d->editor.push(tr("Add my address"), std::move(steps));
}

void ListSession::edit(const EntryKey &key, const EntryContent &content)
{
    d->editor.push(tr("Edit an entry"), {{key, normalised(content, d->held.holding())}});
}

void ListSession::setActive(const std::vector<EntryKey> &keys, bool active)
{
    const auto count = static_cast<int>(keys.size());
    d->editor.push(active ? tr("Activate %n entries", nullptr, count) : tr("Deactivate %n entries", nullptr, count),
                   stepsFor(d->editor, keys, [active](EntryContent &content) { content.active = active; }));
}

void ListSession::setExpiry(const std::vector<EntryKey> &keys, const std::optional<QDateTime> &expiresAt)
{
    d->editor.push(tr("Set the expiry of %n entries", nullptr, static_cast<int>(keys.size())),
                   stepsFor(d->editor, keys, [&](EntryContent &content) {
                       content.expiresAt = expiresAt;
                       content = normalised(std::move(content), d->held.holding());
                   }));
}

void ListSession::remove(const std::vector<EntryKey> &keys)
{
    std::vector<DraftEditor::Step> steps;
    steps.reserve(keys.size());
    for (const EntryKey &key : keys)
        steps.push_back({key, std::nullopt});
    d->editor.push(tr("Remove %n entries", nullptr, static_cast<int>(keys.size())), std::move(steps));
}

void ListSession::bringBack(const std::vector<EntryKey> &keys)
{
    std::vector<EntryKey> vanished;
    std::ranges::copy_if(keys, std::back_inserter(vanished),
                         [this](const EntryKey &key) { return d->held.placeOf(key) == Place::Vanished; });
    d->editor.push(tr("Bring back %n entries", nullptr, static_cast<int>(vanished.size())),
                   stepsFor(d->editor, vanished, [](EntryContent &content) { content.active = true; }));
}

void ListSession::revert(const std::vector<EntryKey> &keys)
{
    d->takeBack(keys, tr("Take back the changes of %n entries", nullptr, static_cast<int>(keys.size())));
}

void ListSession::discard()
{
    std::vector<EntryKey> keys;
    for (const Change &change : draft().changes().changes)
        keys.push_back(change.key());
    d->takeBack(keys, tr("Discard all changes"));
}

bool ListSession::settle(const EntryKey &key, Version version)
{
    const Conflict *found = d->conflict(key);
    if (!found || (version == Version::Both && !canKeepBoth(*found)))
        return false;
    const Conflict conflict = *found;
    d->conflicts.drop({key});
    switch (version) {
    case Version::Mine:
        d->noteEdited({key});
        break;
    case Version::Theirs:
        d->takeBack({key}, tr("Take the version of the service"));
        break;
    case Version::Both:
        d->editor.push(tr("Keep both versions"),
                       {{key, conflict.theirs->content}, {EntryKey::createUuid(), conflict.mine->content}});
        break;
    }
    return true;
}

void ListSession::restore(const Allowlist &state, const QString &stepText)
{
    std::vector<Entry> known = draft().snapshot().entries();
    for (const EntryKey &key : draft().added())
        known.push_back(*draft().entry(key));
    const Allowlist there(std::move(known));
    const Allowlist wanted = withKeysOf(state.entries(), there);
    std::vector<DraftEditor::Step> steps;
    for (const Entry &entry : there.entries()) {
        if (!wanted.find(entry.key))
            steps.push_back({entry.key, std::nullopt});
    }
    for (const Entry &entry : wanted.entries())
        steps.push_back({entry.key, normalised(entry.content, d->held.holding())});
    d->editor.push(stepText, std::move(steps));
    if (!draft().isClean())
        setApplyCause(HistoryCause::Restored);
}

QUndoStack *ListSession::undoStack() const
{
    return d->editor.undoStack();
}

} // namespace gatehouse
