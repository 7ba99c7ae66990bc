// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

namespace gatehouse {

/// One setting: where it is kept and what it is without the user's word.
template <typename T>
struct Setting
{
    const char *key;
    T fallback;
};

/// The user's settings, each declared once in SettingKeys.h, in one file. Never holds a secret.
class Settings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)

public:
    explicit Settings(const QString &file, QObject *parent = nullptr);

    template <typename T>
    [[nodiscard]] T value(const Setting<T> &setting) const
    {
        return m_file.value(QLatin1String(setting.key), QVariant::fromValue(setting.fallback)).template value<T>();
    }

    template <typename T>
    void setValue(const Setting<T> &setting, const T &value)
    {
        if (value == this->value(setting))
            return;
        m_file.setValue(QLatin1String(setting.key), QVariant::fromValue(value));
        Q_EMIT
        changed(QLatin1String(setting.key));
    }

Q_SIGNALS:
    void changed(const QString &key);

private:
    QSettings m_file;
};

} // namespace gatehouse
