// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/data/Entries.h"

#include <QString>

#include <chrono>
#include <optional>

namespace gatehouse::server {

// The values of `deleteEntry`. The durations are those of the vendor's documentation; of the names only NEVER is known
// from there, the others are a convention of ours, not verified with the vendor.

/// How long an entry is to live; nullopt: for ever.
struct QuaveLifetime
{
    std::optional<std::chrono::seconds> duration;
    bool operator==(const QuaveLifetime &) const = default;
};

/// nullopt when it is none of the names.
[[nodiscard]] std::optional<QuaveLifetime> quaveLifetimeOf(const QString &name);

/// "NEVER", "AFTER_1_WEEK" …; a null string for an entry that ends at an exact time.
[[nodiscard]] QString quaveLifetimeName(const StoredEntry &entry);

/// All of them, for people: "NEVER, AFTER_6_HOURS, …".
[[nodiscard]] QString quaveLifetimeNames();

} // namespace gatehouse::server
