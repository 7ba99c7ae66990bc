// SPDX-License-Identifier: Apache-2.0
#include "allowlist/OverlayDraft.h"

#include "allowlist/LabelExpiry.h"

namespace gatehouse {

namespace {

/// The label is the place for this expiry, and has room for it.
bool goesIntoLabel(const EntryContent &wanted, Place place, const Holding &holding)
{
    if (!holding.readsLabels() || !wanted.expiresAt || !isWritableInLabel(*wanted.expiresAt))
        return false;
    const auto length = wanted.label.size() + lengthOfExpiryIn(wanted.label);
    const bool fits = !holding.maximumLabelLength || length <= *holding.maximumLabelLength;
    return fits && (holding.expiryInLabel || place == Place::ServiceWithExpiryInLabel);
}

Entry held(Entry entry, bool isInLabel, const KeptFields &kept)
{
    EntryContent &content = entry.content;
    if (isInLabel)
        content.label = labelWithExpiry(content.label, *content.expiresAt);
    if (kept.label)
        content.label.clear();
    if (kept.expiry)
        content.expiresAt.reset();
    return entry;
}

} // namespace

std::optional<Entry> heldNow(const Entry &entry, Place place, const Holding &holding)
{
    if (!isAtService(place))
        return std::nullopt;
    return held(entry, place == Place::ServiceWithExpiryInLabel, holding.kept);
}

std::optional<Entry> heldWanted(const Entry &entry, Place place, const Holding &holding)
{
    if (!entry.content.active && (holding.kept.active || !isAtService(place)))
        return std::nullopt;
    return held(entry, goesIntoLabel(entry.content, place, holding), holding.kept);
}

Places placesByKey(const Allowlist &list, const std::vector<Place> &places)
{
    Places byKey;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] != Place::Service)
            byKey.insert(list.entries()[i].key, places[i]);
    }
    return byKey;
}

Draft heldDraft(const Draft &complete, const Places &places, const Holding &holding)
{
    std::vector<Entry> snapshot;
    snapshot.reserve(complete.snapshot().size());
    for (const Entry &entry : complete.snapshot().entries()) {
        if (auto there = heldNow(entry, places.value(entry.key, Place::Service), holding))
            snapshot.push_back(std::move(*there));
    }
    Draft draft(std::make_shared<const Allowlist>(std::move(snapshot)));
    for (const Entry &entry : complete.snapshot().entries()) {
        const Change *change = complete.change(entry.key);
        const Place place = places.value(entry.key, Place::Service);
        const bool stays = !change && (place == Place::ServiceWithExpiryInLabel || !holding.writesLabels());
        if (stays)
            continue;
        const std::optional<Entry> wanted = complete.entry(entry.key);
        draft.set(entry.key, wanted ? heldWanted(*wanted, place, holding) : std::nullopt);
    }
    for (const EntryKey &key : complete.added())
        draft.set(key, heldWanted(*complete.entry(key), Place::Service, holding));
    return draft;
}

KeptFields keptOf(const EntryContent &wanted, Place place, const Holding &holding)
{
    KeptFields kept;
    kept.label = holding.kept.label && !wanted.label.isEmpty();
    kept.active = holding.kept.active && !wanted.active;
    kept.expiry = holding.kept.expiry && wanted.expiresAt && !goesIntoLabel(wanted, place, holding);
    return kept;
}

EntryContent normalised(EntryContent content, const Holding &holding)
{
    if (!holding.readsLabels())
        return content;
    if (LabelParts parts = splitLabel(content.label); parts.expiresAt && !content.expiresAt) {
        content.label = std::move(parts.label);
        content.expiresAt = parts.expiresAt;
    }
    if (holding.expiryInLabel && content.expiresAt && isWritableInLabel(*content.expiresAt))
        content.expiresAt = asWrittenInLabel(*content.expiresAt);
    return content;
}

bool keepsAsWanted(const EntryContent &live, const EntryContent &wanted, const Holding &holding)
{
    const KeptFields &kept = holding.kept;
    if ((kept.label && live.label != wanted.label) || (kept.active && live.active != wanted.active))
        return false;
    if (!kept.expiry || live.expiresAt == wanted.expiresAt)
        return true;
    return holding.readsLabels() && live.expiresAt && wanted.expiresAt && isWritableInLabel(*wanted.expiresAt) &&
           live.expiresAt == asWrittenInLabel(*wanted.expiresAt);
}

} // namespace gatehouse
