// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/Notifier.h"

#include <QHash>

class QSystemTrayIcon;

namespace gatehouse {

/// By the desktop's notification service (freedesktop.org, over D-Bus); where there is none, by a symbol in the tray
/// that is there only while it has something to say.
class DesktopNotifier final : public Notifier
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotifier)

public:
    explicit DesktopNotifier(QObject *parent = nullptr);
    ~DesktopNotifier() override;

    void show(const Notification &notification) override;
    void withdraw(const QString &action) override;

private Q_SLOTS:
    // From the bus: a notification by its number.
    void invoked(uint number, const QString &button);
    void closed(uint number, uint reason);

private:
    void ask(const Notification &notification);
    void showInTray(const Notification &notification);

    const bool m_hasBus;
    QHash<QString, uint> m_numbers; ///< of what is on the screen, by action
    QSystemTrayIcon *m_tray = nullptr;
    QString m_trayAction; ///< of what the tray shows
};

} // namespace gatehouse
