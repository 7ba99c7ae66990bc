// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"
#include "server/Entries.h"
#include "server/Fault.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>

namespace gatehouse::server {

/// One element of the `allowlist` in the body of PATCH /app-env/allowlist. What was not sent is nullopt.
struct QuaveEntry
{
    struct Lifetime
    {
        std::optional<std::chrono::seconds> duration; ///< nullopt: NEVER
        bool operator==(const Lifetime &) const = default;
    };

    std::optional<QString> entryId;
    std::optional<IpRange> ip;
    std::optional<QString> description;
    std::optional<bool> isActive;
    std::optional<Lifetime> deleteEntry;
    std::optional<QDateTime> expiresAt; ///< an invalid time: sent as null, never
    std::optional<QDateTime> createdAt;
};

struct QuavePatch
{
    std::optional<QString> appEnvId;
    std::optional<QString> envName;
    QList<QuaveEntry> allowlist;
};

/// The name of an entry's lifetime: "NEVER", "AFTER_1_WEEK" …; a null string when it ends at an exact time. The names
/// are a convention of ours, not verified with the vendor; the durations are those of the vendor's documentation.
[[nodiscard]] QString quaveLifetimeName(const StoredEntry &entry);

/// Reads a body strictly: unknown keys, wrong types and values that mean nothing are faults, each with its detail.
[[nodiscard]] std::variant<QuavePatch, Fault> parseQuavePatch(const QByteArray &body);

/// The list that results when `patch` is applied to `stored` at `now`:
/// - with a known entryId the entry is updated; what was not sent stays as it is, so re-sending restarts no clock;
/// - without one it is added: active, never ending and without description unless the patch says otherwise;
/// - what is stored and not sent is gone.
/// The fault names every entry that cannot be; then nothing is to be changed.
[[nodiscard]] std::variant<QList<StoredEntry>, Fault>
applyQuavePatch(const QuavePatch &patch, const QList<StoredEntry> &stored, const QDateTime &now);

} // namespace gatehouse::server
