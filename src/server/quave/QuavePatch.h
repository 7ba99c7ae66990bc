// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"
#include "server/Fault.h"
#include "server/quave/QuaveLifetime.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace gatehouse::server {

/// One element of the `allowlist` in the body of PATCH /app-env/allowlist. What was not sent is nullopt.
struct QuaveEntry
{
    std::optional<QString> entryId;
    std::optional<IpRange> ip;
    std::optional<QString> description;
    std::optional<bool> isActive;
    std::optional<QuaveLifetime> deleteEntry;
    std::optional<QDateTime> expiresAt; ///< an invalid time: sent as null, never
    std::optional<QDateTime> createdAt;
};

struct QuavePatch
{
    std::optional<QString> appEnvId;
    std::optional<QString> envName;
    QList<QuaveEntry> allowlist;
};

/// Reads a body strictly: unknown keys, wrong types and values that mean nothing are faults, each with its detail.
[[nodiscard]] std::variant<QuavePatch, Fault> parseQuavePatch(const QByteArray &body);

} // namespace gatehouse::server
