// SPDX-License-Identifier: Apache-2.0
#include "server/deploy/ReplaceFile.h"

#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> cannotWrite(const QString &path, const QString &reason)
{
    return failure(ErrorKind::Storage, u"%1 cannot be written: %2"_s.arg(path, reason));
}

bool hasContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.size() == content.size() && file.open(QIODevice::ReadOnly) && file.readAll() == content;
}

/// The new name, too, survives a power cut. That some file systems cannot do it is no failure.
void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

} // namespace

Result<bool> replaceFile(const QString &path, const QByteArray &content)
{
    if (hasContent(path, content))
        return false;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    if (file.write(content) != content.size() || !file.flush())
        return cannotWrite(path, file.errorString());
    if (::fsync(file.handle()) != 0) // QSaveFile does it too, but does not say when it fails
        return cannotWrite(path, qt_error_string());
    if (!file.commit())
        return cannotWrite(path, file.errorString());
    syncFolder(path);
    return true;
}

} // namespace gatehouse::server
