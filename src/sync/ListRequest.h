// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/ManyLists.h"

#include <variant>

namespace gatehouse {

// One request for several lists; each makes of it what it needs.

/// A list where such a range is in force already, for as long, is left alone. A range that is there switched off, or
/// ends sooner, is not touched but added beside: the review says so.
struct AddRanges
{
    std::vector<EntryContent> contents;
};

/// Every entry of these ranges; empty: never ends. A list that has none is left alone.
struct ExpireRanges
{
    std::vector<IpRange> ranges;
    std::optional<QDateTime> expiresAt;
};

/// Every entry of these ranges. A list that has none is left alone.
struct RemoveRanges
{
    std::vector<IpRange> ranges;
};

using ListRequest = std::variant<AddRanges, ExpireRanges, RemoveRanges>;

/// The order for one list; `clock` must outlive it.
[[nodiscard]] ListOrder orderFor(const ConnectionRecord &connection, const ListRequest &request, const Clock &clock);

} // namespace gatehouse
