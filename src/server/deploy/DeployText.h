// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"
#include "server/data/Entries.h"
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
    /// Nothing in force restricts nothing, as every API here has it; `*` says so too.
    [[nodiscard]] bool isOpen() const;
};

/// What stands in the target's file. The same list gives the same bytes.
[[nodiscard]] QByteArray deployText(const DeployTarget &target, const LetIn &letIn);

} // namespace gatehouse::server
