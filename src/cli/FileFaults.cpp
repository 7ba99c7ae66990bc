// SPDX-License-Identifier: Apache-2.0
#include "cli/FileFaults.h"

#include "cli/Text.h"

namespace gatehouse::cli {

namespace {

constexpr qsizetype mostFaults = 100;

} // namespace

void FileFaults::add(const QString &place, const QString &reason)
{
    ++m_count;
    if (m_kept.size() < mostFaults)
        m_kept.append({-1, place, reason});
}

Error FileFaults::error() const
{
    if (m_count == 1) {
        const FieldError &only = m_kept.constFirst();
        return makeError(ErrorKind::InvalidInput, QStringLiteral("%1: %2").arg(only.field, only.message));
    }
    QString sentence = Text::tr("%1 has %n faults, and nothing of it was used:", nullptr, m_count).arg(m_file);
    if (m_count > mostFaults)
        sentence =
            Text::tr("%1 has %2 faults, and nothing of it was used. The first hundred:").arg(m_file).arg(m_count);
    Error error = makeError(ErrorKind::InvalidInput, sentence);
    error.fields = m_kept;
    return error;
}

} // namespace gatehouse::cli
