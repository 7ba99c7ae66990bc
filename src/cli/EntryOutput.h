// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"

#include <QJsonObject>
#include <QTextStream>

#include <vector>

namespace gatehouse::cli {

/// An entry as `--json` shows it. Times are ISO 8601 in UTC, `expiresAt` is null for never.
QJsonObject toJson(const Entry &entry, const QDateTime &now);

void printTable(const std::vector<Entry> &entries, const QDateTime &now, QTextStream &out);
void printJson(const std::vector<Entry> &entries, const QDateTime &now, QTextStream &out);
/// RFC 4180 with the header range,label,active,expires. A cell that a spreadsheet would run as a formula is written
/// with a leading apostrophe.
void printCsv(const std::vector<Entry> &entries, QTextStream &out);

/// ISO 8601, UTC, with Z.
QString isoTime(const QDateTime &time);

} // namespace gatehouse::cli
