// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"
#include "server/data/Entries.h"
#include "server/deploy/DeployOptions.h"
#include "server/deploy/DeployTarget.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace gatehouse::server {

/// Whom a list lets in at one moment: the ranges of what is active and has not expired.
struct LetIn
{
    QList<IpRange> ranges; ///< in the list's order
    QDateTime until;       ///< when the next of them expires; invalid: none does

    [[nodiscard]] static LetIn of(const QList<StoredEntry> &entries, const QDateTime &now);
    /// Whether everyone is let in: `*` says so, and with `empty` so does nothing in force.
    [[nodiscard]] bool isOpen(EmptyList empty) const;
};

/// What stands in the target's file. The same list gives the same bytes.
[[nodiscard]] QByteArray deployText(const DeployTarget &target, const LetIn &letIn, EmptyList empty);

} // namespace gatehouse::server
