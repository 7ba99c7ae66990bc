// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "base/Output.h"
#include "sync/ListSession.h"

#include <QJsonObject>

#include <vector>

namespace gatehouse::cli {

/// An entry of a list that was read, with where it stands there and what of it this computer keeps.
struct ListedEntry
{
    Entry entry;
    RowState state = RowState::Live;
    KeptFields kept;
};

/// All entries of the session's list as it was read.
[[nodiscard]] std::vector<ListedEntry> listedEntries(const ListSession &session);

/// An entry as `--json` shows it. Times are ISO 8601 in UTC, `expiresAt` is null for never, `heldBy` names the fields
/// that are kept on this computer.
QJsonObject toJson(const ListedEntry &listed, const QDateTime &now);

/// `{"error":{"kind","message","detail","httpStatus","requestId","url","fields"}}`; each field has a name and a
/// message.
QJsonObject errorObject(const Error &error);

void printTable(const std::vector<ListedEntry> &entries, const QDateTime &now, Output &out);
void printJson(const std::vector<ListedEntry> &entries, const QDateTime &now, Output &out);
/// RFC 4180 with the header range,label,active,expires. A cell that a spreadsheet would run as a formula is written
/// with a leading apostrophe.
void printCsv(const std::vector<ListedEntry> &entries, Output &out);

/// ISO 8601, UTC, with Z.
QString isoTime(const QDateTime &time);

} // namespace gatehouse::cli
