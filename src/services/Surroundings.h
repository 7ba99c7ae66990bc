// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/Wire.h"

namespace gatehouse {

/// Why the list in `answer` must not be replaced, in a sentence: a member beside it has another value than the one that
/// the replacing request would write, which would be gone unseen. Empty where there is none.
[[nodiscard]] QString overwrittenBeside(const QJsonValue &answer, const Wire &wire,
                                        const QMap<QString, QString> &scope);

} // namespace gatehouse
