// SPDX-License-Identifier: Apache-2.0
#include "base/Csv.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace gatehouse {

namespace {

/// Whether it begins with what a spreadsheet would run as a formula, but for apostrophes before it.
bool looksLikeFormula(QStringView text)
{
    constexpr QStringView formulaStarts = u"=+-@\t\r";
    const auto start = std::ranges::find_if(text, [](QChar c) { return c != u'\''; });
    return start != text.end() && formulaStarts.contains(*start);
}

class CsvReader final
{
public:
    using Records = std::vector<std::vector<CsvCell>>;

    explicit CsvReader(QStringView text)
        : m_text(text.startsWith(QChar::ByteOrderMark) ? text.mid(1) : text)
    {}

    tl::expected<Records, CsvFault> readAll()
    {
        Records records;
        while (m_position < m_text.size()) {
            std::vector<CsvCell> record = readRecord();
            if (m_fault)
                return tl::unexpected(*m_fault);
            const bool isBlank = record.size() == 1 && record.front().text.isEmpty() && !m_wasQuoted;
            if (!isBlank)
                records.push_back(std::move(record));
        }
        return records;
    }

private:
    std::vector<CsvCell> readRecord()
    {
        std::vector<CsvCell> record;
        do {
            record.push_back(readCell());
        } while (!m_fault && accept(u','));
        if (!m_fault && !acceptLineEnd())
            fail(QCoreApplication::translate("Csv", "a comma or the end of the line is missing after the quote"));
        return record;
    }

    CsvCell readCell()
    {
        CsvCell cell{{}, m_place};
        if (++m_cells > mostCsvCells)
            fail(QCoreApplication::translate("Csv", "there are too many cells"));
        m_wasQuoted = accept(u'"');
        if (m_wasQuoted)
            cell.text = readQuoted(cell.place);
        else
            cell.text = readPlain();
        return cell;
    }

    QString readPlain()
    {
        QString text;
        while (m_position < m_text.size() && peek() != u',' && !isLineEnd()) {
            if (peek() == u'"') {
                fail(QCoreApplication::translate("Csv", "a quote may only stand in a cell that is in quotes"));
                break;
            }
            text += take();
        }
        return text;
    }

    /// After the opening quote.
    QString readQuoted(const TextPlace &start)
    {
        QString text;
        while (m_position < m_text.size()) {
            const QChar next = take();
            if (next != u'"')
                text += next;
            else if (accept(u'"'))
                text += u'"';
            else
                return text;
        }
        m_place = start;
        fail(QCoreApplication::translate("Csv", "the quote that begins here is never closed"));
        return text;
    }

    [[nodiscard]] QChar peek() const { return m_position < m_text.size() ? m_text[m_position] : QChar(); }
    [[nodiscard]] bool isLineEnd() const
    {
        const bool isPair = peek() == u'\r' && m_position + 1 < m_text.size() && m_text[m_position + 1] == u'\n';
        return isPair || peek() == u'\n';
    }

    QChar take()
    {
        const QChar taken = m_text[m_position++];
        if (taken == u'\n')
            m_place = {m_place.line + 1, 1};
        else if (!taken.isLowSurrogate()) // else it is the second half of a character
            ++m_place.column;
        return taken;
    }

    bool accept(char16_t wanted)
    {
        if (m_position == m_text.size() || peek() != wanted)
            return false;
        (void)take();
        return true;
    }

    bool acceptLineEnd()
    {
        if (m_position == m_text.size())
            return true;
        if (!isLineEnd())
            return false;
        accept(u'\r');
        return accept(u'\n');
    }

    void fail(const QString &reason) { m_fault = CsvFault{m_place, reason}; }

    QStringView m_text;
    qsizetype m_position = 0;
    qsizetype m_cells = 0;
    TextPlace m_place;
    bool m_wasQuoted = false;
    std::optional<CsvFault> m_fault;
};

} // namespace

QString csvCell(QString text)
{
    if (looksLikeFormula(text))
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

tl::expected<std::vector<std::vector<CsvCell>>, CsvFault> readCsv(QStringView text)
{
    return CsvReader(text).readAll();
}

QString withoutApostrophe(const QString &cell)
{
    return cell.startsWith(u'\'') && looksLikeFormula(cell) ? cell.mid(1) : cell;
}

} // namespace gatehouse
