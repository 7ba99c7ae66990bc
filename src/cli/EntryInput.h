// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"
#include "base/Result.h"

#include <QByteArray>

#include <vector>

namespace gatehouse::cli {

/// An entry of a file. What the file does not name is left as the list has it.
struct FileEntry
{
    EntryContent content;
    bool namesLabel = false;
    bool namesActive = false;
    bool namesExpiry = false;
};

/// The entries of a file as `list --csv` or `list --json` write it; which of them, its first character tells. Of CSV
/// only the column `range` is needed, of JSON the key. An expiry may also be a word like `1w`, counted from `now`.
///
/// InvalidInput that names file, line and column of everything that is wrong (see FileFaults).
[[nodiscard]] Result<std::vector<FileEntry>> readEntries(const QByteArray &bytes, const QString &fileName,
                                                         const QDateTime &now);

/// The bytes of a file; `-` is standard input. InvalidInput beyond 64 MB, be it a file, a pipe or a device.
[[nodiscard]] Result<QByteArray> contentOfFile(const QString &fileName);

/// What makes the list equal to the file.
[[nodiscard]] ChangeSet changesTo(const std::vector<FileEntry> &wanted, const Allowlist &list);

} // namespace gatehouse::cli
