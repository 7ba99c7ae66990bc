// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

namespace gatehouse {

// Files that others must neither read nor put in place of ours: databases, tokens, settings. Every error is
// ErrorKind::Storage with a sentence for people.

/// Makes the folder, and those above it that are missing, for their owner only. One that exists is taken as it is,
/// unless its group or everyone may write into it: then it is refused, and the sentence holds the command that mends
/// it. Whoever may write into a folder may put a file of his own in the place of ours.
[[nodiscard]] Result<void> makePrivateFolder(const QString &path);

/// An empty file for its owner only, when there is none. What is there must be a regular file: a symbolic link, which
/// may lead to a file of somebody else's choice, is refused and not followed.
[[nodiscard]] Result<void> makePrivateFile(const QString &path);

/// Puts `content` into the file, for its owner only, whoever could read it before. Whoever reads it meanwhile sees the
/// old or the new. Refuses what is no regular file, and a folder that others may write into, unless it is one like /tmp
/// in which nobody may replace the files of others.
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace gatehouse
