// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace gatehouse::test {

/// What a test found out, as a table of docs/reliability.md: its part between two comments that name it.
class ReliabilityTable final
{
public:
    ReliabilityTable(QString part, QStringList columns)
        : m_part(std::move(part))
        , m_columns(std::move(columns))
    {}

    /// Rows stand in the order in which they are first noted; what differs within a cell stands in it together.
    void note(const QString &row, const QString &column, const QString &outcome)
    {
        if (!m_rows.contains(row))
            m_rows.append(row);
        m_cells[row][column].insert(outcome);
    }

    [[nodiscard]] QString text() const
    {
        QString lines =
            u"| " + m_columns.join(u" | ") + u" |\n|" + QStringLiteral(" --- |").repeated(m_columns.size()) + u'\n';
        for (const QString &row : m_rows) {
            QStringList cells{row};
            for (const QString &column : m_columns.mid(1))
                cells += cell(row, column);
            lines += u"| " + cells.join(u" | ") + u" |\n";
        }
        return lines;
    }

    /// What is wrong with the part of the file; empty when it says what was found out. Writes it when the environment
    /// asks for that.
    [[nodiscard]] QString problemOf(const QString &path) const
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return path + QStringLiteral(" cannot be read");
        const QString before = QString::fromUtf8(file.readAll());
        file.close();
        const QString head = QStringLiteral("<!-- %1 -->\n").arg(m_part);
        const QString tail = QStringLiteral("<!-- end of %1 -->").arg(m_part);
        const qsizetype begin = before.indexOf(head) + head.size();
        const qsizetype end = before.indexOf(tail);
        if (!before.contains(head) || end < begin)
            return path + QStringLiteral(" has no part ") + m_part;
        const QString after = before.first(begin) + text() + before.mid(end);
        if (!qEnvironmentVariableIsSet("GATEHOUSE_UPDATE_RELIABILITY")) {
            if (isTold(text(), before.sliced(begin, end - begin)))
                return {};
            return QStringLiteral("%1 is stale, found was:\n%2\nUpdate it with: GATEHOUSE_CHECK_ALL=1 "
                                  "GATEHOUSE_UPDATE_RELIABILITY=1 "
                                  "ctest --preset dev -j 1 -R '^tst_(faults|race)'")
                .arg(path, text());
        }
        const bool written = file.open(QIODevice::WriteOnly) && file.write(after.toUtf8()) >= 0;
        return written ? QString() : path + QStringLiteral(" cannot be written");
    }

private:
    /// Which of two ends a race of connection and answer has is not the same each time: the page may know of more than
    /// one run shows, never of less.
    static bool isTold(const QString &found, const QString &page)
    {
        const QStringList foundLines = found.split(u'\n');
        const QStringList pageLines = page.split(u'\n');
        return std::ranges::equal(foundLines, pageLines, [](const QString &foundLine, const QString &pageLine) {
            const QStringList cells = foundLine.split(QStringLiteral(" | "));
            const QStringList told = pageLine.split(QStringLiteral(" | "));
            return std::ranges::equal(cells, told, [](const QString &cell, const QString &known) {
                const QStringList outcomes = cell.split(QStringLiteral("; "));
                return std::ranges::all_of(outcomes, [&known](const QString &outcome) {
                    const QString plain = QString(outcome).remove(u'|').trimmed();
                    return QString(known).remove(u'|').trimmed().split(QStringLiteral("; ")).contains(plain);
                });
            });
        });
    }

    [[nodiscard]] QString cell(const QString &row, const QString &column) const
    {
        const QSet<QString> outcomes = m_cells[row][column];
        QStringList sorted(outcomes.cbegin(), outcomes.cend());
        sorted.sort();
        return sorted.join(QStringLiteral("; "));
    }

    QString m_part;
    QStringList m_columns; ///< the first is that of the rows' names
    QStringList m_rows;
    QMap<QString, QMap<QString, QSet<QString>>> m_cells;
};

} // namespace gatehouse::test
