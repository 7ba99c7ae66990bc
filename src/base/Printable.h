// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse {

/// A text from elsewhere as it may be shown: what could steer a terminal or hide a part of the text is written as an
/// escape such as \u{202e}. That is controls (C0, DEL, C1; line feeds and tabs, too), format characters (direction,
/// zero width, tags), separators of lines and paragraphs, and surrogates without their other half. Letters of all
/// scripts stay as they are.
[[nodiscard]] QString printable(const QString &text);

/// A JSON document in UTF-8 with the same characters as JSON escapes (\u202e): equal when it is read, and harmless
/// when it is looked at.
[[nodiscard]] QByteArray printableJson(const QByteArray &document);

} // namespace gatehouse
