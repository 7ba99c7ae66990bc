// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/IpRange.h"
#include "server/Fault.h"
#include "server/http/Message.h"

#include <QList>
#include <QString>

#include <optional>

namespace gatehouse::server {

/// One element of `entries`, as it was sent.
struct CortexEntry
{
    QString address;
    QString description; ///< empty when it was null or absent
    std::optional<IpRange> range;
    QString problem; ///< why there is no range, or why it cannot stay; empty for a valid entry
};

/// The entries of a body of the right form, valid or not. 400 for a body of another form.
[[nodiscard]] Outcome<QList<CortexEntry>> readCortexEntries(const Request &request);

/// 400 that names every entry with a problem; nullopt when there is none.
[[nodiscard]] std::optional<Fault> cortexProblems(const QList<CortexEntry> &entries);

} // namespace gatehouse::server
