// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"

#include <QByteArray>

namespace gatehouse {

/// What somebody agrees to who agrees to these changes after this review, as a hash (SHA-256): each change with what
/// the entry was and becomes, and each warning and error that was shown. Another hash means that something else would
/// be sent than what was looked at. Entries that others have changed meanwhile and notes make no difference, nor do
/// keys.
[[nodiscard]] QByteArray digestOf(const Review &review, const Draft &draft);

} // namespace gatehouse
