// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Expiry.h"

#include <variant>

namespace gatehouse {

/// What somebody chose: a preset, which counts from the time at which it is used, or a point in time.
class ExpiryChoice
{
public:
    ExpiryChoice(ExpiryPreset preset = ExpiryPreset::Never)
        : m_choice(preset)
    {}
    explicit ExpiryChoice(const QDateTime &moment)
        : m_choice(moment.toUTC())
    {}
    /// Never, or that point in time.
    static ExpiryChoice of(const std::optional<QDateTime> &expiresAt)
    {
        return expiresAt ? ExpiryChoice(*expiresAt) : ExpiryChoice();
    }

    /// Empty for a point in time.
    [[nodiscard]] std::optional<ExpiryPreset> preset() const
    {
        const auto *preset = std::get_if<ExpiryPreset>(&m_choice);
        return preset ? std::optional(*preset) : std::nullopt;
    }
    /// UTC; empty for Never.
    [[nodiscard]] std::optional<QDateTime> expiresAt(const QDateTime &now) const
    {
        if (const auto *moment = std::get_if<QDateTime>(&m_choice))
            return *moment;
        return expiryAfter(std::get<ExpiryPreset>(m_choice), now);
    }

    bool operator==(const ExpiryChoice &) const = default;

private:
    std::variant<ExpiryPreset, QDateTime> m_choice;
};

} // namespace gatehouse
