// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>

#include <unistd.h>

namespace gatehouse::test {

/// How much memory the process has in use now (its resident set), in bytes; -1 when there is none of that number.
inline qint64 residentBytes(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const auto pages = file.readAll().split(' ').value(1).toLongLong();
    return pages * ::sysconf(_SC_PAGESIZE);
}

} // namespace gatehouse::test
