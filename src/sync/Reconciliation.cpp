// SPDX-License-Identifier: Apache-2.0
#include "sync/Reconciliation.h"

#include <QSet>

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

} // namespace

Reconciliation reconcile(const Draft &sent, const Draft &current, std::shared_ptr<const Allowlist> live,
                         const std::function<bool(const EntryContent &, const EntryContent &)> &holds)
{
    Reconciliation result{Draft(live), {}, {}};
    const auto agrees = [&](const EntryKey &key, const std::optional<Entry> &wanted) {
        const Entry *entry = live->find(key);
        if (!wanted || !entry)
            return !wanted && !entry;
        return holds(entry->content, wanted->content);
    };
    QSet<EntryKey> seen;
    for (const Change &change : sent.changes().changes) {
        seen.insert(change.key());
        if (agrees(change.key(), change.after))
            result.applied.changes.push_back(change);
        else
            result.notApplied.push_back(change.key());
        const std::optional<Entry> wanted = current.entry(change.key());
        wantOnTop(result.draft, change.key(), wanted, agrees(change.key(), wanted));
    }
    for (const Change &change : current.changes().changes) {
        if (!seen.contains(change.key()))
            wantOnTop(result.draft, change.key(), change.after, agrees(change.key(), change.after));
    }
    return result;
}

} // namespace gatehouse
