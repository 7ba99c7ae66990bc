// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "services/EntryForm.h"

namespace gatehouse {

/// An item that is no range, as an entry: what it is called, and all of it to be sent back as it came. Of what it says
/// beside that, what can be read.
[[nodiscard]] Entry foreignEntry(const QJsonObject &item, const EntryForm &form);

/// The name of a member beside a missing range that holds one: the definition looks in the wrong place. Empty without.
[[nodiscard]] QString memberWithRange(const QJsonObject &item);

/// The name of a member beside `range` that is a part of it, as far as names and values tell: a mask, a prefix length
/// or the last address. Read without that, the range would be another. Empty where there is none.
[[nodiscard]] QString secondPartOf(const QJsonObject &item, const IpRange &range, const EntryForm &form);

} // namespace gatehouse
