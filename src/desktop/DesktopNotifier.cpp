// SPDX-License-Identifier: Apache-2.0
#include "desktop/DesktopNotifier.h"

#include "base/Logging.h"
#include "desktop/SessionBus.h"
#include "desktop/theme/Icons.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>
#include <QVariantMap>

namespace gatehouse {

namespace {

const QString notificationService = QStringLiteral("org.freedesktop.Notifications");
const QString notificationPath = QStringLiteral("/org/freedesktop/Notifications");
/// The button that a click on the notification itself stands for.
const QString defaultButton = QStringLiteral("default");
constexpr int asTheDesktopLikes = -1; // how long it stays

QDBusMessage notificationCall(const QString &method)
{
    return QDBusMessage::createMethodCall(notificationService, notificationPath, notificationService, method);
}

QVariantMap hints()
{
    return {{QStringLiteral("desktop-entry"), QStringLiteral("gatehouse")}};
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : Notifier(parent)
    , m_hasBus(hasSessionBus())
{
    if (!m_hasBus)
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(notificationService, notificationPath, notificationService, QStringLiteral("ActionInvoked"), this,
                SLOT(invoked(uint, QString)));
    bus.connect(notificationService, notificationPath, notificationService, QStringLiteral("NotificationClosed"), this,
                SLOT(closed(uint, uint)));
}

DesktopNotifier::~DesktopNotifier()
{
    delete m_tray; // it has no parent that is a widget
}

void DesktopNotifier::show(const Notification &notification)
{
    if (m_hasBus)
        ask(notification);
    else
        showInTray(notification);
}

void DesktopNotifier::ask(const Notification &notification)
{
    QDBusMessage call = notificationCall(QStringLiteral("Notify"));
    // Most desktops read the text as markup.
    call << QStringLiteral("Gatehouse") << m_numbers.value(notification.action) << QStringLiteral("gatehouse")
         << notification.title << notification.text.toHtmlEscaped() << QStringList{defaultButton, tr("Show")} << hints()
         << asTheDesktopLikes;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, notification] {
        answer->deleteLater();
        const QDBusPendingReply<uint> reply = *answer;
        if (reply.isValid()) {
            m_numbers.insert(notification.action, reply.value());
        } else {
            qCInfo(logging::desktop) << "no notification service:" << reply.error().name();
            showInTray(notification);
        }
    });
}

void DesktopNotifier::showInTray(const Notification &notification)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(applicationIcon());
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT activated(m_trayAction); });
        connect(m_tray, &QSystemTrayIcon::activated, this, [this] {
            m_tray->hide();
            Q_EMIT activated(m_trayAction);
        });
    }
    m_trayAction = notification.action;
    m_tray->setToolTip(notification.title);
    m_tray->show();
    m_tray->showMessage(notification.title, notification.text, applicationIcon());
}

void DesktopNotifier::withdraw(const QString &action)
{
    if (m_tray && m_trayAction == action)
        m_tray->hide();
    const uint number = m_numbers.take(action);
    if (number == 0)
        return;
    QDBusMessage call = notificationCall(QStringLiteral("CloseNotification"));
    call << number;
    QDBusConnection::sessionBus().asyncCall(call);
}

void DesktopNotifier::invoked(uint number, const QString &button)
{
    const QString action = m_numbers.key(number);
    if (button == defaultButton && !action.isEmpty())
        Q_EMIT activated(action);
}

void DesktopNotifier::closed(uint number, uint reason)
{
    Q_UNUSED(reason)
    m_numbers.remove(m_numbers.key(number));
}

} // namespace gatehouse
