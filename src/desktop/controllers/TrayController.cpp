// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/TrayController.h"

#include "desktop/MainWindow.h"
#include "desktop/theme/Icons.h"
#include "store/SettingKeys.h"

#include <QMenu>

namespace gatehouse {

TrayController::TrayController(const Settings &settings, MainWindow &window, bool isTrayThere, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_window(window)
    , m_menu(std::make_unique<QMenu>())
    , m_symbol(applicationIcon())
{
    m_menu->setObjectName(QStringLiteral("trayMenu"));
    m_menu->setAccessibleName(tr("Gatehouse"));
    const auto offer = [this](const char *name, const QString &text, auto what) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, what);
    };
    offer("trayShow", tr("&Show Gatehouse"), [this] { m_window.bringToFront(); });
    offer("trayCheck", tr("&Check now"), [this] { Q_EMIT checkRequested(); });
    m_menu->addSeparator();
    offer("trayQuit", tr("&Quit"), [this] { m_window.quit(); });
    m_symbol.setContextMenu(m_menu.get());
    m_symbol.setToolTip(tr("Gatehouse"));
    connect(&m_symbol, &QSystemTrayIcon::activated, this, &TrayController::activated);
    if (!isTrayThere)
        return;
    m_symbol.show();
    connect(&window, &MainWindow::closeRequested, this, &TrayController::closeRequested);
}

TrayController::~TrayController() = default;

/// After the one who waits for what is being sent: the window may go, but the program stays until it is quit.
void TrayController::closeRequested(bool *wait)
{
    if (*wait || m_window.isQuitting() || !m_settings.value(settings::closeToTray))
        return;
    *wait = true;
    m_window.hide();
}

void TrayController::activated(QSystemTrayIcon::ActivationReason reason)
{
    if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
        m_window.bringToFront();
}

} // namespace gatehouse
