// SPDX-License-Identifier: Apache-2.0
#include "cli/TextTable.h"

#include <algorithm>

namespace gatehouse::cli {

namespace {

/// A service's text must not steer the terminal.
QString printable(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

TextTable::TextTable(QStringList heading)
    : m_rows{std::move(heading)}
{}

void TextTable::addRow(QStringList cells)
{
    std::ranges::transform(cells, cells.begin(), printable);
    m_rows.append(std::move(cells));
}

void TextTable::print(QTextStream &out) const
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

} // namespace gatehouse::cli
