// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"
#include "base/Error.h"

#include <QDateTime>
#include <QMetaType>

#include <optional>

namespace gatehouse {

/// How a connection is doing, as the list of connections shows it.
struct ConnectionStatus
{
    enum class Activity { Idle, Opening, Loading, Applying };

    Activity activity = Activity::Idle;
    std::optional<QDateTime> fetchedAt; ///< empty: never read
    int pending = 0;                    ///< changes that are not at the service yet
    std::optional<Error> error;         ///< of what was last tried
    bool overdue = false;               ///< something is still let in whose time is over, and waiting does not end it
    OpenTo openTo{};                    ///< whom the list lets in without looking at the address
    bool operator==(const ConnectionStatus &) const = default;
};

/// Translated, one short line: what is going on, else what is wrong, else that it is open, else when it was read.
QString describe(const ConnectionStatus &status, const QDateTime &now);

/// Translated: "Open to everyone"; empty when the list is open to nobody in particular.
QString titleOf(const OpenTo &open);

} // namespace gatehouse

Q_DECLARE_METATYPE(gatehouse::ConnectionStatus)
