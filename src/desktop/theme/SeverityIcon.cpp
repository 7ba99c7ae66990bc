// SPDX-License-Identifier: Apache-2.0
#include "desktop/theme/SeverityIcon.h"

#include "desktop/theme/Icons.h"

namespace gatehouse {

QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return icon(u"error", IconTint::Danger);
    case Severity::Warning:
        return icon(u"warning", IconTint::Warning);
    case Severity::Note:
        return icon(u"info", IconTint::Info);
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse
