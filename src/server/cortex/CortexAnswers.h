// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/cortex/CortexEntries.h"
#include "server/data/Entries.h"

namespace gatehouse::server {

struct CortexPage
{
    qint64 number = 0; ///< from 0
    qint64 size = 250;
};

/// {entries, page, total, totalPages} of a list with `total` entries; `entries` are those of the page.
[[nodiscard]] Response cortexList(const QList<StoredEntry> &entries, const CortexPage &page, qint64 total);

/// {address, description, valid, message} of one entry; an array of them of several or none.
[[nodiscard]] Response cortexValidation(const QList<CortexEntry> &entries);

/// The ErrorResponse; problem+json for 429.
[[nodiscard]] Response cortexFaultResponse(const Fault &fault);

} // namespace gatehouse::server
