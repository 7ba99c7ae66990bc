// SPDX-License-Identifier: Apache-2.0
#include "base/Csv.h"

#include <algorithm>

namespace gatehouse {

QString csvCell(QString text)
{
    static const QString formulaStarts = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && formulaStarts.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    static const QString needsQuotes = QStringLiteral("\",\r\n");
    if (std::any_of(text.cbegin(), text.cend(), [](QChar c) { return needsQuotes.contains(c); }))
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text;
}

QString csvRecord(const QStringList &cells)
{
    QStringList written;
    written.reserve(cells.size());
    for (const auto &cell : cells)
        written.append(csvCell(cell));
    return written.join(QLatin1Char(','));
}

} // namespace gatehouse
