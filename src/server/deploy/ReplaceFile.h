// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

namespace gatehouse::server {

/// Makes `content` the file's content: whoever reads it, and whatever happens meanwhile, there is all of the old or all
/// of the new. A temporary file in the same folder is written to the disk and renamed; the file's permissions stay, and
/// a symbolic link stays one. Answers whether the file had to be changed. ErrorKind::Storage.
[[nodiscard]] Result<bool> replaceFile(const QString &path, const QByteArray &content);

} // namespace gatehouse::server
