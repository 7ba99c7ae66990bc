// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QUrl>
#include <QUuid>

#include <optional>

namespace gatehouse {

/// One list the user opened, as this computer remembers it. Its secret is in the SecretStore, under the id.
struct ConnectionRecord
{
    QUuid id;
    QString name; ///< unique, not empty, no leading or trailing blanks
    QString serviceId;
    QUrl baseUrl; ///< of the embedded service only the path, since its port changes with each start
    QMap<QString, QString> scope;
    bool collectChanges = false; ///< true: changes are collected and applied together
    /// A new expiry is written into the label, for every computer to see and end, instead of being kept here. Only
    /// meaningful where the service holds labels but no expiry.
    bool expiryInLabel = false;
    QString caFile;        ///< PEM: an authority to trust beside those of the system; empty: none
    bool embedded = false; ///< "This computer"
    int position = 0;      ///< in the list of connections
    std::optional<QDateTime> lastSynchronised;
    QString audience{}; ///< for whom the secret was given (sync/SecretAudience.h); empty: not known
    bool operator==(const ConnectionRecord &) const = default;
};

} // namespace gatehouse
