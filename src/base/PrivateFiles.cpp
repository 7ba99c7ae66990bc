// SPDX-License-Identifier: Apache-2.0
#include "base/PrivateFiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMutex>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace gatehouse {

namespace {

constexpr mode_t forOwnerOnly = S_IRUSR | S_IWUSR;

tl::unexpected<Error> refusedFile(const char *sentence, const QString &path, const QString &reason = {})
{
    return failure(ErrorKind::Storage, QCoreApplication::translate("PrivateFiles", sentence).arg(path), reason);
}

/// As a shell takes it for one word.
QString quotedForShell(const QString &path)
{
    static const auto plain = [](QChar c) { return c.isLetterOrNumber() || QStringLiteral("/._-+,@").contains(c); };
    if (std::all_of(path.begin(), path.end(), plain))
        return path;
    return u'\'' + QString(path).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

Result<void> makeFolders(const QString &path)
{
    if (QFileInfo::exists(path))
        return {};
    const QString parent = QFileInfo(path).absolutePath();
    if (auto made = makeFolders(parent); !made)
        return made;
    if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) != 0 && errno != EEXIST)
        return refusedFile(QT_TRANSLATE_NOOP("PrivateFiles", "The folder %1 cannot be made."), path,
                           qt_error_string(errno));
    return {};
}

enum class Sticky { Counts, CountsNot };

/// `sticky`: whether it is enough that nobody may rename or remove the files of others there.
Result<void> checkFolder(const QString &path, Sticky sticky)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0 || !S_ISDIR(found.st_mode))
        return refusedFile(QT_TRANSLATE_NOOP("PrivateFiles", "The folder %1 cannot be made."), path);
    const bool forOthers = (found.st_mode & (S_IWGRP | S_IWOTH)) != 0;
    if (!forOthers || (sticky == Sticky::Counts && (found.st_mode & S_ISVTX) != 0))
        return {};
    return failure(ErrorKind::Storage,
                   QCoreApplication::translate("PrivateFiles",
                                               "Others may write into the folder %1, and put files of theirs in the "
                                               "place of what is kept there. Take that from them with: chmod go-w %2")
                       .arg(path, quotedForShell(path)));
}

/// Nothing, or a regular file.
Result<void> checkFile(const QString &path)
{
    struct stat found = {};
    if (::lstat(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    if (S_ISLNK(found.st_mode))
        return refusedFile(QT_TRANSLATE_NOOP("PrivateFiles", "%1 is a symbolic link, which is not followed: it may "
                                                             "lead to a file of somebody else's choice. Put the file "
                                                             "itself there."),
                           path);
    if (!S_ISREG(found.st_mode))
        return refusedFile(QT_TRANSLATE_NOOP("PrivateFiles", "%1 is not a file."), path);
    return {};
}

tl::unexpected<Error> cannotWritePrivately(const QString &path, int error)
{
    return refusedFile(QT_TRANSLATE_NOOP("PrivateFiles", "The file %1 cannot be written."), path,
                       qt_error_string(error));
}

/// Writes all of it to a new file, onto the disk.
Result<void> writeNewFile(const QString &path, const QByteArray &content)
{
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, forOwnerOnly);
    if (file < 0)
        return cannotWritePrivately(path, errno);
    const bool isWritten =
        ::write(file, content.constData(), std::size_t(content.size())) == content.size() && ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    if (isWritten)
        return {};
    QFile::remove(path);
    return cannotWritePrivately(path, error);
}

} // namespace

Result<void> makePrivateFolder(const QString &path)
{
    if (auto made = makeFolders(path); !made)
        return made;
    return checkFolder(path, Sticky::CountsNot);
}

Result<void> makePrivateFile(const QString &path)
{
    if (auto sound = checkFile(path); !sound)
        return sound;
    // One thread at a time: a file that one closes loses every lock that the others of this process have on it.
    static QMutex making;
    const QMutexLocker lock(&making);
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, forOwnerOnly);
    if (file >= 0)
        ::close(file);
    else if (errno != EEXIST) // when another program makes it first, that one has set the mode
        return cannotWritePrivately(path, errno);
    return checkFile(path);
}

Result<void> writePrivateFile(const QString &path, const QByteArray &content)
{
    if (auto sound = checkFolder(QFileInfo(path).absolutePath(), Sticky::Counts); !sound)
        return sound;
    if (auto sound = checkFile(path); !sound)
        return sound;
    const QString fresh = QStringLiteral("%1.%2.new").arg(path).arg(::getpid());
    QFile::remove(fresh); // of a program that was ended, and had our number
    if (auto written = writeNewFile(fresh, content); !written)
        return written;
    if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0) {
        const int error = errno;
        QFile::remove(fresh);
        return cannotWritePrivately(path, error);
    }
    return {};
}

} // namespace gatehouse
