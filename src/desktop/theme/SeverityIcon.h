// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"

#include <QIcon>

namespace gatehouse {

/// The symbol in front of what a review has found.
QIcon severityIcon(Severity severity);

} // namespace gatehouse
