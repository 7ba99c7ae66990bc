// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/theme/SystemAppearance.h"

#include <QFont>

namespace gatehouse {

class Settings;

/// Dresses the application: Fusion style, and the theme that the settings want, or the one the desktop has. Follows
/// both when they change.
class Appearance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Appearance)

public:
    /// `settings` must outlive this. Made after QApplication and before the first widget.
    explicit Appearance(const Settings &settings, QObject *parent = nullptr);

private:
    void apply();
    [[nodiscard]] bool wantsDark() const;

    const Settings &m_settings;
    SystemAppearance m_system;
};

} // namespace gatehouse
