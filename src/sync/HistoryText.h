// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/HistoryVersion.h"

namespace gatehouse {

/// The stable name used by `--json` output: "first-read", "elsewhere", "expired", "applied", "restored", "keeper".
[[nodiscard]] QString causeName(HistoryCause cause);
/// A few words for people.
[[nodiscard]] QString describe(HistoryCause cause);
/// "+2 −1 ~3", without what is nothing; empty when nothing differs.
[[nodiscard]] QString describeCounts(const HistoryVersion &version);

} // namespace gatehouse
