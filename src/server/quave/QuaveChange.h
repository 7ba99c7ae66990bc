// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Fault.h"
#include "server/data/Entries.h"
#include "server/quave/QuavePatch.h"

#include <QDateTime>
#include <QList>

#include <variant>

namespace gatehouse::server {

/// The list that results when `patch` is applied to `stored` at `now`:
/// - with a known entryId the entry is updated; what was not sent stays as it is, so re-sending restarts no clock;
/// - without one it is added: active, never ending and without description unless the patch says otherwise;
/// - what is stored and not sent is gone.
/// The fault names every entry that cannot be; then nothing is to be changed.
[[nodiscard]] std::variant<QList<StoredEntry>, Fault>
applyQuavePatch(const QuavePatch &patch, const QList<StoredEntry> &stored, const QDateTime &now);

} // namespace gatehouse::server
