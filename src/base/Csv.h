// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <vector>

namespace gatehouse {

/// A cell as it stands in a CSV file (RFC 4180): in quotes when it needs them. What a spreadsheet would run as a
/// formula gets a leading apostrophe, and so does what already looks like that: withoutApostrophe() gives the text
/// back.
[[nodiscard]] QString csvCell(QString text);

/// The cells of one record, with commas between them and without the line's end.
[[nodiscard]] QString csvRecord(const QStringList &cells);

/// Where something stands in a text, counted from 1; columns in characters.
struct TextPlace
{
    int line = 1;
    int column = 1;
    bool operator==(const TextPlace &) const = default;
};

struct CsvCell
{
    QString text; ///< as it stands there, apostrophe and all
    TextPlace place;
};

struct CsvFault
{
    TextPlace place;
    QString reason; ///< translated
};

/// More are a fault, since a cell of one character takes a hundred bytes in memory.
constexpr qsizetype mostCsvCells = 2'000'000;

/// The records of a CSV file (RFC 4180); lines may also end in a mere line feed. Blank lines are skipped, and so is a
/// byte order mark. A quote that is not where one may stand is a fault.
[[nodiscard]] tl::expected<std::vector<std::vector<CsvCell>>, CsvFault> readCsv(QStringView text);

/// The text for which csvCell() wrote this cell.
[[nodiscard]] QString withoutApostrophe(const QString &cell);

} // namespace gatehouse
