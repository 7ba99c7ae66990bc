// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse {

/// A cell as it stands in a CSV file (RFC 4180): in quotes when it needs them. What a spreadsheet would run as a
/// formula gets a leading apostrophe.
[[nodiscard]] QString csvCell(QString text);

/// The cells of one record, with commas between them and without the line's end.
[[nodiscard]] QString csvRecord(const QStringList &cells);

} // namespace gatehouse
