// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/HostConditions.h"

#include <QNetworkInformation>
#include <QStringList>
#include <QVariantMap>

namespace gatehouse {

/// As the system tells: the network by Qt, where it has a backend for it; the battery by UPower over D-Bus, where there
/// is one. What nobody tells counts as no reason to hold back. Never waits.
class SystemConditions final : public HostConditions
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemConditions)

public:
    explicit SystemConditions(QObject *parent = nullptr);

private Q_SLOTS:
    void powerChanged(const QString &interface, const QVariantMap &values, const QStringList &unknown);

private:
    void watchNetwork();
    void watchPower();
    void readNetwork(const QNetworkInformation &network);
    void setOnBattery(bool onBattery);
};

} // namespace gatehouse
