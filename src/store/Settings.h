// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaEnum>
#include <QObject>
#include <QSettings>
#include <QUuid>
#include <QVariant>

#include <type_traits>

namespace gatehouse {

/// One setting: where it is kept and what it is without the user's word.
template <typename T>
struct Setting
{
    const char *key;
    T fallback;
};

/// The user's settings, each declared once in SettingKeys.h, in one INI file. Never holds a secret.
///
/// Enumerators (of a Q_ENUM) are kept by name, QUuid as text, the rest as QSettings writes it. A value that cannot be
/// read as its type, since somebody edited the file, counts as not set.
class Settings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)

public:
    explicit Settings(const QString &file, QObject *parent = nullptr);

    template <typename T>
    [[nodiscard]] T value(const Setting<T> &setting) const
    {
        const QLatin1String key(setting.key);
        if constexpr (std::is_enum_v<T>) {
            bool known = false;
            const int number = QMetaEnum::fromType<T>().keyToValue(m_file.value(key).toByteArray().constData(), &known);
            return known ? static_cast<T>(number) : setting.fallback;
        } else {
            const QVariant stored = m_file.contains(key) ? read(key, QMetaType::fromType<T>()) : QVariant();
            return stored.isValid() ? stored.value<T>() : setting.fallback;
        }
    }

    template <typename T>
    void setValue(const Setting<T> &setting, const T &value)
    {
        if (value == this->value(setting))
            return;
        const QLatin1String key(setting.key);
        if constexpr (std::is_enum_v<T>)
            m_file.setValue(key, QLatin1String(QMetaEnum::fromType<T>().valueToKey(int(value))));
        else if constexpr (std::is_same_v<T, QUuid>)
            m_file.setValue(key, value.toString());
        else
            m_file.setValue(key, QVariant::fromValue(value));
        Q_EMIT changed(key);
    }

Q_SIGNALS:
    void changed(const QString &key);

private:
    /// Invalid when what is stored cannot be read as `type`.
    [[nodiscard]] QVariant read(QLatin1String key, QMetaType type) const;

    QSettings m_file;
};

} // namespace gatehouse
