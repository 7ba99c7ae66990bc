// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

class QMenu;

namespace gatehouse {

class MainWindow;
class Settings;

/// The program's symbol in the tray, where there is one, with a menu to show the window, to look now, and to quit.
/// Where the settings say so, closing the window leaves the program there.
class TrayController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayController)

public:
    /// All must outlive this.
    TrayController(const Settings &settings, MainWindow &window, bool isTrayThere, QObject *parent = nullptr);
    ~TrayController() override;

    [[nodiscard]] QMenu &menu() { return *m_menu; }

Q_SIGNALS:
    void checkRequested();

private:
    void closeRequested(bool *wait);
    void activated(QSystemTrayIcon::ActivationReason reason);

    const Settings &m_settings;
    MainWindow &m_window;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon m_symbol;
};

} // namespace gatehouse
