// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "services/Wire.h"

#include <QStringList>

namespace gatehouse {

/// What the answer to a validation says of `ranges`, the ranges as they were sent. Rejected with a field error for each
/// entry that is not valid: by position where there is a result for each, else by the range the result names.
/// Only kind, message and fields of the error are set. UnreadableAnswer when there is no result in it.
Result<void> readValidation(const QJsonValue &answer, const ValidateForm &form, const JsonPath &rangeField,
                            const QStringList &ranges);

} // namespace gatehouse
