// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Draft.h"
#include "allowlist/Overlay.h"

namespace gatehouse {

// The way out: a draft of complete entries as the service is to see it.

/// Where the entries of a list are, by key. One that is not named is at the service, or new.
using Places = QHash<EntryKey, Place>;

Places placesByKey(const Allowlist &list, const std::vector<Place> &places);

/// What the service has of an entry of the complete list; nothing of one that is only here.
std::optional<Entry> heldNow(const Entry &entry, Place place, const Holding &holding);
/// What it shall have of an entry as wanted. `place`: where that is now.
std::optional<Entry> heldWanted(const Entry &entry, Place place, const Holding &holding);

/// The draft in what the service can hold. Its snapshot is what the service has: what is only here is no part of it,
/// and an entry that is switched on or brought back is an addition. Changes that only concern what is kept here are
/// none of it. Where expiries go into labels, one that is kept here and fits goes along with whatever is sent.
Draft heldDraft(const Draft &complete, const Places &places, const Holding &holding);

/// What of the entry, as wanted, is (to be) kept here. `place`: where it is now.
KeptFields keptOf(const EntryContent &wanted, Place place, const Holding &holding);

/// A content as the user may give it: an expiry that was typed into the label is an expiry.
EntryContent normalised(EntryContent content, const Holding &holding);

/// Whether `live`, completed, is what was wanted, in the fields that are kept here or stand in the label. The others
/// are the service's business (RestService::holds).
bool keepsAsWanted(const EntryContent &live, const EntryContent &wanted, const Holding &holding);

} // namespace gatehouse
