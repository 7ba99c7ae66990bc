// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace gatehouse {

// Values as services send them: a number where a text is described and the other way round. What has one meaning is
// read; the rest is empty.

/// A text, or a whole number as one.
[[nodiscard]] std::optional<QString> looseText(const QJsonValue &value);
/// A whole number, or the digits of one.
[[nodiscard]] std::optional<qint64> looseWholeNumber(const QJsonValue &value);
/// true and false, 1 and 0, and both as texts.
[[nodiscard]] std::optional<bool> looseFlag(const QJsonValue &value);
/// Whether both mean the same: equal, or equal once texts, numbers, true and false are read alike.
[[nodiscard]] bool looselyEqual(const QJsonValue &left, const QJsonValue &right);

/// The value as it came, for a message: a text in quotation marks, anything else as JSON; cut where it is long.
[[nodiscard]] QString shownValue(const QJsonValue &value);

} // namespace gatehouse
