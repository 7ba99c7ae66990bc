// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"

#include <vector>

namespace gatehouse {

// The steps of review(), each adding what it finds. Private to this library.

struct ReviewSubject
{
    explicit ReviewSubject(const ReviewInput &reviewed);

    [[nodiscard]] bool isTouched(const Entry &entry) const { return input.draft.change(entry.key) != nullptr; }

    const ReviewInput &input;
    std::vector<const Entry *> before; ///< the snapshot
    std::vector<const Entry *> wanted; ///< the draft's result, without copies
    OpenTo openBefore;                 ///< by entries, not for being empty
    OpenTo openAfter;
};

/// Who is let in, now and later: lock-out, opening and closing, enforcement.
void reviewAccess(const ReviewSubject &subject, std::vector<Finding> &findings);

/// The list's size and what each added or changed entry holds.
void reviewEntries(const ReviewSubject &subject, std::vector<Finding> &findings);

/// How one entry stands to the others; nullptr where it does not.
struct Overlap
{
    const Entry *duplicateOf = nullptr;
    const Entry *coveredBy = nullptr;
};

/// For each wanted entry, in order; only touched ones are looked at. Of several entries with one range, the one that is
/// not reported is the first untouched one, else the first. Of several that cover an entry, the narrowest is named, and
/// of those the one that lasts longest, else the first. O(n log n).
std::vector<Overlap> findOverlaps(const ReviewSubject &subject);

/// Whether an entry with the expiry `left` ends before one with `right`. Empty: never.
bool endsBefore(const std::optional<QDateTime> &left, const std::optional<QDateTime> &right);

/// `*`, or all of one family.
bool letsEveryoneIn(const IpRange &range);
/// By these entries in force, alone or together.
OpenTo openTo(const std::vector<const Entry *> &entries, const QDateTime &now);

} // namespace gatehouse
