// SPDX-License-Identifier: Apache-2.0
#include "base/TextTable.h"

#include "base/Printable.h"

#include <algorithm>

namespace gatehouse {

namespace {

/// As it will be printed, since an escape is wider than what it stands for.
QString cellText(const QString &text, qsizetype widest)
{
    QString shown = printable(text.left(widest + 1));
    if (shown.size() <= widest)
        return shown;
    shown.truncate(shown[widest - 2].isHighSurrogate() ? widest - 2 : widest - 1);
    return shown + QChar(0x2026); // …
}

} // namespace

TextTable::TextTable(QStringList heading)
    : m_rows{std::move(heading)}
{}

void TextTable::addRow(QStringList cells)
{
    constexpr qsizetype widest = 80;
    constexpr qsizetype widestLast = 400;
    for (qsizetype i = 0; i < cells.size(); ++i)
        cells[i] = cellText(cells[i], i + 1 < cells.size() ? widest : widestLast);
    m_rows.append(std::move(cells));
}

void TextTable::print(Output &out) const
{
    QList<qsizetype> widths(m_rows.first().size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[i] + 2);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        out << line << '\n';
    }
}

} // namespace gatehouse
