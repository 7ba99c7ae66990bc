// SPDX-License-Identifier: Apache-2.0
#include "allowlist/SeverityText.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

class SeverityText
{
    Q_DECLARE_TR_FUNCTIONS(Severity)
};

} // namespace

QString withSeverity(Severity severity, const QString &sentence)
{
    switch (severity) {
    case Severity::Error:
        return SeverityText::tr("Error: %1").arg(sentence);
    case Severity::Warning:
        return SeverityText::tr("Warning: %1").arg(sentence);
    case Severity::Note:
        return SeverityText::tr("Note: %1").arg(sentence);
    }
    Q_UNREACHABLE();
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Note:
        return QStringLiteral("note");
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse
