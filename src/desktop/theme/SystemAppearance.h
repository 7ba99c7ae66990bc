// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPalette>

class QDBusVariant;

namespace gatehouse {

/// Whether the desktop is set to dark. Qt 6.4 cannot tell, so the desktop portal is asked (the setting
/// org.freedesktop.appearance color-scheme); where there is none, the palette that the platform gave tells.
class SystemAppearance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemAppearance)

public:
    /// `platformPalette` as it was before anybody set another one. Never waits: the portal's answer comes as changed().
    explicit SystemAppearance(const QPalette &platformPalette, QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &scheme);

    bool m_dark = false;
};

} // namespace gatehouse
