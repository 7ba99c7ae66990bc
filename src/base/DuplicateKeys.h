// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace gatehouse {

/// A key that one object of `json` holds more than once, the first one found; nullopt when there is none. Qt's reader
/// takes the last without a word, another program the first, so that two who look at one text see different lists
/// (RFC 8259 section 4). `json` must be valid JSON in UTF-8; the time it takes is linear.
[[nodiscard]] std::optional<QString> duplicateKey(const QByteArray &json);

} // namespace gatehouse
