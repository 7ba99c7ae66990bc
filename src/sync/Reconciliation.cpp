// SPDX-License-Identifier: Apache-2.0
#include "sync/Reconciliation.h"

#include "allowlist/HalfDone.h"

#include <QSet>

#include <algorithm>

namespace gatehouse {

namespace {

/// What is wanted now on top of what is live: nothing when they agree.
void wantOnTop(Draft &draft, const EntryKey &key, const std::optional<Entry> &wanted, bool agrees)
{
    if (agrees)
        return;
    if (!wanted) {
        draft.set(key, std::nullopt);
        return;
    }
    const Entry *live = draft.snapshot().find(key);
    Entry entry = live ? *live : *wanted;
    entry.content = wanted->content;
    draft.set(key, std::move(entry));
}

/// Changes of a range, on a service that makes the new entry before it removes the old one, of which only the first
/// half is done: those keys whose entry is as it was, beside a new one that is as wanted.
QSet<EntryKey> halfDone(const Draft &sent, const Allowlist &live, const Equivalence &holds)
{
    std::vector<Entry> wanted;
    for (const Change &change : sent.changes().changes) {
        const Entry *entry = live.find(change.key());
        if (change.kind() == Change::Kind::Changed && entry &&
            (entry->content == change.before->content || isFormerOf(entry->content, change)))
            wanted.push_back(*change.after);
    }
    std::vector<Entry> appeared;
    std::ranges::copy_if(live.entries(), std::back_inserter(appeared), [&sent](const Entry &entry) {
        return !sent.snapshot().find(entry.key) && !sent.change(entry.key);
    });
    Pairing pairing(wanted, appeared);
    pairing.byContent();
    pairing.byEquivalence(holds);
    QSet<EntryKey> keys;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (pairing.partner(i))
            keys.insert(wanted[i].key);
    }
    return keys;
}

} // namespace

Allowlist withKeysOfSent(std::vector<Entry> live, const Draft &sent)
{
    std::vector<Entry> known = sent.result().entries();
    const std::size_t formers = known.size();
    for (const Change &change : sent.changes().changes) {
        if (change.before)
            known.push_back(*change.before);
    }
    Pairing pairing(live, known);
    pairing.byRemoteId();
    pairing.byContent();
    pairing.byRange();
    QSet<EntryKey> asBefore;
    for (std::size_t i = 0; i < live.size(); ++i) {
        const Entry *partner = pairing.partner(i);
        live[i].key = partner ? partner->key : EntryKey::createUuid();
        if (partner && partner >= known.data() + formers)
            asBefore.insert(partner->key);
    }
    // Old and new are both there: the old one is the entry, the new one has appeared (see halfDone()).
    for (std::size_t i = 0; i < live.size(); ++i) {
        const Entry *partner = pairing.partner(i);
        if (partner && partner < known.data() + formers && asBefore.contains(partner->key))
            live[i].key = EntryKey::createUuid();
    }
    return Allowlist(std::move(live));
}

bool isAsBefore(const Change &change, const Allowlist &live)
{
    const Entry *entry = live.find(change.key());
    if (!change.before || !entry)
        return !change.before && !entry;
    return entry->content == change.before->content;
}

Reconciliation reconcile(const Draft &sent, const Draft &current, std::shared_ptr<const Allowlist> live,
                         const Equivalence &holds)
{
    Reconciliation result{Draft(live), {}, {}};
    const auto agrees = [&](const EntryKey &key, const std::optional<Entry> &wanted) {
        const Entry *entry = live->find(key);
        if (!wanted || !entry)
            return !wanted && !entry;
        return holds(entry->content, wanted->content);
    };
    const QSet<EntryKey> half = halfDone(sent, *live, holds);
    QSet<EntryKey> seen;
    for (const Change &change : sent.changes().changes) {
        seen.insert(change.key());
        if (agrees(change.key(), change.after))
            result.applied.changes.push_back(change);
        else
            result.notApplied.push_back(change.key());
        std::optional<Entry> wanted = current.entry(change.key());
        if (half.contains(change.key()) && wanted && wanted->content == change.after->content)
            wanted.reset(); // what it replaced is all that is left to do
        wantOnTop(result.draft, change.key(), wanted, agrees(change.key(), wanted));
    }
    for (const Change &change : current.changes().changes) {
        if (!seen.contains(change.key()))
            wantOnTop(result.draft, change.key(), change.after, agrees(change.key(), change.after));
    }
    return result;
}

} // namespace gatehouse
