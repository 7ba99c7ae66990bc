// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace gatehouse {

/// The first key that stands twice in one object of `json`, which is well-formed JSON. QJsonDocument lets the last one
/// win without a word, and others the first: of such an answer nobody can say what it means. Takes as long as the text.
[[nodiscard]] std::optional<QString> duplicateKeyIn(const QByteArray &json);

} // namespace gatehouse
