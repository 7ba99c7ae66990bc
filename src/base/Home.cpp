// SPDX-License-Identifier: Apache-2.0
#include "base/Home.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace gatehouse {

namespace {

Result<void> makePrivateFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return failure(ErrorKind::Storage, QStringLiteral("cannot make the folder %1").arg(path));
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

} // namespace

Home Home::choose(const QString &directory)
{
    const QString root = directory.isEmpty() ? qEnvironmentVariable("GATEHOUSE_HOME") : directory;
    if (!root.isEmpty()) {
        const QDir dir(QDir(root).absolutePath());
        return {dir.filePath(QStringLiteral("config")), dir.filePath(QStringLiteral("data"))};
    }
    const auto inside = [](QStandardPaths::StandardLocation place) {
        return QDir(QStandardPaths::writableLocation(place)).filePath(QStringLiteral("gatehouse"));
    };
    return {inside(QStandardPaths::GenericConfigLocation), inside(QStandardPaths::GenericDataLocation)};
}

Result<void> Home::create() const
{
    if (auto made = makePrivateFolder(config); !made)
        return made;
    return makePrivateFolder(data);
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
