// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace gatehouse {

/// The choices offered beside "any date". A month is 30 days.
enum class ExpiryPreset { Never, SixHours, TwelveHours, OneDay, OneWeek, OneMonth };

inline constexpr std::array expiryPresets{ExpiryPreset::Never,  ExpiryPreset::SixHours, ExpiryPreset::TwelveHours,
                                          ExpiryPreset::OneDay, ExpiryPreset::OneWeek,  ExpiryPreset::OneMonth};

/// Empty for Never.
std::optional<std::chrono::seconds> durationOf(ExpiryPreset preset);
/// The command line's word: never, 6h, 12h, 1d, 1w, 1mo.
QString wordFor(ExpiryPreset preset);
/// Translated: "Never", "6 hours" … "1 month (30 days)".
QString titleOf(ExpiryPreset preset);
/// The time at which something that starts `now` ends; empty for Never. Whole seconds, UTC.
std::optional<QDateTime> expiryAfter(ExpiryPreset preset, const QDateTime &now);

/// A choice read from text: `never`, a preset's word, or an ISO 8601 time with a zone. Outer empty: cannot be read.
std::optional<std::optional<QDateTime>> parseExpiry(const QString &text, const QDateTime &now);

/// Translated, for a table cell: "never", "in 5 h 12 min", "in 3 days", "expired 20 min ago".
QString describeExpiry(const std::optional<QDateTime> &expiresAt, const QDateTime &now);

} // namespace gatehouse
