// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileInfo>

namespace gatehouse::test {

/// Temporary folders are in memory from now on, where the computer has such a place: for tests that write thousands of
/// times and are not about the disk.
inline void useMemoryForTemporaryFolders()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    if (memory.isDir() && memory.isWritable())
        qputenv("TMPDIR", "/dev/shm");
}

} // namespace gatehouse::test
