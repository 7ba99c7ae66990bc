// SPDX-License-Identifier: Apache-2.0
#include "store/Settings.h"

#include "base/Logging.h"

namespace gatehouse {

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file, QSettings::IniFormat)
{
    if (m_file.status() != QSettings::NoError)
        qCWarning(logging::store) << "the settings cannot be read:" << file;
}

QVariant Settings::read(QLatin1String key, QMetaType type) const
{
    QVariant stored = m_file.value(key);
    if (!stored.isValid()) // QSettings writes an empty list so
        return QVariant(type);
    return stored.convert(type) ? stored : QVariant();
}

} // namespace gatehouse
