// SPDX-License-Identifier: Apache-2.0
#include "base/Home.h"

#include "base/PrivateFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace gatehouse {

namespace {

/// One of ours: what others may read of it, as with an earlier version, is taken from them.
Result<void> makeOwnFolder(const QString &path)
{
    if (auto made = makePrivateFolder(path); !made)
        return made;
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

/// There before QSettings makes it readable for all; it keeps the mode of a file that it replaces.
Result<void> makeSettingsFile(const QString &path)
{
    if (!QFile::exists(path))
        return makePrivateFile(path);
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

} // namespace

Home Home::choose(const QString &directory)
{
    const QString root = directory.isEmpty() ? qEnvironmentVariable("GATEHOUSE_HOME") : directory;
    if (!root.isEmpty()) {
        const QDir dir(QDir(root).absolutePath());
        return {dir.filePath(QStringLiteral("config")), dir.filePath(QStringLiteral("data")), dir.path()};
    }
    const auto inside = [](QStandardPaths::StandardLocation place) {
        return QDir(QStandardPaths::writableLocation(place)).filePath(QStringLiteral("gatehouse"));
    };
    return {inside(QStandardPaths::GenericConfigLocation), inside(QStandardPaths::GenericDataLocation), {}};
}

Result<void> Home::create() const
{
    if (!root.isEmpty()) {
        if (auto made = makePrivateFolder(root); !made)
            return made;
    }
    if (auto made = makeOwnFolder(config); !made)
        return made;
    if (auto made = makeOwnFolder(data); !made)
        return made;
    return makeSettingsFile(settingsFile());
}

QString Home::settingsFile() const
{
    return QDir(config).filePath(QStringLiteral("gatehouse.ini"));
}

QString Home::databaseFile() const
{
    return QDir(data).filePath(QStringLiteral("gatehouse.sqlite"));
}

QString Home::serviceDataFolder() const
{
    return QDir(data).filePath(QStringLiteral("service"));
}

QString Home::userDefinitionsFolder() const
{
    return QDir(data).filePath(QStringLiteral("services"));
}

QString Home::id() const
{
    const QByteArray hash = QCryptographicHash::hash(data.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(12));
}

} // namespace gatehouse
