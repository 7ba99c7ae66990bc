// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QDir>

namespace gatehouse::test {

/// The path of a file of the sources: the nearest folder above the test program that holds the presets is their root.
/// No path is compiled in, so that the programs of two clones are the same to the byte.
inline QString sourceFile(const QString &path)
{
    QDir folder(QCoreApplication::applicationDirPath());
    while (!folder.exists(QStringLiteral("CMakePresets.json"))) {
        if (!folder.cdUp())
            qFatal("the test program does not lie below the sources");
    }
    return folder.filePath(path);
}

/// The path of one of our own programs, which lie beside the test programs.
inline QString programFile(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

} // namespace gatehouse::test
