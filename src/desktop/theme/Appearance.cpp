// SPDX-License-Identifier: Apache-2.0
#include "desktop/theme/Appearance.h"

#include "desktop/theme/Theme.h"
#include "store/SettingKeys.h"

#include <QApplication>
#include <QStyle>
#include <QToolTip>

namespace gatehouse {

Appearance::Appearance(const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_system(QGuiApplication::palette())
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(settings::theme.key))
            apply();
    });
    connect(&m_system, &SystemAppearance::changed, this, &Appearance::apply);
    apply();
}

bool Appearance::wantsDark() const
{
    switch (m_settings.value(settings::theme)) {
    case settings::Theme::Light:
        return false;
    case settings::Theme::Dark:
        return true;
    case settings::Theme::System:
        return m_system.isDark();
    }
    return false;
}

void Appearance::apply()
{
    const Theme &theme = wantsDark() ? Theme::darkTheme() : Theme::light();
    QApplication::setPalette(theme.palette());
    QToolTip::setPalette(theme.palette());
    qApp->setStyleSheet(theme.styleSheet(QApplication::font()));
}

} // namespace gatehouse
