// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>
#include <QTextStream>

namespace gatehouse::cli {

/// A table for people: a heading and rows, columns as wide as they need to be, two blanks between them.
class TextTable final
{
public:
    explicit TextTable(QStringList heading);
    void addRow(QStringList cells);
    void print(QTextStream &out) const;

private:
    QList<QStringList> m_rows;
};

} // namespace gatehouse::cli
