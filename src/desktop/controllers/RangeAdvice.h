// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/RangeCheck.h"
#include "sync/ListSession.h"

namespace gatehouse {

enum class AdviceFor {
    AddedEntry,  ///< beside the entries that are there
    EditedEntry, ///< in the place of one of them, so that only the range itself is looked at
};

/// Says of a range, while it is typed, what a review would say of it as an entry of this list, and what the service
/// says where it can be asked. Both must outlive what is returned.
[[nodiscard]] RangeJudge judgeFor(ListSession &session, const Clock &clock, AdviceFor purpose);

/// The same for the first entries of a list that is not there yet.
[[nodiscard]] RangeJudge judgeForNewList(const ServiceDefinition &definition, const Clock &clock);

} // namespace gatehouse
