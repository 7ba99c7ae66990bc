// SPDX-License-Identifier: Apache-2.0
#include "desktop/SystemConditions.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace gatehouse {

namespace {

const QString powerService = QStringLiteral("org.freedesktop.UPower");
const QString powerPath = QStringLiteral("/org/freedesktop/UPower");
const QString propertiesInterface = QStringLiteral("org.freedesktop.DBus.Properties");
const QString onBatteryProperty = QStringLiteral("OnBattery");

} // namespace

SystemConditions::SystemConditions(QObject *parent)
    : HostConditions(parent)
{
    watchNetwork();
    watchPower();
}

void SystemConditions::watchNetwork()
{
    using Feature = QNetworkInformation::Feature;
    if (!QNetworkInformation::loadBackendByFeatures(Feature::Metered) &&
        !QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    const auto read = [this, network] { readNetwork(*network); };
    connect(network, &QNetworkInformation::reachabilityChanged, this, read);
    connect(network, &QNetworkInformation::isMeteredChanged, this, read);
    read();
}

void SystemConditions::readNetwork(const QNetworkInformation &network)
{
    State now = state();
    now.isMetered = network.supports(QNetworkInformation::Feature::Metered) && network.isMetered();
    now.isOnline = !network.supports(QNetworkInformation::Feature::Reachability) ||
                   network.reachability() != QNetworkInformation::Reachability::Disconnected;
    setState(now);
}

void SystemConditions::watchPower()
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    bus.connect(powerService, powerPath, propertiesInterface, QStringLiteral("PropertiesChanged"), this,
                SLOT(powerChanged(QString, QVariantMap, QStringList)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(powerService, powerPath, propertiesInterface, QStringLiteral("Get"));
    question << powerService << onBatteryProperty;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid())
            setOnBattery(reply.value().variant().toBool());
    });
}

void SystemConditions::powerChanged(const QString &interface, const QVariantMap &values, const QStringList &unknown)
{
    Q_UNUSED(unknown)
    if (interface == powerService && values.contains(onBatteryProperty))
        setOnBattery(values.value(onBatteryProperty).toBool());
}

void SystemConditions::setOnBattery(bool onBattery)
{
    State now = state();
    now.onBattery = onBattery;
    setState(now);
}

} // namespace gatehouse
