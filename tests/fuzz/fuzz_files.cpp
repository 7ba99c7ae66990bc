// SPDX-License-Identifier: Apache-2.0
#include "base/Csv.h"
#include "cli/EntryInput.h"
#include "fuzz/Promise.h"

namespace {

using namespace gatehouse;
using namespace Qt::StringLiterals;

/// What was read from CSV and is written anew, below a header, reads as the same cells.
void writeAndReadAgain(const QString &text)
{
    const auto records = readCsv(text);
    if (!records)
        return;
    for (const auto &record : *records) {
        QStringList cells;
        for (const CsvCell &cell : record)
            cells.append(withoutApostrophe(cell.text));
        if (cells == QStringList(QString())) // a blank line, which is skipped
            continue;
        const QString written = u"header\r\n"_s + csvRecord(cells);
        const auto again = readCsv(written);
        fuzz::demand(again && again->size() == 2 && again->back().size() == record.size(), "a record lost its shape");
        for (std::size_t i = 0; i < record.size(); ++i)
            fuzz::demand(withoutApostrophe(again->back()[i].text) == cells[qsizetype(i)], "a cell lost its text");
    }
}

} // namespace

/// A file of entries is read, or refused in words that name the file and a place in it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QDateTime now(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
    const auto entries = cli::readEntries(bytes, u"file"_s, now);
    if (!entries) {
        fuzz::demand(entries.error().kind == ErrorKind::InvalidInput, "a refusal of another kind");
        fuzz::demand(entries.error().message.contains("file"_L1), "a refusal that does not name the file");
    }
    writeAndReadAgain(QString::fromUtf8(bytes));
    return 0;
}
