// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Review.h"

#include <QString>

namespace gatehouse {

/// A finding's sentence with its severity in front, translated, for where no symbol is seen: "Warning: …".
QString withSeverity(Severity severity, const QString &sentence);

/// The stable name used by `--json` output: "error", "warning", "note".
QString severityName(Severity severity);

} // namespace gatehouse
