// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "services/Wire.h"

#include <optional>
#include <vector>

namespace gatehouse {

/// One answer to a list request.
struct Page
{
    std::vector<Entry> entries;
    // What the answer says of the whole; empty where it says nothing (or the definition names no place for it).
    std::optional<qint64> total;
    std::optional<qint64> totalPages;
    std::optional<bool> more;
    QString next; ///< cursor; empty at the end
};

/// The error is a sentence that names the place in the answer: "allowlist[3].ip: …".
tl::expected<Page, QString> readPage(const QJsonValue &answer, const ListForm &list, const EntryForm &form);

} // namespace gatehouse
